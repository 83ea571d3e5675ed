// A file system that no program knows: far-away://server/PATH is the file at PATH.
const { readdirSync, readFileSync, statSync } = require('node:fs');
const { EventEmitter, FileSystemError, FileType, workspace } = require('vscode');

const kind = (entry) => (entry.isDirectory() ? FileType.Directory : FileType.File);
const stat = (uri) => {
  const found = statSync(uri.path, { throwIfNoEntry: false });
  if (!found) throw FileSystemError.FileNotFound(uri);
  return { type: kind(found), ctime: 0, mtime: found.mtimeMs, size: found.size };
};
const refuse = (uri) => {
  throw FileSystemError.NoPermissions(uri);
};
exports.activate = ({ subscriptions }) => {
  const provider = {
    onDidChangeFile: new EventEmitter().event,
    watch: () => ({ dispose() {} }),
    stat,
    readDirectory: ({ path }) => readdirSync(path, { withFileTypes: true }).map((entry) => [entry.name, kind(entry)]),
    readFile: (uri) => (stat(uri), readFileSync(uri.path)),
    writeFile: refuse,
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  };
  subscriptions.push(workspace.registerFileSystemProvider('far-away', provider, { isReadonly: true }));
};

/** The server as a program: files from the disk, read at once, and threads for many of them. */
import { existsSync } from 'node:fs';
import { availableParallelism, homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { checkAll } from '../batch/check-all';
import { libraryThreads } from '../batch/library-threads';
import { configs, portablePath } from '../files/config';
import { libraryCache } from '../files/library-cache';
import { readText } from '../files/read';
import { readSmall } from '../files/small';
import { walk } from '../files/walk';
import type { Files, Host } from '../lsp/host';

const files: Files = {
  pathOf: (uri) => {
    try {
      return uri.startsWith('file:') ? portablePath(fileURLToPath(uri)) : null;
    } catch {
      return null;
    }
  },
  uriOf: (path) => pathToFileURL(path).href,
  read: readSmall,
  readCable: (path) => {
    try {
      return readText(path);
    } catch {
      // Gone, or nothing that can be read.
      return null;
    }
  },
  settled: () => Promise.resolve(false),
  onNews: () => {},
  setFolders: () => {},
  changed: () => {},
};

/** Beside the bundles. */
const ownDocs = join(__dirname, '..', 'docs', 'rules');

export const nodeHost = (): Host => ({
  files,
  reader: libraryThreads(),
  cache: (storage, folders) => libraryCache(storage && isAbsolute(storage) ? storage : null, folders),
  check: async (folders, config, signal) => {
    const all = configs(config);
    // Without a path, a command reads standard input; here, there is nothing to check.
    const { sources } = folders.length ? walk(folders, (path) => all.isIgnored(portablePath(path))) : { sources: [] };
    // Never in this thread alone, which answers the editor meanwhile.
    const jobs = Math.max(2, availableParallelism() - 1);
    const results = checkAll(sources, { config, fix: false, withFixes: false, jobs, signal });
    return { total: sources.length, results };
  },
  home: portablePath(homedir()),
  docs: existsSync(ownDocs) ? `${pathToFileURL(ownDocs).href}/` : null,
});

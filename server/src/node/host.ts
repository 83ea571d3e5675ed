/** The server as a program: files from the disk, read at once, and threads for many of them. */
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism, homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { checkAll } from '../batch/check-all';
import { libraryThreads } from '../batch/library-threads';
import { configs, portablePath } from '../files/config';
import { libraryCache } from '../files/library-cache';
import { asOnDisk, pathOfUri, uriOfPath } from '../files/paths';
import { readText } from '../files/read';
import { readSmall } from '../files/small';
import { walk } from '../files/walk';
import type { Files, Host } from '../lsp/host';

/** What lies in folders, for as long as one event is being dealt with. */
const listings = new Map<string, ReadonlySet<string> | null>();
function namesIn(folder: string): ReadonlySet<string> | null {
  if (listings.size === 0) setImmediate(() => listings.clear());
  let names = listings.get(folder);
  if (names === undefined) {
    try {
      names = new Set(readdirSync(folder));
    } catch {
      names = null;
    }
    listings.set(folder, names);
  }
  return names;
}

const files: Files = {
  pathOf: (uri) => {
    const path = pathOfUri(uri);
    return path && asOnDisk(path, namesIn);
  },
  uriOf: (path) => uriOfPath(path),
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
  docs: existsSync(ownDocs) ? `${uriOfPath(portablePath(ownDocs))}/` : null,
});

/** Reading the library where there are neither disk nor threads: our client hands over the files, and they are looked into in slices. */
import { IGNORE_FILE, isTextName, libraryScope } from '../files/library-scope';
import { summariesOf } from '../library/glance';
import type { LibraryReader, Look, WalkOptions } from '../library/reader';
import type { FoundFile } from '../lsp/requests';
import { looksLikeCable } from '../syntax/layout';
import { pathOf, uriOf } from './addresses';
import { type EditorFiles, textOf } from './handed';
import { slices } from './slices';
import type { Texts } from './texts';

/** Folders that are listed at once: each may be a request to a server far away. */
const FOLDERS = 16;
/** A browser holds, and a server far away hands over, no more files than this. */
export const MOST = 10_000;
/** How much of a text tells a cable among others. */
const HEAD = 20_000;

export function editorReader(editor: EditorFiles, texts: Texts): LibraryReader {
  const look = async (uris: readonly string[]): Promise<readonly Look[]> => {
    const found = await editor.read(uris);
    const looks: Look[] = [];
    const slice = slices();
    for (const [at, uri] of uris.entries()) {
      looks.push(lookInto(uri, found[at] ?? { is: 'gone' }));
      await slice();
    }
    return looks;
  };
  return {
    // While one batch is on its way, another is looked into.
    count: 1,
    most: MOST,
    wake: () => {},
    look,
    stampOf: async (uri) => (await look([uri]))[0]!.stamp,
    walk: async ({ root, from, ...options }: WalkOptions, take, signal) => {
      const scope = libraryScope(root, options, texts);
      if (options.useIgnoreFiles) await texts.load(foldersOn(root, from).map((folder) => `${folder}/${IGNORE_FILE}`));
      const folders = [from];
      while (folders.length && !signal.aborted) {
        const some = folders.splice(0, FOLDERS);
        const listed = await editor.list(some.map(uriOf));
        const notes = listed.flatMap((each, at) => (typeof each === 'string' ? `${uriOf(some[at]!)}: ${each}` : []));
        const entries = listed.flatMap((each, at) =>
          typeof each === 'string' ? [] : each.map(({ name, is }) => ({ path: `${some[at]}/${name}`, name, is })),
        );
        if (options.useIgnoreFiles)
          await texts.load(entries.flatMap(({ name, path }) => (name === IGNORE_FILE ? path : [])));
        const taken = entries.filter(({ path, is }) => scope.takes(path, is === 'folder'));
        folders.push(...taken.flatMap(({ path, is }) => (is === 'folder' ? path : [])));
        take({ uris: taken.flatMap(({ path, is }) => (is === 'file' ? uriOf(path) : [])), stamps: [], notes });
      }
    },
    end: async () => {},
  };
}

/** A folder and those between it and the root. */
function foldersOn(root: string, from: string): string[] {
  const all: string[] = [];
  for (let at = from; at.length >= root.length; at = at.slice(0, at.lastIndexOf('/'))) all.push(at);
  return all;
}

function lookInto(uri: string, file: FoundFile): Look {
  const { is, modified = -1, size = -1, trouble } = file;
  const note = trouble === undefined ? {} : { note: `${uri}: ${trouble}` };
  if (is !== 'file') return { uri, is, stamp: null, cables: [], ...note };
  const stamp = { modified, size };
  const text = textOf(file);
  if (text === null) return { uri, is, stamp, cables: [], note: `${uri}: binary file, skipped` };
  const isCable = text !== undefined && (!isTextName(pathOf(uri) ?? uri) || looksLikeCable(text.slice(0, HEAD)));
  return { uri, is, stamp, cables: isCable ? summariesOf(text) : [], ...note };
}

/** Checking every cable of some folders, in slices. */
import { type FileResult, rowsOf } from '../batch/result';
import { CONFIG_FILE } from '../config/config';
import { type ConfigOptions, type Configs, configsOf, readOnce } from '../config/configs';
import { findingsFor } from '../config/findings';
import { isTextName } from '../files/library-scope';
import type { LibraryReader } from '../library/reader';
import type { FolderCheck } from '../lsp/host';
import { viewOf } from '../model/view';
import { looksLikeCable } from '../syntax/layout';
import { parse } from '../syntax/parse';
import { pathOf, uriOf } from './addresses';
import { type EditorFiles, textOf } from './handed';
import { slices } from './slices';
import type { Texts } from './texts';

const BATCH = 64;
const HEAD = 20_000;

export async function checkFolders(
  editor: EditorFiles,
  texts: Texts,
  { walk, most }: LibraryReader,
  folders: readonly string[],
  options: ConfigOptions,
  signal: AbortSignal,
): Promise<FolderCheck> {
  const paths: string[] = [];
  const full = new AbortController();
  for (const folder of folders) {
    const scope = {
      root: folder,
      from: folder,
      exclude: ['**/node_modules/**'],
      useIgnoreFiles: false,
      withStamps: false,
    };
    await walk(
      scope,
      ({ uris }) => {
        paths.push(...uris.flatMap((uri) => pathOf(uri) ?? []));
        if (paths.length >= most) full.abort();
      },
      AbortSignal.any([signal, full.signal]),
    );
  }
  const all = await configurations(texts, options, paths);
  const wanted = paths.filter((path) => !all.isIgnored(path)).slice(0, most);
  return { total: wanted.length, results: results(editor, wanted, all, signal) };
}

/** Read once, with all that they extend, before any of them is asked. */
async function configurations(texts: Texts, options: ConfigOptions, paths: readonly string[]): Promise<Configs> {
  const folders = new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/'))));
  await texts.load([...folders].map((folder) => `${folder}/${CONFIG_FILE}`));
  for (;;) {
    const all = configsOf(options, readOnce(texts));
    for (const folder of folders) all.of(folder);
    if (!(await texts.all())) return all;
  }
}

async function* results(
  editor: EditorFiles,
  paths: readonly string[],
  all: Configs,
  signal: AbortSignal,
): AsyncGenerator<readonly (FileResult | null)[]> {
  const slice = slices();
  for (let at = 0; at < paths.length && !signal.aborted; at += BATCH) {
    const batch = paths.slice(at, at + BATCH);
    const files = await editor.read(batch.map(uriOf));
    for (const [at, name] of batch.entries()) {
      const file = files[at];
      const text = (file && textOf(file)) ?? null;
      yield [text === null || !isWanted(name, text) ? null : checkText(name, text, all)];
      await slice();
    }
  }
}

const isWanted = (name: string, text: string): boolean => !isTextName(name) || looksLikeCable(text.slice(0, HEAD));

function checkText(name: string, text: string, all: Configs): FileResult {
  const cable = parse(text);
  const findings = findingsFor(cable, all.settings(name));
  return { name, read: true, rows: rowsOf(findings, viewOf(cable).lines, false), fixed: false, notes: [] };
}

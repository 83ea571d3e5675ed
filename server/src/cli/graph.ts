/** `cable graph`. */
import { availableParallelism } from 'node:os';
import { type Command, Option } from 'commander';
import { summariseAll } from '../batch/summarise-all';
import { walk } from '../files/walk';
import { Library } from '../library/library';
import { csv, csvNodes } from './graph-formats/csv';
import { dot } from './graph-formats/dot';
import type { Format } from './graph-formats/graph';
import { graphml } from './graph-formats/graphml';
import { json } from './graph-formats/json';
import { ofLibrary } from './graph-formats/of-library';
import { wholeNumber } from './options';
import type { Terminal } from './terminal';

const FORMATS: Readonly<Record<string, Format>> = { json, csv, graphml, dot };
/** Pieces of about this many characters are printed at once. */
const PIECE = 1 << 16;

interface Options {
  readonly format: string;
  readonly nodes?: boolean;
  readonly jobs: number;
}

export function addGraph(program: Command, terminal: Terminal): void {
  program
    .command('graph [path...]')
    .description(
      'print who cites whom: cables as nodes, those that are cited but not there as well, and citations as edges',
    )
    .addOption(new Option('--format <format>', 'how to print').choices(Object.keys(FORMATS)).default('json'))
    .option('--nodes', 'with --format csv: the table of cables, not that of citations')
    .addOption(
      new Option('--jobs <n>', 'threads at most')
        .argParser(wholeNumber(1))
        .default(availableParallelism(), 'one a processor'),
    )
    .action((paths: string[], options: Options) => runGraph(paths, options, terminal));
}

async function runGraph(paths: string[], { format, nodes, jobs }: Options, terminal: Terminal): Promise<void> {
  if (nodes && format !== 'csv') {
    terminal.trouble('--nodes needs --format csv: the other formats have nodes and edges');
    return;
  }
  const { sources, folders } = walk(paths);
  const progress = terminal.progress(sources.length);
  const library = new Library();
  const found = new Set<number>();
  for await (const [{ name, of }, { cables, trouble, note }] of summariseAll(sources, jobs)) {
    progress.step();
    if (trouble !== undefined) terminal.trouble(trouble);
    if (note !== undefined) terminal.note(note);
    // A folder in which a cable could not be read is not one without cables.
    if (cables || trouble !== undefined) found.add(of);
    // Files are not read again: their stamps say nothing.
    if (cables) library.put(name, { modified: 0, size: 0 }, cables);
  }
  progress.end();
  const graph = ofLibrary(library, () => library.uris());
  let piece = '';
  for (const text of (nodes ? csvNodes : FORMATS[format]!)(graph)) {
    piece += text;
    if (piece.length < PIECE) continue;
    await terminal.write(piece);
    piece = '';
  }
  await terminal.write(piece);
  for (const [of, path] of folders) if (!found.has(of)) terminal.note(`${path}: no cables found`);
}

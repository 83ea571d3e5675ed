/** `cable export`. */
import { basename, extname, join, relative } from 'node:path';
import { type Command, Option } from 'commander';
import { EXPORT_FORMATS, type ExportFormat, exportCable } from '../features/export';
import { nearestGlossary } from '../files/glossary';
import { put, sameFiles } from '../files/put';
import { explain } from '../files/read';
import { walk } from '../files/walk';
import type { Glossary } from '../meaning/glossary';
import { parse } from '../syntax/parse';
import type { ForEachInput } from './inputs';
import type { Terminal } from './terminal';

interface Format {
  readonly extension: string;
  /** A file of its own: two of them, one after the other, are none. */
  readonly isWhole: boolean;
  readonly write: (text: string, name: string, glossary: Glossary) => string;
}

const format = (to: ExportFormat, extension: string, isWhole: boolean): Format => ({
  extension,
  isWhole,
  write: (text, name, glossary) => exportCable(parse(text), to === 'json' ? name : basename(name), to, glossary),
});
const FORMATS: Readonly<Record<ExportFormat, Format>> = {
  markdown: format('markdown', '.md', false),
  html: format('html', '.html', true),
  tei: format('tei', '.xml', true),
  json: format('json', '.json', false),
};

interface Options {
  readonly to: ExportFormat;
  readonly out?: string;
}

export function addExport(program: Command, terminal: Terminal, forEachInput: ForEachInput): void {
  program
    .command('export [path...]')
    .description('write cables in another form')
    .addOption(new Option('--to <format>', 'the form').choices(EXPORT_FORMATS).makeOptionMandatory())
    .option('--out <folder>', 'a file for each cable in this folder, not standard output')
    .action((paths: string[], { to, out }: Options) => {
      const format = FORMATS[to];
      const glossary = nearestGlossary(process.cwd(), terminal.note);
      return out === undefined
        ? print(paths, to, format, glossary, terminal, forEachInput)
        : writeAll(paths, out, format, glossary, terminal, forEachInput);
    });
}

async function print(
  paths: readonly string[],
  to: string,
  { isWhole, write }: Format,
  glossary: Glossary,
  terminal: Terminal,
  forEachInput: ForEachInput,
): Promise<void> {
  let waiting: string | null = null;
  let isTooMany = false;
  let count = 0;
  await forEachInput(paths, async ({ name, text }) => {
    count++;
    if (!isWhole) {
      const written = write(text, name, glossary);
      // Two pages of Markdown are told apart by a rule.
      await terminal.write(to === 'markdown' && count > 1 ? `\n---\n\n${written}` : written);
    } else if (waiting === null) waiting = write(text, name, glossary);
    else isTooMany = true;
    return !isTooMany;
  });
  if (isTooMany) terminal.trouble(`--to ${to} with several cables needs --out FOLDER`);
  else if (waiting !== null) await terminal.write(waiting);
}

async function writeAll(
  paths: readonly string[],
  out: string,
  { extension, write }: Format,
  glossary: Glossary,
  terminal: Terminal,
  forEachInput: ForEachInput,
): Promise<void> {
  const { sources, folders } = walk(paths);
  const isInput = sameFiles(sources.filter(({ trouble }) => trouble === undefined).map(({ name }) => name));
  const from = new Map<string, string>();
  await forEachInput(paths, ({ name, text, of }) => {
    const target = targetOf(name, folders.get(of) ?? null, extension);
    // Some file systems take `A` and `a` for one.
    const other = from.get(target.toLowerCase());
    if (other !== undefined) {
      terminal.trouble(`${join(out, target)}: already written from ${other}, not from ${name}`);
      return;
    }
    const written = write(text, name, glossary);
    try {
      put(out, target, written, isInput);
      from.set(target.toLowerCase(), name);
    } catch (error) {
      terminal.trouble(explain(join(out, target), error, 'write'));
    }
  });
}

/** The name of the cable as it lies in the folder that was named, with the extension of the form. */
function targetOf(name: string, folder: string | null, extension: string): string {
  const own = name === '-' ? 'cable' : folder === null ? basename(name) : relative(folder, name);
  return /\.(?:cable|txt)$/i.test(own) ? own.slice(0, -extname(own).length) + extension : own + extension;
}

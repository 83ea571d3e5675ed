/** `cable format`. */
import { type Command, Option } from 'commander';
import { configs, portablePath } from '../files/config';
import { explain } from '../files/read';
import { rewrite } from '../files/write';
import { FORMAT_DEFAULTS, formatText, NARROWEST } from '../rules/formatting';
import type { ForEachInput } from './inputs';
import { wholeNumber } from './options';
import { oneLine } from './reporters/reporter';
import type { Terminal } from './terminal';

interface Options {
  readonly write?: boolean;
  readonly check?: boolean;
  readonly width: number;
  readonly keepTrailingBlanks?: boolean;
}

export function addFormat(program: Command, terminal: Terminal, forEachInput: ForEachInput): void {
  program
    .command('format [path...]')
    .description('print the formatted text')
    .addOption(new Option('--write', 'rewrite the files in place, and print the names of those that changed'))
    .addOption(new Option('--check', 'only print the names of files that are not formatted').conflicts('write'))
    .addOption(
      new Option('--width <n>', 'columns to fold paragraphs to')
        .argParser(wholeNumber(NARROWEST))
        .default(FORMAT_DEFAULTS.width),
    )
    .option('--keep-trailing-blanks', 'leave blanks at the ends of lines')
    .action((paths: string[], options: Options) => runFormat(paths, options, terminal, forEachInput));
}

async function runFormat(
  paths: readonly string[],
  { write, check, width, keepTrailingBlanks = false }: Options,
  terminal: Terminal,
  forEachInput: ForEachInput,
): Promise<void> {
  const all = configs({});
  await forEachInput(
    paths,
    async ({ name, text }) => {
      const after = formatText(text, { ...FORMAT_DEFAULTS, width, keepTrailingBlanks });
      if (!write && !check) await terminal.write(after);
      else if (after !== text) {
        if (check) terminal.atLeast(1);
        else if (!put(name, text, after)) return;
        await terminal.write(`${oneLine(name)}\n`);
      }
    },
    (path) => all.isIgnored(portablePath(path)),
  );

  function put(name: string, before: string, after: string): boolean {
    try {
      if (name === '-') throw new Error('standard input cannot be written');
      rewrite(name, before, after);
      return true;
    } catch (error) {
      terminal.trouble(explain(name, error, 'write'));
      return false;
    }
  }
}

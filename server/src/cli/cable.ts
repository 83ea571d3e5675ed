#!/usr/bin/env node
/** The `cable` command. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { ruleByName } from '../config/names';
import { explainName } from '../features/explain-name';
import { toPlainText } from '../features/markdown';
import { rulePage } from '../features/rule-page';
import { snapshot } from '../features/snapshot';
import { nearestGlossary } from '../files/glossary';
import type { Glossary } from '../meaning/glossary';
import { glossaryOf } from '../meaning/glossary-of';
import { toJson } from '../model/json';
import { type OutlineItem, outline } from '../model/outline';
import { viewOf } from '../model/view';
import { check, countBySeverity } from '../rules/check';
import { parse } from '../syntax/parse';
import type { Cable } from '../syntax/tree';
import { addCheck } from './check';
import { addExport } from './export';
import { addFormat } from './format';
import { addGraph } from './graph';
import { inputs } from './inputs';
import { oneLine, toJsonLine } from './reporters/reporter';
import { terminal } from './terminal';

const screen = terminal();
const { note, trouble, atLeast } = screen;
const print = (text: string) => process.stdout.write(`${text}\n`);
const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const { version } = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as { version: string };

const forEachInput = inputs(screen);

const program = new Command('cable')
  .description('Reads and checks U.S. State Department cables. PATH is a file, a folder, or - for standard input.')
  .version(version)
  .exitOverride()
  .configureOutput({
    outputError: (text, write) =>
      write(
        `${oneLine(
          text
            .replace(/^error: /, 'cable: ')
            .trimEnd()
            .replace(/\n\(Did you mean [^\n]*$/, ''),
        )}\n`,
      ),
  });

addCheck(program, screen, version);
addFormat(program, screen, forEachInput);

const glossaryJson = (cable: Cable, glossary: Glossary): object[] => {
  const { lines } = viewOf(cable);
  return glossaryOf(cable, glossary).map(({ term, meaning: { expansion, kind, because, source }, count, first }) => ({
    term,
    meaning: expansion,
    kind,
    because,
    source,
    count,
    line: lines.lineAt(first) + 1,
  }));
};

program
  .command('json [path...]')
  .description('print what the parser understood, one JSON object a line')
  .option('--glossary', 'add every acronym, office, TAGS code and caption used, with its meaning')
  .action(async (paths: string[], options: { glossary?: boolean }) => {
    const terms = options.glossary ? nearestGlossary(process.cwd(), note) : null;
    await forEachInput(paths, ({ name, text }) => {
      const cable = parse(text);
      const json = toJson(cable, name, countBySeverity(check(cable)));
      print(toJsonLine(terms ? { ...json, glossary: glossaryJson(cable, terms) } : json));
    });
  });

program
  .command('explain <name>')
  .description('explain a rule, TAGS code, acronym, office symbol, caption or routing indicator')
  .option('--in <file>', 'as it is meant in this cable: - for standard input')
  .action(async (name: string, options: { in?: string }) => {
    const rule = ruleByName(name);
    if (rule) {
      await screen.write(rulePage(rule));
      return;
    }
    const answer = (text: string) => {
      const glossary = nearestGlossary(process.cwd(), note);
      const cards = explainName(snapshot('', 0, text), name, glossary, (utc) => utc.toLocaleString('en-GB'));
      if (cards.length) print(toPlainText(cards).split('\n').map(oneLine).join('\n'));
      else trouble(`nothing is known of ${name}`);
    };
    if (options.in === undefined) answer('');
    else await forEachInput([options.in], ({ text }) => answer(text));
  });

program
  .command('outline [path...]')
  .description('print the outline')
  .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
  .action(async (paths: string[], { format }: { format: string }) => {
    await forEachInput(paths, ({ name, text }) => {
      const cable = parse(text);
      const items = outline(cable);
      if (format === 'json') {
        const { lines } = viewOf(cable);
        const plain = (item: OutlineItem): object => ({
          kind: item.kind,
          name: item.name,
          detail: item.detail,
          line: lines.lineAt(item.range.start) + 1,
          children: item.children.map(plain),
        });
        print(toJsonLine({ schemaVersion: 1, file: name, outline: items.map(plain) }));
      } else {
        if (paths.length > 1 || name !== (paths[0] ?? '-')) print(oneLine(`${name}:`));
        const show = (item: OutlineItem, depth: number): void => {
          print(oneLine(`${'  '.repeat(depth)}${item.name}${item.detail ? `  [${item.detail}]` : ''}`));
          for (const child of item.children) show(child, depth + 1);
        };
        for (const item of items) show(item, 0);
      }
    });
  });

addGraph(program, screen);
addExport(program, screen, forEachInput);

program
  .command('lsp')
  .description('run the language server')
  .requiredOption('--stdio', 'speak over standard input and output')
  // The common client library adds it to every call; the server's own library reads it.
  .addOption(new Option('--clientProcessId <pid>').hideHelp())
  .action(() => {
    // The server is a bundle of its own: the other commands need not load it.
    require('./server.js');
  });

program
  .parseAsync()
  .catch((error: unknown) => {
    if (!(error instanceof CommanderError)) trouble(reason(error));
    else if (error.exitCode !== 0) atLeast(2);
  })
  .finally(() => {
    process.exitCode = screen.exitCode();
  });

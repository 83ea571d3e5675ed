#!/usr/bin/env node
/** The `cable` command. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { explainName } from '../features/explain-name';
import { toPlainText } from '../features/markdown';
import { snapshot } from '../features/snapshot';
import type { Glossary } from '../meaning/glossary';
import { glossaryOf } from '../meaning/glossary-of';
import { toJson } from '../model/json';
import { type OutlineItem, outline } from '../model/outline';
import { viewOf } from '../model/view';
import { check, countBySeverity, RULES } from '../rules/check';
import { applyEdits, batch } from '../rules/fix';
import type { Finding, Severity } from '../rules/rule';
import { parse } from '../syntax/parse';
import type { Cable } from '../syntax/tree';
import { nearestGlossary } from './glossary';
import { type Input, inputs } from './read';
import { rewrite } from './write';

const SEVERITIES = ['error', 'warning', 'information', 'off'];
type Overrides = Map<string, Severity | 'off'>;

let exitCode = 0;
const atLeast = (code: number) => {
  exitCode = Math.max(exitCode, code);
};
/** One line, whatever a file or its name contains: control characters would reach the terminal. */
const oneLine = (text: string) => text.replace(/[\x00-\x1f\x7f-\x9f]+/g, ' ');
const note = (message: string) => {
  process.stderr.write(`cable: ${oneLine(message)}\n`);
};
const trouble = (message: string) => {
  note(message);
  atLeast(2);
};
const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const print = (text: string) => process.stdout.write(`${text}\n`);

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `cable json FOLDER | head -1`: the reader has gone, and that is no error.
  if (error.code === 'EPIPE') process.exit(0);
  note(`standard output: ${error.message}`);
  process.exit(2);
});
// Nobody is left to be told.
process.stderr.on('error', () => {});

/** Does the work on each input. After each, what was printed goes out: a reader that has gone is noticed then, not at the end. */
async function forEachInput(paths: readonly string[], work: (input: Input) => void): Promise<void> {
  for await (const input of inputs(paths, { trouble, note })) {
    try {
      work(input);
    } catch (error) {
      trouble(`${input.name}: ${reason(error)}`);
    }
    await new Promise<void>((done) => {
      if (process.stdout.writableNeedDrain) process.stdout.once('drain', done);
      else setImmediate(done);
    });
  }
}

function parseRule(value: string, before: Overrides = new Map()): Overrides {
  const at = value.indexOf('=');
  const name = at < 0 ? value : value.slice(0, at);
  const severity = at < 0 ? '' : value.slice(at + 1);
  if (!RULES.some((rule) => rule.name === name)) throw new InvalidArgumentError(`There is no rule ${name}.`);
  if (!SEVERITIES.includes(severity)) throw new InvalidArgumentError(`Severities are ${SEVERITIES.join(', ')}.`);
  return before.set(name, severity as Severity | 'off');
}

const findings = (text: string, overrides: Overrides | undefined) => {
  const cable = parse(text);
  const found = check(cable).flatMap((finding): Finding[] => {
    const severity = overrides?.get(finding.rule);
    return severity === 'off' ? [] : [severity ? { ...finding, severity } : finding];
  });
  return { cable, found };
};

/** The text with all batch fixes applied and written to its file; as it was where that cannot be done. */
function fixed(name: string, text: string, overrides: Overrides | undefined): string {
  const edits = batch(findings(text, overrides).found);
  if (edits.length === 0) return text;
  if (name === '-') {
    trouble('-: standard input cannot be fixed');
    return text;
  }
  try {
    const after = applyEdits(text, edits);
    rewrite(name, text, after);
    return after;
  } catch (error) {
    trouble(`${name}: ${reason(error)}`);
    return text;
  }
}

const program = new Command('cable')
  .description('Reads and checks U.S. State Department cables. PATH is a file, a folder, or - for standard input.')
  .version((JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as { version: string }).version)
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(`${text.replace(/^error: /, 'cable: ').split('\n')[0]}\n`) });

program
  .command('check [path...]')
  .description('report diagnostics')
  .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json', 'github']).default('text'))
  .option('--rule <name=severity>', 'set a rule to error, warning, information or off (repeatable)', parseRule)
  .option('--fix', 'write the fixes that need no decision into the files; what is left is reported')
  .option('--max-warnings <n>', 'exit with 1 above this number of warnings', (value) => {
    if (!/^\d+$/.test(value)) throw new InvalidArgumentError('Give a number.');
    return Number(value);
  })
  .action(
    async (paths: string[], options: { format: string; rule?: Overrides; maxWarnings?: number; fix?: boolean }) => {
      const diagnostics: object[] = [];
      let files = 0;
      let warnings = 0;
      await forEachInput(paths, ({ name, text: given }) => {
        files++;
        const text = options.fix ? fixed(name, given, options.rule) : given;
        const { cable, found } = findings(text, options.rule);
        const { lines } = viewOf(cable);
        for (const { rule, severity, message, start, end, fix } of found) {
          if (severity === 'error') atLeast(1);
          if (severity === 'warning') warnings++;
          const at = (offset: number) => {
            const { line, character } = lines.positionAt(offset);
            return { line: line + 1, column: character + 1 };
          };
          const range = { start: at(start), end: at(end) };
          if (options.format === 'json')
            diagnostics.push({ file: name, rule, severity, message, range, fixable: fix !== null });
          else if (options.format === 'github') print(github(name, rule, severity, message, range));
          else print(oneLine(`${name}:${range.start.line}:${range.start.column}: ${severity}: ${message} (${rule})`));
        }
      });
      if (options.format === 'json') print(JSON.stringify({ schemaVersion: 1, files, diagnostics }));
      if (options.maxWarnings !== undefined && warnings > options.maxWarnings) atLeast(1);
    },
  );

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

/** A workflow command, its values escaped as that format asks. */
function github(
  file: string,
  rule: string,
  severity: Severity,
  message: string,
  range: { start: { line: number; column: number } },
): string {
  const level = severity === 'error' || severity === 'warning' ? severity : 'notice';
  const escapeData = (text: string) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  const property = (text: string) => escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
  return `::${level} file=${property(file)},line=${range.start.line},col=${range.start.column},title=${property(rule)}::${escapeData(message)}`;
}

program
  .command('json [path...]')
  .description('print what the parser understood, one JSON object a line')
  .option('--glossary', 'add every acronym, office, TAGS code and caption used, with its meaning')
  .action(async (paths: string[], options: { glossary?: boolean }) => {
    const terms = options.glossary ? nearestGlossary(process.cwd(), note) : null;
    await forEachInput(paths, ({ name, text }) => {
      const cable = parse(text);
      const json = toJson(cable, name, countBySeverity(check(cable)));
      print(JSON.stringify(terms ? { ...json, glossary: glossaryJson(cable, terms) } : json));
    });
  });

program
  .command('explain <name>')
  .description('explain a rule, TAGS code, acronym, office symbol, caption or routing indicator')
  .option('--in <file>', 'as it is meant in this cable: - for standard input')
  .action(async (name: string, options: { in?: string }) => {
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
        print(JSON.stringify({ schemaVersion: 1, file: name, outline: items.map(plain) }));
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
    process.exitCode = exitCode;
  });

/** `cable check`. */
import { existsSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { resultCache } from '../batch/cache';
import { checkAll } from '../batch/check-all';
import { type CheckOptions, checkText, type FileResult, placeOf, unread } from '../batch/check-file';
import { runs } from '../batch/in-threads';
import { isSelector, type Level } from '../config/names';
import { folderOf } from '../config/resolve';
import { type Configs, configs, portablePath } from '../files/config';
import { explain, readAny } from '../files/read';
import { type Source, walk } from '../files/walk';
import { wholeNumber } from './options';
import { github } from './reporters/github';
import { json } from './reporters/json';
import type { Reporter } from './reporters/reporter';
import { sarif } from './reporters/sarif';
import { statistics } from './reporters/statistics';
import { text } from './reporters/text';
import type { Terminal } from './terminal';

const GIVEN = ['error', 'warning', 'information', 'off'];
type Given = Record<string, Level>;

interface Options {
  readonly format: string;
  readonly rule?: Given;
  /** False: none; undefined: the nearest. */
  readonly config?: string | false;
  readonly fix?: boolean;
  readonly maxWarnings?: number;
  readonly jobs: number;
  readonly statistics?: boolean;
  readonly cache?: string | boolean;
}

function parseRule(value: string, before: Given = {}): Given {
  const at = value.indexOf('=');
  const name = at < 0 ? value : value.slice(0, at);
  const severity = at < 0 ? '' : value.slice(at + 1);
  if (!isSelector(name)) throw new InvalidArgumentError(`There is no rule ${name}.`);
  if (!GIVEN.includes(severity)) throw new InvalidArgumentError(`Severities are ${GIVEN.join(', ')}.`);
  // The last word on a rule counts: it is written last.
  const { [name]: _, ...others } = before;
  return { ...others, [name]: severity as Level };
}

export function addCheck(program: Command, terminal: Terminal, version: string): void {
  program
    .command('check [path...]')
    .description('report diagnostics')
    .addOption(
      new Option('--format <format>', 'how to print').choices(['text', 'json', 'sarif', 'github']).default('text'),
    )
    .option(
      '--rule <name=severity>',
      'set a rule, or a group such as xref/*, to error, warning, information or off (repeatable)',
      parseRule,
    )
    .option('--config <file>', 'this configuration for all cables, not the nearest .cablerc.json of each')
    .option('--no-config', 'no configuration at all')
    .option('--fix', 'write the fixes that need no decision into the files; what is left is reported')
    .option('--max-warnings <n>', 'exit with 1 above this number of warnings', wholeNumber(0))
    .addOption(
      new Option('--jobs <n>', 'threads at most')
        .argParser(wholeNumber(1))
        .default(availableParallelism(), 'one a processor'),
    )
    .option('--statistics', 'print how often each rule found something, instead of what it found')
    .option('--cache [file]', 'keep the findings, and check again only what has changed')
    .action((paths: string[], options: Options) => runCheck(paths, options, terminal, version));
}

async function runCheck(paths: string[], options: Options, terminal: Terminal, version: string): Promise<void> {
  const file = options.config === false ? null : options.config;
  const check: CheckOptions = {
    config: { file, ...(options.rule && { after: options.rule }) },
    fix: options.fix ?? false,
    withFixes: options.format === 'sarif',
  };
  const all = configs(check.config);
  if (typeof file === 'string' && all.of('').path === null) {
    terminal.trouble(`${file}: no such configuration`);
    return;
  }
  // `--cache samples` takes the word for the cache's own file, and would check nothing.
  if (typeof options.cache === 'string' && isInput(options.cache)) {
    terminal.trouble(`--cache ${options.cache}: no place for a cache; write paths first, or --cache=FILE`);
    return;
  }
  const reporter = reporterOf(options, version);
  const { sources, folders } = walk(paths, (name) => all.isIgnored(portablePath(name)));
  const place = options.cache === true ? null : options.cache;
  const cache = place === undefined || place === false ? null : resultCache(place, check, all, terminal.note);
  const progress = terminal.progress(sources.length);
  const found = new Set<number>();
  let [files, warnings, errors] = [0, 0, 0];
  const take = async (source: Source, result: FileResult | null): Promise<void> => {
    progress.step();
    if (!result) return;
    if (result.trouble !== undefined) terminal.trouble(result.trouble);
    result.notes.forEach(terminal.note);
    // A folder in which a cable could not be read is not one without cables.
    if (result.read || result.trouble !== undefined) found.add(source.of);
    if (!result.read) return;
    files++;
    // Threads have read it for themselves: here it is known for what is wrong in it.
    all.of(folderOf(placeOf(source.name)));
    for (const { severity } of result.rows) {
      if (severity === 'error') errors++;
      if (severity === 'warning') warnings++;
    }
    await terminal.write(reporter.file(result));
  };
  for (const part of runs(sources)) {
    if (!part[0]!.isRegular) {
      await take(part[0]!, await checkStream(part[0]!, check, all));
      continue;
    }
    // What the cache knows goes between what is checked now, each in its place.
    const known = part.map((source) => cache?.get(source));
    let at = 0;
    const takeKnown = async (): Promise<void> => {
      for (; at < part.length && known[at] !== undefined; at++) await take(part[at]!, known[at]!);
    };
    await takeKnown();
    const unknown = cache ? part.filter((_, i) => known[i] === undefined) : part;
    for await (const results of checkAll(unknown, { ...check, jobs: options.jobs }))
      for (const result of results) {
        const source = part[at++]!;
        cache?.put(source, result);
        await take(source, result);
        await takeKnown();
      }
  }
  progress.end();
  await terminal.write(reporter.end(files));
  cache?.save();
  for (const [of, path] of folders) if (!found.has(of)) terminal.note(`${path}: no cables found`);
  const problems = all.used().flatMap((each) => each.problems);
  const told = problems.map(({ path, text: whole, start, message }) => {
    const before = whole.slice(0, start).split(/\r\n?|\n/);
    return `${path}:${before.length}:${before.at(-1)!.length + 1}: ${message}`;
  });
  // Several configurations may extend the one that is wrong.
  new Set(told).forEach(terminal.trouble);
  if (errors > 0 || (options.maxWarnings !== undefined && warnings > options.maxWarnings)) terminal.atLeast(1);
}

/** Whether a name is rather that of something to check. */
const isInput = (name: string): boolean =>
  /\.(?:cable|txt)$/i.test(name) || (existsSync(name) && statSync(name).isDirectory());

function reporterOf({ format, statistics: counted }: Options, version: string): Reporter {
  if (counted) return statistics(format === 'json');
  return format === 'json' ? json() : format === 'sarif' ? sarif(version) : format === 'github' ? github() : text();
}

async function checkStream({ name, trouble }: Source, options: CheckOptions, all: Configs): Promise<FileResult> {
  if (trouble !== undefined) return unread(name, trouble);
  try {
    return checkText(name, await readAny(name), options, all);
  } catch (error) {
    return unread(name, explain(name, error));
  }
}

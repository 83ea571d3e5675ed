import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Ajv from 'ajv/dist/2020';

export const root = join(__dirname, '..', '..');
export const cable = join(root, 'dist', 'cable.js');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command in the project's folder and waits for its end. Without input, standard input is empty. */
export function run(
  args: readonly string[],
  options: { input?: string | Buffer; cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Run {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [cable, ...args], {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    input: options.input ?? '',
    maxBuffer: 1024 ** 3,
  });
  if (error) throw error;
  return { code: status, out: stdout.toString(), err: stderr.toString() };
}

/** A folder that holds the given files; it goes with the suite. Call it inside `describe`. */
export function folder(files: Record<string, string | Buffer> = {}): string {
  const path = mkdtempSync(join(tmpdir(), 'cable-cli-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** As many cables as take threads, some with an error or a warning: `000.cable` and so on. */
export const many = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `${String(at).padStart(3, '0')}.cable`,
      [clean, withError, withWarning][at % 3]!,
    ]),
  );

/** Every invented cable of the project that is a text. */
export const texts: string[] = ['samples', 'samples/library', 'test/corpus/good', 'test/fixtures'].flatMap((each) =>
  readdirSync(join(root, each))
    .filter((name) => name.endsWith('.cable') && name !== 'binary.cable')
    .sort()
    .map((name) => `${each}/${name}`),
);

/** Lines of output, without the empty one after the last line break. */
export const linesOf = (text: string): string[] => text.split('\n').slice(0, -1);

// biome-ignore lint/suspicious/noExplicitAny: what the command prints is what is being tested
export type Json = any;
export const jsonLines = (text: string): Json[] => linesOf(text).map((line) => JSON.parse(line));
export const filesOf = (text: string): string[] => jsonLines(text).map(({ file }) => file);

/** What `cable json` says of a file, without its name. */
export const understood = (path: string, cwd: string): Json => {
  const { code, out, err } = run(['json', path], { cwd });
  assert.deepEqual({ code, err }, { code: 0, err: '' });
  const [{ file, ...rest }] = jsonLines(out);
  assert.equal(file, path);
  return rest;
};

export type SchemaName = 'check' | 'graph' | 'json' | 'outline' | 'statistics';
export const readSchema = (name: SchemaName): Json =>
  JSON.parse(readFileSync(join(root, 'schemas', `${name}.schema.json`), 'utf8'));

/** What is wrong with a value by a schema; empty when it is valid. */
export function validator(name: SchemaName): (value: unknown) => string[] {
  const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(readSchema(name));
  return (value) =>
    validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** The call failed, and what it says is one line that holds the given words, without a stack trace. */
export function assertOneLine(err: string, ...words: string[]): void {
  const lines = linesOf(err);
  assert.equal(lines.length, 1, err);
  assert.match(lines[0]!, /^cable: /);
  for (const word of words) assert.ok(lines[0]!.includes(word), `${word} in: ${lines[0]}`);
}

const header = (dtg: string, to: string): string =>
  `R ${dtg}\nFM AMEMBASSY HELSINKI\nTO ${to}\nUNCLAS HELSINKI 000133\n\nE.O. 12958: N/A\nTAGS: SENV, FI\n`;
const body =
  'SUBJECT: THE FERRY THAT WAITED\n\n1. The ferry waited for the last passenger.\n\n2. There was none.\n\nOAKES\n';

/** A cable about which there is nothing to say. */
export const clean = header('140915Z APR 09', 'SECSTATE WASHDC 0488') + body;
/** The same with one error: a date that does not exist (header/dtg-invalid-date). */
export const withError = header('310915Z APR 09', 'SECSTATE WASHDC 0488') + body;
/** The same with one warning (header/precedence-word-unknown). */
export const withWarning = header('140915Z APR 09', 'SECSTATE WASHDC IMEDIATE 0488') + body;
/** The rules that find something in the cables above. */
export const ERROR = 'header/dtg-invalid-date';
export const WARNING = 'header/precedence-word-unknown';

/** The configuration of the checker: `.cablerc.json`, which the editor and the command share. */
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { RULES } from '../rules/table';
import { editDistance } from '../text/edit-distance';
import { isSimple } from './globs';
import { isLevel, isSelector, LEVELS, type Level, SELECTORS } from './names';

export const CONFIG_FILE = '.cablerc.json';

export type Levels = Readonly<Record<string, Level>>;

export interface Override {
  /** Globs, relative to the folder of the configuration. */
  readonly files: readonly string[];
  readonly rules: Levels;
}

/** One finding that is not to be shown: a cable is a record, and nobody should write comments into it. */
export interface Silence {
  /** The path of the cable, relative to the folder of the configuration; may be a glob. */
  readonly file: string;
  readonly rule: string;
  /** The text of the line at which the finding stands, so that changes elsewhere do not matter; all lines when absent. */
  readonly line: string | null;
  /** Offset of the entry in its file. */
  readonly at: number;
}

/** What one file says. */
export interface Config {
  /** Paths of other configurations that this one builds on, as written. */
  readonly extends: readonly { readonly path: string; readonly at: ConfigSpan }[];
  readonly rules: Levels;
  readonly overrides: readonly Override[];
  /** Globs of cables that a folder's check passes over. */
  readonly ignore: readonly string[];
  readonly silence: readonly Silence[];
}

export interface ConfigSpan {
  readonly start: number;
  readonly end: number;
}

/** Something wrong in a configuration, at its place (UTF-16 offsets). What is right in the same file still counts. */
export interface ConfigProblem extends ConfigSpan {
  readonly message: string;
  /** The published JSON Schema says so too: an editor that knows the schema has told it. */
  readonly inSchema?: true;
}

export const EMPTY_CONFIG: Config = { extends: [], rules: {}, overrides: [], ignore: [], silence: [] };

/** Reads a configuration (JSON, comments allowed). Never throws. */
export function readConfig(text: string): { config: Config; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const errors: ParseError[] = [];
  if (isTooDeep(text)) {
    const message = 'A configuration has no lists within so many others.';
    return { config: EMPTY_CONFIG, problems: [{ start: 0, end: text.length, message }] };
  }
  const root =
    text.trim() === '' ? undefined : parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
  for (const { error, offset, length } of errors.slice(0, 1))
    problems.push({
      start: offset,
      end: offset + Math.max(length, 1),
      message: `Not valid JSON: ${words(printParseErrorCode(error))}.`,
      inSchema: true,
    });
  if (root?.type !== 'object') {
    if (root)
      problems.push({ ...spanOf(root), message: 'A configuration is an object: { "rules": { … } }.', inSchema: true });
    return { config: EMPTY_CONFIG, problems };
  }
  const reader = new Reader(problems);
  const config = {
    extends: [] as { path: string; at: ConfigSpan }[],
    rules: {} as Levels,
    overrides: [] as Override[],
    ignore: [] as readonly string[],
    silence: [] as Silence[],
  };
  for (const { name, key, value } of properties(root)) {
    if (name === 'extends')
      config.extends = reader.strings(value, 'extends').map(({ text, node }) => ({ path: text, at: spanOf(node) }));
    else if (name === 'rules') config.rules = reader.levels(value);
    else if (name === 'overrides') config.overrides = reader.overrides(value);
    else if (name === 'ignore') config.ignore = reader.globs(value, 'ignore');
    else if (name === 'silence') config.silence = reader.silences(value);
    else if (name !== '$schema') reader.unknown(name, key, KEYS);
  }
  return { config, problems };
}

/** Deeper than any configuration, and less deep than what reading it could bear: it calls itself for each list within another. */
const DEEPEST = 200;
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[{]|[\]}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

const KEYS = ['extends', 'rules', 'overrides', 'ignore', 'silence'];
const words = (code: string): string => code.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`).trim();
const spanOf = ({ offset, length }: Node): ConfigSpan => ({ start: offset, end: offset + length });

interface Property {
  readonly name: string;
  readonly key: Node;
  readonly value: Node;
}

/** The members of an object. `__proto__` and its like are names as any other: nothing is assigned by them. */
function properties(node: Node): Property[] {
  return (node.children ?? []).flatMap(({ children }): Property[] => {
    const [key, value] = children ?? [];
    return key && value ? [{ name: String(key.value), key, value }] : [];
  });
}

class Reader {
  constructor(private readonly problems: ConfigProblem[]) {}

  private problem(node: Node, message: string, inSchema?: true): void {
    this.problems.push({ ...spanOf(node), message, ...(inSchema && { inSchema }) });
  }

  unknown(name: string, key: Node, known: readonly string[]): void {
    const near = known.find((each) => editDistance(each, name, 2) <= 2);
    this.problem(
      key,
      `\`${name}\` is not a setting here${near ? `; did you mean \`${near}\`?` : `: ${known.join(', ')}.`}`,
      true,
    );
  }

  strings(node: Node, what: string): { text: string; node: Node }[] {
    const all = node.type === 'array' ? (node.children ?? []) : [node];
    return all.flatMap((each) => {
      if (each.type === 'string') return [{ text: String(each.value), node: each }];
      this.problem(each, `\`${what}\` takes strings.`, true);
      return [];
    });
  }

  globs(node: Node, what: string): string[] {
    return this.strings(node, what).flatMap(({ text, node: each }) => (this.isGlob(text, each) ? [text] : []));
  }

  private isGlob(text: string, node: Node): boolean {
    const simple = isSimple(text);
    if (!simple) this.problem(node, 'This glob is too long, or has too many `*`: it names nothing.');
    return simple;
  }

  levels(node: Node): Levels {
    const levels: Record<string, Level> = Object.create(null) as Record<string, Level>;
    if (node.type !== 'object') this.problem(node, '`rules` is an object: { "xref/julian-date": "off" }.', true);
    for (const { name, key, value } of properties(node)) {
      if (!isSelector(name)) {
        const near = [...RULES.map((rule) => rule.name), ...SELECTORS].find((each) => editDistance(each, name, 2) <= 2);
        this.problem(key, `There is no rule \`${name}\`${near ? `; did you mean \`${near}\`?` : '.'}`, true);
      } else if (!isLevel(value.value)) this.problem(value, `A severity is one of ${LEVELS.join(', ')}.`, true);
      else levels[name] = value.value;
    }
    return levels;
  }

  overrides(node: Node): Override[] {
    if (node.type !== 'array') this.problem(node, '`overrides` is a list: [{ "files": […], "rules": { … } }].', true);
    return (node.type === 'array' ? (node.children ?? []) : []).flatMap((each): Override[] => {
      let files: string[] = [];
      let rules: Levels = {};
      let found = false;
      for (const { name, key, value } of properties(each)) {
        if (name === 'files') {
          files = this.globs(value, 'files');
          found = true;
        } else if (name === 'rules') rules = this.levels(value);
        else this.unknown(name, key, ['files', 'rules']);
      }
      if (!found) this.problem(each, 'An override names its `files`.', true);
      return found ? [{ files, rules }] : [];
    });
  }

  silences(node: Node): Silence[] {
    if (node.type !== 'array') this.problem(node, '`silence` is a list: [{ "file": …, "rule": …, "line": … }].', true);
    return (node.type === 'array' ? (node.children ?? []) : []).flatMap((each): Silence[] => {
      const read: Record<string, string> = Object.create(null) as Record<string, string>;
      for (const { name, key, value } of properties(each)) {
        if (!['file', 'rule', 'line', 'why'].includes(name)) this.unknown(name, key, ['file', 'rule', 'line', 'why']);
        else if (value.type !== 'string') this.problem(value, `\`${name}\` is a string.`, true);
        else if (name === 'rule' && !RULES.some((rule) => rule.name === value.value))
          this.problem(value, `There is no rule \`${String(value.value)}\`.`, true);
        else if (name !== 'file' || this.isGlob(String(value.value), value)) read[name] = String(value.value);
      }
      if (read.file === undefined || read.rule === undefined) {
        if (!this.problems.some(({ start }) => start >= each.offset && start < each.offset + each.length))
          this.problem(each, 'What is silenced names its `file` and its `rule`.', true);
        return [];
      }
      return [{ file: read.file, rule: read.rule, line: read.line ?? null, at: each.offset }];
    });
  }
}

/** The rules of the grammar, as they stand in its file. */
import { readJson } from './support';

export interface Rule {
  readonly name?: string;
  readonly contentName?: string;
  readonly comment?: string;
  readonly include?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly patterns?: Rule[];
  readonly captures?: Record<string, Rule>;
  readonly beginCaptures?: Record<string, Rule>;
  readonly endCaptures?: Record<string, Rule>;
}

export const grammarFile = readJson<{ patterns: Rule[]; repository: Record<string, Rule> }>(
  'syntaxes/cable.tmLanguage.json',
);

const capturesOf = (rule: Rule): Rule[] =>
  [rule.captures, rule.beginCaptures, rule.endCaptures].flatMap((captures) => Object.values(captures ?? {}));

/** A rule and all rules within it. */
export const within = (rule: Rule): Rule[] => [
  rule,
  ...[...(rule.patterns ?? []), ...capturesOf(rule)].flatMap((inner) => within(inner)),
];

export const allRules: Rule[] = [...grammarFile.patterns, ...Object.values(grammarFile.repository)].flatMap(within);

/** Every scope that the grammar can give, each once. */
export const scopeNames = (): string[] => [
  ...new Set(
    allRules.flatMap(({ name, contentName }) => [name, contentName].flatMap((names) => names?.split(' ') ?? [])),
  ),
];

/** Every regular expression, with the captures that hold rules of their own. */
export const expressions = allRules.flatMap((rule) =>
  [
    { source: rule.match, captures: rule.captures },
    { source: rule.begin, captures: rule.beginCaptures ?? rule.captures },
    { source: rule.end, captures: rule.endCaptures ?? rule.captures },
  ].flatMap(({ source, captures }) =>
    source === undefined
      ? []
      : [{ source, hasInnerRules: Object.values(captures ?? {}).some(({ patterns }) => patterns !== undefined) }],
  ),
);

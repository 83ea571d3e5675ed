/** What a configuration may name: rules, groups of rules, and severities. */
import { defaultSeverity, GROUPS, type Rule, SEVERITIES, type Severity } from '../rules/rule';
import { RULES } from '../rules/table';

/** A severity; `off`; `default`: what the rule has by itself. */
export type Level = Severity | 'off' | 'default';
export const LEVELS: readonly Level[] = [...SEVERITIES, 'off', 'default'];
export const isLevel = (value: unknown): value is Level => LEVELS.includes(value as Level);

/** `*`: all rules; `style`: advice to drafters; `xref/*`: a group. */
export const SELECTORS: readonly string[] = ['*', 'style', ...GROUPS.map((group) => `${group}/*`)];

const byName: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.name, rule]));
export const ruleByName = (name: string): Rule | undefined => byName.get(name);
export const isSelector = (name: string): boolean => byName.has(name) || SELECTORS.includes(name);

/** The rules that a name stands for; none where it is unknown. */
export function select(name: string): readonly Rule[] {
  const rule = byName.get(name);
  if (rule) return [rule];
  if (name === '*') return RULES;
  if (name === 'style') return RULES.filter(({ style }) => style);
  return SELECTORS.includes(name) ? RULES.filter((each) => each.name.startsWith(name.slice(0, -1))) : [];
}

/** Wide names are applied before narrow ones, whatever their order in the file. */
const width = (name: string): number => (name === '*' ? 0 : name.endsWith('/*') ? 1 : name === 'style' ? 2 : 3);

/**
 * Writes the levels of one list of rules into a map. A group never turns on what is off by default: such a rule has to be named.
 */
export function applyLevels(into: Map<string, Severity | 'off'>, levels: Readonly<Record<string, Level>>): void {
  const names = Object.keys(levels).sort((a, b) => width(a) - width(b));
  for (const name of names) {
    const level = levels[name]!;
    for (const rule of select(name)) {
      if (level === 'default') into.delete(rule.name);
      else if (level === 'off' || width(name) === 3 || defaultSeverity(rule, false) !== 'off')
        into.set(rule.name, level);
    }
  }
}

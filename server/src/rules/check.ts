/** The one place where the rules are run. */
import { type MessageView, viewOf } from '../model/view';
import type { Cable, Span } from '../syntax/tree';
import {
  type Details,
  defaultSeverity,
  type Finding,
  type Fix,
  fill,
  type Report,
  type Rule,
  type Severity,
  type Shelf,
  type Values,
} from './rule';
import { RULES } from './table';

/** Rules whose severity is not the default one. */
export type Severities = ReadonlyMap<string, Severity | 'off'>;
export const DEFAULTS: Severities = new Map();

/** Told of a rule that failed; the others have run. */
export type Failed = (rule: Rule, error: unknown) => void;
const raise: Failed = (_, error) => {
  throw error;
};

const NO_FIXES: readonly Fix[] = [];

/**
 * Checks several cables, each rule all of them before the next rule. `check` then knows what was found in each, but for one that a rule
 * failed at. What all rules are made of is more than a processor keeps at hand: twenty cables together take half the time they take one by one.
 */
export function checkTogether(cables: readonly Cable[], severities: Severities = DEFAULTS): void {
  const failures = new Set<Cable>();
  const found = run(cables, severities, (_, __, cable) => failures.add(cable), null);
  cables.forEach((cable, at) => {
    if (!failures.has(cable)) cable.keep(severities, () => found[at]!);
  });
}

/**
 * The findings on a cable in the order of their places. Computed once for a cable and its severities, but for what depends on the library,
 * which may change while the cable does not.
 * @param shelf the library, once it is complete; null: none
 */
export function check(
  cable: Cable,
  severities: Severities = DEFAULTS,
  failed: Failed = raise,
  shelf: Shelf | null = null,
): readonly Finding[] {
  const own = cable.keep(severities, () => run([cable], severities, failed, null)[0]!);
  if (!shelf || !asksShelf(severities)) return own;
  const asked = run([cable], severities, failed, shelf)[0]!;
  return asked.length ? [...own, ...asked].sort(byPlace) : own;
}

/** Whether what is found depends on the library. */
export const asksShelf = (severities: Severities): boolean =>
  RULES.some((rule) => rule.shelf && (severities.get(rule.name) ?? rule.severity) !== 'off');

/** A rule that is on, and how grave it is; `decided`: the user has said so, for every case of it. */
interface Enabled {
  readonly rule: Rule;
  /** Its own: thousands of cables ask for it, and rules are of many shapes. */
  readonly check: Rule['check'];
  readonly severity: Severity;
  readonly decided: boolean;
}

/** Those that are on for a kind of file. */
interface EnabledRules {
  readonly own: readonly Enabled[];
  /** Those that ask the library. */
  readonly shelf: readonly Enabled[];
}

const inRecords = new WeakMap<Severities, EnabledRules>();
const inDrafts = new WeakMap<Severities, EnabledRules>();

/** Worked out once for each set of severities. */
function enabled(severities: Severities, isRecord: boolean): EnabledRules {
  const known = isRecord ? inRecords : inDrafts;
  let found = known.get(severities);
  if (!found) {
    const all = RULES.flatMap((rule): Enabled[] => {
      const own = severities.get(rule.name);
      const severity = own ?? defaultSeverity(rule, isRecord);
      return severity === 'off' ? [] : [{ rule, check: rule.check, severity, decided: own !== undefined }];
    });
    found = { own: all.filter(({ rule }) => !rule.shelf), shelf: all.filter(({ rule }) => rule.shelf) };
    known.set(severities, found);
  }
  return found;
}

/** A message of one of the cables that are checked, and where its findings go. */
interface Checked {
  readonly cable: Cable;
  readonly view: MessageView;
  readonly findings: Finding[];
}

/** The findings on each cable: of the rules that ask the library where there is one, else of the others. */
function run(
  cables: readonly Cable[],
  severities: Severities,
  failed: (rule: Rule, error: unknown, cable: Cable) => void,
  shelf: Shelf | null,
): Finding[][] {
  const [records, drafts]: [Checked[], Checked[]] = [[], []];
  const all = cables.map((cable) => {
    const findings: Finding[] = [];
    const isWrapped = cable.preamble !== null || cable.trailer !== null;
    // A record may have kept its attributes alone.
    const views = cable.messages.length ? cable.messages.map((message) => viewOf(cable, message)) : [viewOf(cable)];
    for (const view of views)
      if (view.message.header || view.message.transmission || isWrapped)
        (view.isRecord ? records : drafts).push({ cable, view, findings });
    return findings;
  });
  let rule: Enabled;
  let current: Checked;
  const report: Report = (at, values, details) => {
    current.findings.push(finding(rule, at, values, details));
  };
  for (const checked of [records, drafts]) {
    if (!checked.length) continue;
    const rules = enabled(severities, checked === records);
    for (rule of shelf ? rules.shelf : rules.own) {
      const { check } = rule;
      // Hundreds of thousands of times a second: without an iterator.
      for (let at = 0; at < checked.length; at++) {
        current = checked[at]!;
        try {
          check(current.view, report, shelf);
        } catch (error) {
          failed(rule.rule, error, current.cable);
        }
      }
    }
  }
  for (const findings of all) if (findings.length > 1) findings.sort(byPlace);
  return all;
}

const byPlace = (a: Finding, b: Finding): number =>
  a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);

function finding(
  { rule, severity: preset, decided }: Enabled,
  { start, end }: Span,
  values: Values | null | undefined,
  details: Details = {},
): Finding {
  const { severity, as, related, fix } = details;
  return {
    rule: rule.name,
    severity: decided ? preset : (severity ?? preset),
    message: fill(as ? rule.messages![as]! : rule.message, values),
    start,
    end: Math.max(start, end),
    related: related ?? null,
    fixes: fix ? (Array.isArray(fix) ? fix : [fix as Fix]) : NO_FIXES,
    tag: rule.tag ?? null,
  };
}

export const countBySeverity = (findings: readonly Finding[]) => {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
};

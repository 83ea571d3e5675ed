/** The one function that runs the rules. */
import { viewOf } from '../model/view';
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
  const own = cable.keep(severities, () => run(cable, severities, failed, null));
  if (!shelf || !asksShelf(severities)) return own;
  const asked = run(cable, severities, failed, shelf);
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

/** The rules that ask the library where there is one, else the others. */
function run(cable: Cable, severities: Severities, failed: Failed, shelf: Shelf | null): Finding[] {
  const findings: Finding[] = [];
  const isWrapped = cable.preamble !== null || cable.trailer !== null;
  // A record may have kept its attributes alone.
  const views = cable.messages.length ? cable.messages.map((message) => viewOf(cable, message)) : [viewOf(cable)];
  for (const view of views) {
    if (!view.message.header && !view.message.transmission && !isWrapped) continue;
    let current: Enabled | undefined;
    const report: Report = (at, values, details) => {
      findings.push(finding(current!, at, values, details));
    };
    const rules = enabled(severities, view.isRecord);
    for (const each of shelf ? rules.shelf : rules.own) {
      current = each;
      const { check } = each;
      try {
        check(view, report, shelf);
      } catch (error) {
        failed(each.rule, error);
      }
    }
  }
  return findings.length < 2 ? findings : findings.sort(byPlace);
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

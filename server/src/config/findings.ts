/** The findings on a cable under a configuration. */
import { check, type Failed } from '../rules/check';
import type { Finding, Shelf } from '../rules/rule';
import type { Cable, Span } from '../syntax/tree';
import { lineEnd, lineStart } from '../text/edits';
import type { Silence } from './config';
import { ruleByName } from './names';
import type { FileSettings } from './resolve';

/** The line at which a finding stands, as a silenced finding names it. */
export const lineOfFinding = ({ text }: Cable, { start }: Span): string =>
  text.slice(lineStart(text, start), lineEnd(text, start)).replace(/\s+/g, ' ').trim();

/** Findings in the order of their places, those that are silenced left out. */
export function findingsFor(
  cable: Cable,
  { severities, silences }: FileSettings,
  failed?: Failed,
  shelf?: Shelf | null,
): readonly Finding[] {
  const all = check(cable, severities, failed, shelf);
  return silences.length ? all.filter((finding) => !silences.some((each) => covers(each, cable, finding))) : all;
}

/** Silences of a cable that silence nothing: what they were for has gone, or has changed. */
export function idleSilences(cable: Cable, { severities, silences }: FileSettings): Silence[] {
  const all = check(cable, severities);
  return silences.filter(
    (each) =>
      // A glob is for many cables: not each of them need have the finding.
      !/[*?[{]/.test(each.file) &&
      // Of a rule that is off nothing is known, nor of one that asks the library.
      (severities.get(each.rule) ?? ruleByName(each.rule)?.severity) !== 'off' &&
      !ruleByName(each.rule)?.shelf &&
      !all.some((finding) => covers(each, cable, finding)),
  );
}

const covers = ({ rule, line }: Silence, cable: Cable, finding: Finding): boolean =>
  rule === finding.rule && (line === null || line === lineOfFinding(cable, finding));

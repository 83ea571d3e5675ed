/** All rules, and the one function that runs them. */
import { foldedValue, memo } from '../model/fields';
import { viewOf } from '../model/view';
import type { Cable } from '../syntax/tree';
import { addressRules } from './addresses';
import { archiveRules } from './archive';
import { bodyRules } from './body';
import { classificationRules } from './classification';
import type { Finding, Rule, Severity } from './rule';
import { smartRules } from './smart';
import { textRules } from './text';
import { textHeaderRules } from './text-header';
import { transmissionRules } from './transmission';
import { xrefRules } from './xref';

export const RULES: readonly Rule[] = [
  ...archiveRules,
  ...transmissionRules,
  ...addressRules,
  ...classificationRules,
  ...textHeaderRules,
  ...smartRules,
  ...xrefRules,
  ...bodyRules,
  ...textRules,
];

/** The findings on a cable in the order of their places. Computed once for a cable. */
export const check = memo((cable: Cable): readonly Finding[] => {
  const record = cable.layout === 'aad' || cable.preamble !== null;
  const findings: Finding[] = [];
  for (const message of cable.messages) {
    if (!message.header && !message.transmission && !cable.preamble && !cable.trailer) continue;
    const partial = isPartial(
      cable,
      message.transmission?.fields.some(
        (field) =>
          field.kind === 'notice' ||
          (field.kind === 'fl4' && /\bZFR\b/.test(cable.clean.slice(field.start, field.end))),
      ) ?? false,
    );
    const view = viewOf(cable, message);
    for (const rule of RULES) {
      const preset: Severity = rule.style && record ? 'hint' : rule.severity;
      rule.check({ view, message, partial }, ({ start, end }, text, details) => {
        const {
          severity = preset,
          related = null,
          fix = null,
        } = typeof details === 'string' ? { severity: details } : (details ?? {});
        findings.push({ rule: rule.name, severity, message: text, start, end: Math.max(start, end), related, fix });
      });
    }
  }
  return findings.sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1));
});

/** Records of which the text or the header is not there on purpose report nothing as missing (FORMAT 1.2, 1.4). */
function isPartial(cable: Cable, notice: boolean): boolean {
  if (notice || cable.layout === 'fragment') return true;
  const locator = cable.trailer?.fields.find((field) =>
    /^Locator$/i.test(cable.clean.slice(field.label.start, field.label.end)),
  );
  return locator !== undefined && !/TEXT ON-LINE/i.test(foldedValue(cable, locator));
}

export const countBySeverity = (findings: readonly Finding[]) => {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
};

import { replace, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, RECORD, SMART, UNCLASSIFIED } from '../specimens';

const KINDS = new Set(['tags', 'subject', 'ref']);

export const labelColon = rule({
  name: 'header/label-colon',
  severity: 'information',
  style: true,
  format: ['3.1', '6'],
  message: 'Put a colon after {label}.',
  why: 'A colon parts the labels TAGS, SUBJECT and REF from what they say. Silent where another mark stands in its place, and where the label is all there is.',
  fix: 'Puts the colon.',
  bad: [
    [UNCLASSIFIED, 'TAGS:', '«TAGS»'],
    [CONFIDENTIAL, 'SUBJECT:', '«SUBJECT»', 'REF:', '«REF»'],
    [RECORD, 'SUBJ:', '«SUBJ»'],
    [DRAFT, 'REF:', '«REFS»'],
  ],
  good: [
    [UNCLASSIFIED, 'TAGS:', 'TAGS :'],
    [RECORD, 'REF: STATE', 'REF. STATE'],
    [UNCLASSIFIED, 'SUBJECT: A BELL', 'SUBJECT\n\nA BELL'],
    [SMART],
  ],
  check(view, report) {
    for (const { kind, label, value, children } of view.message.header?.fields ?? []) {
      if (!KINDS.has(kind) || label.end === label.start || value >= children[0]!.end) continue;
      if (/[:;,.]/.test(view.text({ start: label.end, end: value }))) continue;
      const fix = replace({ start: label.end, end: label.end }, ':', 'Put a colon');
      report(label, { label: view.text(label) }, { fix });
    }
  },
});

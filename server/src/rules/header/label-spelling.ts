import { type Token, token } from '../../model/fields';
import type { MessageView } from '../../model/view';
import type { Field } from '../../syntax/tree';
import { editDistance } from '../../text/edit-distance';
import { LABELS, SMART_LABELS } from '../facts/labels';
import { propose, replace, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, SMART, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const labelSpelling = rule({
  name: 'header/label-spelling',
  severity: 'warning',
  format: ['3.1', '6'],
  message: '`{x}` looks like `{y}`.',
  messages: { lost: 'This looks like the {y} line without its label.' },
  why: 'A line is found by its label: with a misspelt one it is missing from every index. Labels are read in any case of letters, and only between the classification line and the first paragraph is a misspelt one looked for.',
  fix: 'Writes the label. Where the word is more than a letter away, or the label is lost, that is for the drafter to decide.',
  bad: [
    [UNCLASSIFIED, 'TAGS:', '«TAGE»:'],
    [CONFIDENTIAL, 'TAGS: PREL', '«TAGS;» PREL'],
    [DRAFT, 'SUBJECT:', '«S U B J»:'],
    [TRANSMITTED, 'SUBJECT:', '«SUBEJT»:'],
    [CONFIDENTIAL, 'Classified By', '«Classifed By»'],
    [UNCLASSIFIED, 'TAGS: PREL, IT', '«PREL, PGOV, IT»'],
    [SMART, 'Subject:', '«Subjet»:'],
  ],
  good: [
    [UNCLASSIFIED, 'TAGS:', 'Tags:'],
    [UNCLASSIFIED, 'SUBJECT:', 'SUBJ:'],
    [UNCLASSIFIED, '1.  (SBU) The bell rang.', '1.  (SBU) The bell rang.\n\nTAGE: a word of the text.'],
    [UNCLASSIFIED, 'TAGS: PREL, IT', 'TAGS PREL, IT'],
    [SMART],
  ],
  check(view, report) {
    const isSmart = view.layout === 'smart';
    for (const field of view.message.header?.fields ?? []) {
      const label = (isSmart ? SMART_LABELS : LABELS).get(field.kind);
      if (!label || field.kind === 'eo' || (isSmart && field.reading !== 'corrected')) continue;
      if (field.reading === 'implied') {
        const { start } = field.label;
        const fix = propose({ start, end: start }, `${label}: `, `Insert ${label}:`);
        report({ start, end: field.children[0]!.end }, { y: label }, { as: 'lost', fix });
        continue;
      }
      const wrong = wrongLabel(view, field);
      if (!wrong) continue;
      const { text: x } = wrong;
      const mark = /[;,]$/.test(x);
      const y = (x === x.toUpperCase() && !isSmart ? label.toUpperCase() : label) + (mark ? ':' : '');
      const near = field.reading === 'plain' || isNear(mark ? x.slice(0, -1) : x, label);
      report(wrong, { x, y }, { fix: near ? replace(wrong, y) : propose(wrong, y) });
    }
  },
});

/** A misspelt label, with the mark after it where that is not the colon. */
function wrongLabel(view: MessageView, field: Field): Token | null {
  const { start, end } = field.label;
  if (end === start) return null;
  const mark = /^ {0,3}[;,]/.exec(view.text({ start: end, end: field.value }));
  if (field.reading !== 'corrected' && !mark) return null;
  return token(view.text({ start, end: end + (mark?.[0].length ?? 0) }), start);
}

/** So near that nothing else can be meant. */
const isNear = (x: string, label: string): boolean =>
  [label, 'SUBJ'].some((each) => editDistance(x.toUpperCase(), each.toUpperCase(), 1) <= 1) || x.startsWith('S U B J');

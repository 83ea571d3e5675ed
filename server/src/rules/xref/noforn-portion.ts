import { isClassified } from '../../model/classification';
import type { MessageView } from '../../model/view';
import { insertHeaderLine } from '../../rewrite/header-lines';
import { type Edit, lineBreak, lineStart } from '../../text/edits';
import { marking, numberOf, portions, saysNoforn, saysSensitive } from '../facts/levels';
import { isReadable } from '../facts/shared';
import { more, rule } from '../rule';
import { CONFIDENTIAL, SMART, UNCLASSIFIED } from '../specimens';

export const nofornPortion = rule({
  name: 'xref/noforn-portion',
  severity: 'warning',
  format: ['5.2', '3.3', '4.1'],
  message: 'Paragraph {n} is NOFORN but the header is not{more}.',
  messages: { unnumbered: 'This paragraph is NOFORN but the header is not{more}.' },
  why: 'A cable with a paragraph that foreign nationals may not read is NOFORN as a whole, and its header says so. Silent in extracts, and where the header says it on whatever line.',
  fix: 'Proposes the caption, where the cable is classified or SENSITIVE.',
  bad: [
    [CONFIDENTIAL, '3.  (C)', '3.  («C/NF»)'],
    [UNCLASSIFIED, '1.  (SBU)', '1.  («SBU/NOFORN»)', 'SIPDIS\n', ''],
    [CONFIDENTIAL, '1.  (C)', '1.  («C//NOFORN»)', '3.  (C)', '3.  (C//NF)', 'SIPDIS\n\n', ''],
    [UNCLASSIFIED, '1.  (SBU)', '(«SBU/NF»)', '2.  (U) It stopped.\n\n', ''],
  ],
  good: [
    [CONFIDENTIAL, '3.  (C)', '3.  (C/NF)', 'SIPDIS\n', 'NOFORN\nSIPDIS\n'],
    [CONFIDENTIAL, '3.  (C)', '3.  (C/NF)', 'SECTION 01', 'NOFORN SECTION 01'],
    [CONFIDENTIAL, '3.  (C)', '3.  (C/NF)', 'ROME 000001\n', 'ROME 000001 NOFORN\n'],
    [CONFIDENTIAL, '3.  (C)', '3.  (C/NF)', 'SIPDIS\n', 'NOFRON\nSIPDIS\n'],
    [SMART],
  ],
  check(view, report) {
    const { marks } = portions(view);
    const first = marks.find(({ isNoforn }) => isNoforn);
    if (!first || !isReadable(view) || !(view.classification || view.layout === 'smart') || saysNoforn(view)) return;
    const n = numberOf(view, first);
    const level = marking(view)?.level ?? null;
    const edit = isClassified(level) || saysSensitive(view) ? insertNoforn(view) : null;
    report(
      first,
      { n, more: more(marks.filter(({ isNoforn }) => isNoforn)) },
      { ...(!n && { as: 'unnumbered' }), fix: edit && { title: 'Insert NOFORN', edits: [edit], drafter: true } },
    );
  },
});

/** Above SIPDIS, as the more restrictive caption comes first (FORMAT 3.3). */
function insertNoforn(view: MessageView): Edit | null {
  if (view.layout === 'smart') return null;
  const sipdis = view.fields('caption').find((field) => view.folded(field) === 'SIPDIS');
  if (!sipdis) return insertHeaderLine(view, 'caption', 'NOFORN');
  const { text } = view.cable;
  const start = lineStart(text, sipdis.start);
  return start === sipdis.start ? { start, end: start, text: `NOFORN${lineBreak(text, start)}` } : null;
}

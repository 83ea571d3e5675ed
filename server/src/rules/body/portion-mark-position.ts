import { bracketed } from '../../model/portion-marks';
import type { Edit } from '../../text/edits';
import { isReadable } from '../facts/shared';
import { more, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, UNCLASSIFIED } from '../specimens';

export const portionMarkPosition = rule({
  name: 'body/portion-mark-position',
  severity: 'information',
  style: true,
  format: ['4.1'],
  message: 'The mark belongs after the number{more}.',
  why: 'The portion mark follows the number of the paragraph. Silent where the paragraph has no number.',
  fix: 'Moves each such mark behind its number, for the drafter to decide.',
  bad: [
    [CONFIDENTIAL, '2.  (U) It', '«(U)» 2. It'],
    [UNCLASSIFIED, '1.  (SBU) The', '«(SBU)» 1.  The', '2.  (U) It', '(U) 2.  It'],
    [CONFIDENTIAL, '3.  (C) It', '«(C)» ¶3.  It'],
    [CONFIDENTIAL, '3.  (C) It', '¶«(C)» 3. It'],
  ],
  good: [
    [CONFIDENTIAL],
    [UNCLASSIFIED, '1.  (SBU) The', '1.(SBU) The', '2.  (U) It', '2.(U) It'],
    [UNCLASSIFIED, '1.  (SBU) The', '(SBU) The', '2.  (U) It', '(U) It'],
    [DRAFT, '2.  (U) EconOff', '¶2. (U) EconOff'],
  ],
  check(view, report) {
    if (!isReadable(view)) return;
    const { text } = view.cable;
    const found = view.paragraphs.filter(({ paragraph }) => paragraph.mark?.beforeNumber && paragraph.number);
    if (!found.length) return;
    const edits: Edit[] = [];
    for (const { paragraph } of found) {
      const { start, end } = bracketed(paragraph.mark!);
      let to = end;
      while (text[to] === ' ') to++;
      const { textStart } = paragraph;
      const joined = /\s/.test(text[textStart - 1]!) ? '' : ' ';
      edits.push({ start, end: to, text: '' });
      edits.push({ start: textStart, end: textStart, text: `${joined}${text.slice(start, end)} ` });
    }
    const fix = { title: 'Move the mark behind the number', edits, drafter: true } as const;
    report(bracketed(found[0]!.paragraph.mark!), { more: more(found) }, { fix });
  },
});

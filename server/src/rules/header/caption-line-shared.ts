import { lineBreak } from '../../text/edits';
import { captionLines } from '../facts/captions';
import { rule } from '../rule';
import { CONFIDENTIAL, RECORD, SMART, UNCLASSIFIED } from '../specimens';

export const captionLineShared = rule({
  name: 'header/caption-line-shared',
  severity: 'information',
  style: true,
  format: ['3.3'],
  message: 'Give each caption its own line.',
  why: 'A caption that stands behind another is easily missed. Silent for the name after CODEL or STAFFDEL, for notes in brackets, and in the SMART layout, which has one line for all.',
  fix: 'Begins a new line before each further caption.',
  bad: [
    [CONFIDENTIAL, 'SIPDIS\n', 'NOFORN, «SIPDIS»\n'],
    [UNCLASSIFIED, 'SENSITIVE\nSIPDIS\n', 'SENSITIVE «AIDAC / SIPDIS»\n'],
  ],
  good: [
    [UNCLASSIFIED],
    [SMART, 'Captions: SENSITIVE', 'Captions: SENSITIVE, SIPDIS'],
    [RECORD, 'ANKARA 1204\n', 'ANKARA 1204\nEXDIS (DISTRIBUTE AS NODIS)\n'],
    [UNCLASSIFIED, 'SIPDIS\n', 'CODEL EXAMPLE\n'],
  ],
  check(view, report) {
    if (view.layout === 'smart' || view.captions.length < 2) return;
    const { text } = view.cable;
    for (const { captions } of captionLines(view)) {
      const all = captions.filter(({ known }) => known);
      if (all.length < 2) continue;
      const edits = all
        .slice(1)
        .map((each, i) => ({ start: all[i]!.end, end: each.start, text: lineBreak(text, each.start) }));
      // Between them stand blanks, commas, slashes, hyphens; anything else belongs to one of them.
      const isPlain = edits.every((gap) => /^[\s,/-]+$/.test(view.text(gap)));
      report({ start: all[1]!.start, end: all.at(-1)!.end }, null, {
        fix: isPlain ? { title: 'Begin a new line', edits, drafter: true } : null,
      });
    }
  },
});

import { captionsOnLines, conflicts, restriction } from '../facts/captions';
import { rule } from '../rule';
import { CONFIDENTIAL, RECORD, SMART, UNCLASSIFIED } from '../specimens';

export const captionOrder = rule({
  name: 'header/caption-order',
  severity: 'information',
  format: ['3.3'],
  message: 'Put the most restrictive caption first.',
  why: 'The caption that restricts most is to be seen first: NODIS, EXDIS, STADIS, LIMDIS, NOFORN, SIPDIS. Silent for other captions, for those on other lines, and where two exclude each other.',
  fix: 'Puts the captions in their order, each in the place of another.',
  bad: [
    [CONFIDENTIAL, 'SIPDIS\n', 'SIPDIS\n«NOFORN»\n'],
    [RECORD, 'ANKARA 1204\n', 'ANKARA 1204\n\nNOFORN\n«LIMDIS»\nEXDIS\n'],
    [SMART, 'Captions: SENSITIVE', 'Captions: SENSITIVE, SIPDIS, «NOFORN»'],
  ],
  good: [
    [CONFIDENTIAL, 'SIPDIS\n', 'STADIS\nNOFORN\nSIPDIS\n'],
    [UNCLASSIFIED, 'SENSITIVE\nSIPDIS\n', 'SIPDIS\nSENSITIVE\n'],
    [CONFIDENTIAL, 'I A L SECTION', 'I A L NOFORN SECTION', 'SIPDIS\n', 'LIMDIS\n'],
    [CONFIDENTIAL, 'SIPDIS\n', 'SIPDIS\nNODIS\n'],
    [CONFIDENTIAL, '12/12/2016\n', '12/12/2016\nNOFORN\n'],
  ],
  check(view, report) {
    if (view.captions.length < 2) return;
    // A caption below E.O. has lost its place altogether; SMART has them there.
    const end = (view.layout !== 'smart' && view.fields('eo')[0]?.start) || Number.POSITIVE_INFINITY;
    const ranked = captionsOnLines(view).filter((each) => restriction(each) >= 0 && each.start < end);
    const at = ranked.findIndex((each, i) => i > 0 && restriction(each) < restriction(ranked[i - 1]!));
    if (at < 0 || conflicts(view).length) return;
    const { text } = view.cable;
    const sorted = [...ranked].sort((a, b) => restriction(a) - restriction(b));
    const edits = ranked.flatMap(({ start, end }, i) => {
      const put = text.slice(sorted[i]!.start, sorted[i]!.end);
      return text.slice(start, end) === put ? [] : [{ start, end, text: put }];
    });
    const before = ranked[at - 1]!;
    report(ranked[at]!, null, {
      related: { ...before, message: `${before.text} restricts less.` },
      fix: { title: `Put ${sorted[0]!.text} first`, edits, drafter: true },
    });
  },
});

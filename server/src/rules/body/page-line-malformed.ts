import type { MessageView } from '../../model/view';
import type { Line, Span } from '../../syntax/tree';
import { damagedPageLines, isNear } from '../facts/damaged-page-lines';
import { serialOf } from '../facts/identity';
import { inked, inkOf, isDraftOrRecord } from '../facts/shared';
import { replace, rule } from '../rule';
import { CONFIDENTIAL, UNCLASSIFIED } from '../specimens';

/** Post, number, section with its page, total; letters that were read for figures. */
const PARTS =
  /^([A-Z][A-Z .'/-]{1,40}?) {0,3}[\dO]{5,9} {1,4}([\dO]{2,4}?)(\.\d)? {0,2}(?:[O0Q]F?|F)? {0,2}[\dO]{0,4}$/;

/** The line as the cable's own header gives it; null where a part of it is not known. */
function rebuilt(view: MessageView, line: Line): string | null {
  const { post, serial, sectionsAnnounced } = view.classification ?? {};
  const match = PARTS.exec(inkOf(view, line));
  if (!post || !serial || !sectionsAnnounced || !match || !isNear(match[1]!, post.text)) return null;
  // The lines of the cable do not agree on its number.
  if (serialOf(view) !== Number(serial.text)) return null;
  const section = Number(match[2]!.replaceAll('O', '0'));
  if (section < 1 || section > sectionsAnnounced || (section === 1 && !match[3])) return null;
  const pad = (value: number | string, width: number) => String(value).padStart(width, '0');
  const total = pad(sectionsAnnounced, 3);
  return `${post.text.toUpperCase()} ${pad(Number(serial.text), 8)}  ${pad(section, 3)}${match[3] ?? ''} OF ${total}`;
}

export const pageLineMalformed = rule({
  name: 'body/page-line-malformed',
  severity: 'information',
  format: ['4.5'],
  message: 'This looks like a damaged page line.',
  why: 'Page lines (post, number of eight digits, section and total of three) keep the sections of a cable in order. Silent for those of the 1970s and for other lines that end in figures.',
  fix: "Writes the line anew from the cable's own post, number and sections, where they are known.",
  bad: [
    [CONFIDENTIAL, 'ROME 00000001  002 OF 002', '«ROME 0000001  002 OF 002»'],
    [CONFIDENTIAL, 'ROME 00000001  002 OF 002', '«ROME 00000001  002 0F 002»'],
    [CONFIDENTIAL, 'ROME 00000001  002 OF 002', '«ROMM 00000001  0O2 OF 002»'],
    [CONFIDENTIAL, 'see para 1.\n\nROME 00000001  002 OF 002', 'see\n\n«ROME 00000001  002OF 002»\n\n\npara 1.'],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, 'ROME 00000001  002 OF 002', 'ROME 00000001  001.2 OF 002\n\n\n\nROME 00000001  002 OF 002'],
    [UNCLASSIFIED, '2.  (U) It', 'PAGE 02        ROME  00001  121200Z\n\n2.  (U) It'],
    [UNCLASSIFIED, 'It stopped.', 'Telephones:\n\nROME 06467411\n\nMILAN 290351  002 003'],
  ],
  check(view, report) {
    if (!isDraftOrRecord(view)) return;
    for (const line of damagedPageLines(view)) {
      const at: Span = inked(view, line);
      const text = rebuilt(view, line);
      const { post, serial } = view.classification ?? {};
      report(at, null, {
        related: post &&
          serial && { start: post.start, end: serial.end, message: `The cable is ${post.text} ${serial.text}.` },
        fix: text && replace(at, text),
      });
    }
  },
});

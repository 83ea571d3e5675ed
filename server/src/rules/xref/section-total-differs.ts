import { pad } from '../../model/dates';
import { type Announced, announced, type Begun, begun } from '../facts/sections';
import { type Fix, more, propose, rule } from '../rule';
import { CONFIDENTIAL, UNCLASSIFIED } from '../specimens';

export const sectionTotalDiffers = rule({
  name: 'xref/section-total-differs',
  severity: 'warning',
  format: ['5.2', '4.5', '3.2'],
  message: 'This line says {said} sections, the classification line {line}{more}.',
  why: 'All lines of a cable announce one number of sections. Silent where the classification line announces none, or does so in another form.',
  fix: 'Writes the number of the classification line into the page lines if the last section is the one that it announces; if the last section is that of the page lines, proposes their number for the classification line.',
  bad: [
    [CONFIDENTIAL, '002 OF 002', '002 OF «003»'],
    [CONFIDENTIAL, '002 OF 002', '002 OF «002»', 'SECTION 01 OF 02', 'SECTION 01 OF 03'],
    [
      CONFIDENTIAL,
      '002 OF 002',
      '002 OF «004»',
      'SECTION 01 OF 02',
      'SECTION 01 OF 03',
      'It stopped.',
      'It stopped.\n\nROME 00000001  003 OF 004\n\n4.  (C) It rang.',
    ],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, 'SECTION 01 OF 02', 'SECTION 1 OF 2'],
    [CONFIDENTIAL, 'SECTION 01 OF 02', 'SCTION 01 OF 03'],
    [UNCLASSIFIED, 'It stopped.', 'It rang.\n\nROME 00000001  002 OF 003\n\nIt stopped.'],
  ],
  check(view, report) {
    const line = announced(view);
    if (!line) return;
    const lines = begun(view).filter(({ totalAt }) => totalAt);
    const wrong = lines.filter(({ total }) => total !== line.total);
    const [first] = wrong;
    if (!first) return;
    report(
      first.totalAt!,
      { said: first.total!, line: line.total, more: more(wrong) },
      {
        related: { ...line.at, message: `The classification line says ${line.at.text}.` },
        fix: fixOf(line, lines, wrong),
      },
    );
  },
});

/** The section that the text ends with decides who is right. */
function fixOf(line: Announced, lines: readonly Begun[], wrong: readonly Begun[]): Fix | null {
  const last = Math.max(...lines.map(({ number }) => number));
  if (last === line.total)
    return {
      title: `Change to ${line.total}`,
      edits: wrong.map(({ totalAt }) => ({
        start: totalAt!.start,
        end: totalAt!.end,
        text: pad(line.total, totalAt!.text.length),
      })),
    };
  if (lines.some(({ total }) => total !== last)) return null;
  const digits = /(?<!\d)\d+$/.exec(line.at.text)![0];
  return propose({ start: line.at.end - digits.length, end: line.at.end }, pad(last, digits.length));
}

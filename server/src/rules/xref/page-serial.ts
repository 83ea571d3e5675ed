import { pad } from '../../model/dates';
import { type PageLine, pageLines } from '../../model/pages';
import { attestsSerial, ownLine, serialOf } from '../facts/identity';
import { archiveReference } from '../facts/shared';
import { more, rule } from '../rule';
import { CONFIDENTIAL, RECORD, UNCLASSIFIED } from '../specimens';

export const pageSerial = rule({
  name: 'xref/page-serial',
  severity: 'warning',
  format: ['5.2', '4.5', '5.1'],
  message: 'Page line number {said}, cable {serial}{more}.',
  why: 'Each page line repeats the number of the cable. Silent where the number of the cable or of the page line cannot be read.',
  fix: 'Writes the number of the cable into the page lines; only proposed where no third line gives that number.',
  bad: [
    [CONFIDENTIAL, 'ROME 00000001', 'ROME «00000012»'],
    [RECORD, 'ANKARA  01204', 'ANKARA  «01240»', 'ANKARA  01204', 'ANKARA  01240'],
    [CONFIDENTIAL, 'It stopped.', 'It stopped.\n\nROME «00000002»  002 OF 002\n\n4.  (C) It rang.'],
  ],
  good: [
    [CONFIDENTIAL],
    [RECORD],
    [CONFIDENTIAL, 'ROME 000001\n', 'ROME 000010\n'],
    [CONFIDENTIAL, 'ROME 00000001', 'ROME 0000012'],
    [UNCLASSIFIED, 'ROME 000001', 'ROME', 'It stopped.', 'It rang.\n\nROME 00000012  002 OF 002\n\nIt stopped.'],
  ],
  check(view, report) {
    const pages = pageLines(view);
    const serial = pages.length ? serialOf(view) : null;
    if (serial === null) return;
    // Eight digits where sections are counted; others are a damaged line, which is reported as such.
    const isWrong = ({ section, serial: { text } }: PageLine): boolean =>
      Number(text) !== serial && (section === null || text.length === 8);
    const first = pages.find(isWrong);
    if (!first) return;
    const wrong = pages.filter(isWrong);
    const line = ownLine(view)?.serial;
    const certain =
      archiveReference(view)?.serial === serial || attestsSerial(view, serial) || wrong.length < pages.length;
    report(
      first.serial,
      { said: Number(first.serial.text), serial, more: more(wrong) },
      {
        related: line && { ...line, message: `The classification line says ${line.text}.` },
        fix: {
          title: `Change to ${serial}`,
          edits: wrong.map(({ serial: { start, end, text } }) => ({ start, end, text: pad(serial, text.length) })),
          ...(!certain && { drafter: true }),
        },
      },
    );
  },
});

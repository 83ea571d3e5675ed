import { type Level, levelOf } from '../../model/classification';
import { furniture } from '../../model/pages';
import type { MessageView } from '../../model/view';
import type { Line } from '../../syntax/tree';
import { marking } from '../facts/levels';
import { inked, inkOf } from '../facts/shared';
import { more, rule } from '../rule';
import { CONFIDENTIAL, RECORD, UNCLASSIFIED } from '../specimens';

export const pageClassification = rule({
  name: 'xref/page-classification',
  severity: 'warning',
  format: ['5.2', '4.5', '1.4'],
  message: 'The page is marked {said}, the cable {level}{more}.',
  why: 'Each page repeats the level of the cable at its head and foot. Silent within quoted texts, which may have a level of their own.',
  fix: 'Proposes the level of the cable for the marks of all pages.',
  bad: [
    [RECORD, 'CONFIDENTIAL\n\nPAGE 02', '«SECRET»\n\nPAGE 02'],
    [CONFIDENTIAL, '\nROME 00000001', '\n«S E C R E T»\n\nROME 00000001'],
    [
      RECORD,
      'CONFIDENTIAL\n\nPAGE 01',
      '«UNCLASSIFIED»\n\nPAGE 01',
      'CONFIDENTIAL\n\nPAGE 02',
      'UNCLASSIFIED\n\nPAGE 02',
    ],
  ],
  good: [
    [RECORD],
    [CONFIDENTIAL, '\nROME 00000001', '\nC O N F I D E N T I A L\n\nROME 00000001'],
    [CONFIDENTIAL, '3.  (C) It stopped.', '3.  (C) Begin text:\n\nUNCLASSIFIED\n\nIt stopped.\n\nEnd text.'],
    [UNCLASSIFIED, 'It stopped.', 'It stopped.\n\nUNCLASSIFIED'],
  ],
  check(view, report) {
    const cable = marking(view);
    if (!cable) return;
    const wrong = furniture(view).filter((line) => isWrong(view, line, cable.level));
    const [first] = wrong;
    if (!first) return;
    const level = cable.level;
    report(
      inked(view, first),
      { said: levelOf(inkOf(view, first))!, level, more: more(wrong) },
      {
        related: { start: cable.start, end: cable.end, message: `The cable is ${level}.` },
        fix: {
          title: `Change to ${level}`,
          edits: wrong.map((line) => ({
            ...inked(view, line),
            text: inkOf(view, line)[1] === ' ' ? spaced(level) : level,
          })),
          drafter: true,
        },
      },
    );
  },
});

function isWrong(view: MessageView, line: Line, level: Level): boolean {
  if (line.kind !== 'repeat-class') return false;
  const found = levelOf(inkOf(view, line));
  if (!found || found === level) return false;
  return !view.message.blocks.some(
    ({ kind, start, end }) => kind === 'quoted-text' && start <= line.start && line.end <= end,
  );
}

const spaced = (level: Level): string =>
  level
    .split(' ')
    .map((word) => word.split('').join(' '))
    .join('  ');

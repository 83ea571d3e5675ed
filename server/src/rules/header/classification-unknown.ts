import { levelOf } from '../../model/classification';
import { type Token, token } from '../../model/fields';
import { asWritten, nearestLevel, strayLevel } from '../facts/written-levels';
import { isRedacted, propose, type Report, rule } from '../rule';
import { CONFIDENTIAL, RECORD, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const classificationUnknown = rule({
  name: 'header/classification-unknown',
  severity: 'error',
  format: ['3.2'],
  message: '`{x}` is not a classification.',
  messages: { near: '`{x}` is not a classification. {near}?' },
  why: 'The levels are UNCLASSIFIED (UNCLAS), LIMITED OFFICIAL USE, CONFIDENTIAL, SECRET and TOP SECRET; a reader must not have to guess which is meant. Silent where the word is redacted.',
  fix: 'Writes the nearest level, letter-spaced where it is classified.',
  bad: [
    [CONFIDENTIAL, 'C O N F I D E N T I A L', '«CONFIDENTAL»'],
    [CONFIDENTIAL, 'C O N F I D E N T I A L', '«C O N F I D E N T A L»'],
    [UNCLASSIFIED, 'UNCLAS ROME', '«UNCLASS» ROME'],
    [
      UNCLASSIFIED,
      'UNCLAS ROME',
      '«LIMTED OFFICIAL USE» ROME',
      'SENSITIVE\n',
      '',
      '(SBU)',
      '(LOU)',
      '06',
      '88',
      '12958',
      '12356',
    ],
    [TRANSMITTED, 'C O N F I D E N T I A L', '«RESTRICTED»', 'ZNY CCCCC', 'ZNY RRRRR'],
  ],
  good: [
    [UNCLASSIFIED, 'UNCLAS ROME', 'UNCLASSIFIED ROME'],
    [CONFIDENTIAL, 'C O N F I D E N T I A L', 'C O N F I D E N T I A L NOFORN'],
    [RECORD, 'C O N F I D E N T I A L ANKARA', 'LIMITED OFFICIAL USE ANKARA'],
  ],
  check(view, report) {
    for (const { line } of view.classificationLines) {
      if (line.level) continue;
      const { text, start, end } = line.word;
      // `LIMTED OFFICIAL USE`: of a misspelt level the first word alone was read.
      tell(
        token(text + (/^ OFFICIAL USE\b/i.exec(view.text({ start: end, end: end + 14 }))?.[0] ?? ''), start),
        report,
      );
    }
    const stray = strayLevel(view);
    if (stray && !levelOf(stray.text)) tell(stray, report);
  },
});

function tell(word: Token, report: Report): void {
  if (isRedacted(word.text)) return;
  const near = nearestLevel(word.text);
  const level = near && levelOf(near);
  const right = level && (near === 'UNCLASSIFIED' ? near : asWritten(level));
  const fix = right ? propose(word, right, `Change to ${near}`) : null;
  report(word, { x: word.text, near: near ?? '' }, { ...(near && { as: 'near' }), fix });
}

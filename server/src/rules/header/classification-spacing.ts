import { isClassified } from '../../model/classification';
import { asWritten } from '../facts/written-levels';
import { propose, rule } from '../rule';
import { CONFIDENTIAL, RECORD, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const classificationSpacing = rule({
  name: 'header/classification-spacing',
  severity: 'information',
  style: true,
  format: ['3.2'],
  message: 'Write the classification letter-spaced: `{right}`.',
  why: 'Classified levels are letter-spaced, so that a reader cannot overlook them. Silent on UNCLAS and LIMITED OFFICIAL USE, which are not, and on a line without post and number.',
  fix: 'Writes the level with a blank between its letters.',
  bad: [
    [CONFIDENTIAL, 'C O N F I D E N T I A L', '«CONFIDENTIAL»'],
    [TRANSMITTED, 'C O N F I D E N T I A L', '«C O N F IDENTIAL»'],
    [TRANSMITTED, 'C O N F I D E N T I A L', '«SECRET»', 'ZNY CCCCC', 'ZNY SSSSS'],
  ],
  good: [
    [UNCLASSIFIED],
    [RECORD],
    [TRANSMITTED, 'C O N F I D E N T I A L', 'T O P   S E C R E T', 'ZNY CCCCC', 'ZNY TTTTT'],
    [RECORD, 'C O N F I D E N T I A L ANKARA', 'LIMITED OFFICIAL USE ANKARA'],
  ],
  check(view, report) {
    for (const { line } of view.classificationLines) {
      if (!line.level || !isClassified(line.level) || !line.post || !/[A-Z]{2}/i.test(line.word.text)) continue;
      const right = asWritten(line.level);
      report(line.word, { right }, { fix: propose(line.word, right) });
    }
  },
});

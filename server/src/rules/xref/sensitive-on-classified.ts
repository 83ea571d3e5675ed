import { isClassified } from '../../model/classification';
import { marking, withArticle } from '../facts/levels';
import { rule } from '../rule';
import { CONFIDENTIAL, RECORD, UNCLASSIFIED } from '../specimens';

export const sensitiveOnClassified = rule({
  name: 'xref/sensitive-on-classified',
  severity: 'information',
  tag: 'unnecessary',
  format: ['5.2', '3.3'],
  message: 'SENSITIVE adds nothing to {level} cable.',
  why: 'SENSITIVE makes an unclassified cable sensitive but unclassified; one that is classified is protected better by its level.',
  bad: [
    [CONFIDENTIAL, 'SIPDIS\n', '«SENSITIVE»\nSIPDIS\n'],
    [RECORD, 'C O N F I D E N T I A L ANKARA', 'C O N F I D E N T I A L «SENSITIVE» ANKARA'],
  ],
  good: [
    [CONFIDENTIAL],
    [UNCLASSIFIED],
    [UNCLASSIFIED, 'UNCLAS ROME', 'LIMITED OFFICIAL USE ROME'],
    [CONFIDENTIAL, 'It stopped.', 'It stopped. SENSITIVE.'],
  ],
  check(view, report) {
    const found = view.isClassified ? view.caption('SENSITIVE') : undefined;
    const cable = found ? marking(view) : null;
    if (!found || !cable || !isClassified(cable.level)) return;
    report(
      found,
      { level: withArticle(cable.level) },
      { related: { start: cable.start, end: cable.end, message: `The cable is ${cable.level}.` } },
    );
  },
});

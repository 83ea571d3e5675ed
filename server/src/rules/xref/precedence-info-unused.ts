import { stated } from '../facts/precedence';
import { isExtract } from '../facts/shared';
import { rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const precedenceInfoUnused = rule({
  name: 'xref/precedence-info-unused',
  severity: 'information',
  tag: 'unnecessary',
  format: ['5.2', '2.5', '2.6'],
  message: 'Two precedences but no INFO addressee.',
  why: 'The second precedence of FL5 is for information addressees. Silent where there is no TO line either, and in extracts.',
  bad: [
    [UNCLASSIFIED, 'R 121200Z', 'P «R» 121200Z'],
    [
      TRANSMITTED,
      'O 121200Z',
      'O «P» 121200Z',
      'INFO RUCNASE/ASEAN MEMBER COLLECTIVE\nRUEHGV/USMISSION GENEVA 1357\n',
      '',
    ],
  ],
  good: [
    [CONFIDENTIAL, 'O 121200Z', 'O R 121200Z'],
    [UNCLASSIFIED],
    [UNCLASSIFIED, 'R 121200Z', 'P R 121200Z', 'TO SECSTATE WASHDC\n', ''],
    [UNCLASSIFIED, 'R 121200Z', 'R P 121200Z'],
  ],
  check(view, report) {
    const [action, info] = stated(view);
    if (!action || !info || info.rank <= action.rank || !view.has('to') || view.info.length || isExtract(view)) return;
    report(info.at);
  },
});

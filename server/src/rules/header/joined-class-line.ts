import { breakLine } from '../../rewrite/header-lines';
import { closingBt, joinedLine } from '../facts/transmission-end';
import { rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const joinedClassLine = rule({
  name: 'header/joined-class-line',
  severity: 'warning',
  format: ['2.6', '6'],
  message: 'The classification line is joined to the last address.',
  why: 'The separator between addresses and text was lost, as in many records of the archive. The line is read as two all the same; other programs take the classification for a part of the address.',
  fix: 'Begins a new line before the classification, and puts in BT where one closes the text of a cable that is no record.',
  bad: [
    [
      CONFIDENTIAL,
      '0034\nC O N F I D E N T I A L SECTION 01 OF 02 ROME 000001',
      '0034«C O N F I D E N T I A L SECTION 01 OF 02 ROME 000001»',
    ],
    [
      TRANSMITTED,
      'GENEVA 1357\nBT\nC O N F I D E N T I A L SECTION 01 OF 02 ROME 000001',
      'GENEVA 1357«C O N F I D E N T I A L SECTION 01 OF 02 ROME 000001»',
    ],
    [
      UNCLASSIFIED,
      'SECSTATE WASHDC\nUNCLAS ROME 000001',
      'SECSTATE WASHDC IMMEDIATE«UNCLAS ROME 000001»',
      'R 12',
      'O 12',
    ],
    [
      TRANSMITTED,
      'BT\nC O N F I D E N T I A L SECTION 01 OF 02 ROME 000001',
      'BT «C O N F I D E N T I A L SECTION 01 OF 02 ROME 000001»',
    ],
    [UNCLASSIFIED, 'SECSTATE WASHDC\nUNCLAS ROME 000001', 'SECSTATE WASHDC 0012 «UNCLAS ROME 000001»'],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, '0034\nC O N F', '0034\n\nC O N F'],
    [UNCLASSIFIED, 'TO SECSTATE WASHDC\n', 'TO SECSTATE WASHDC\nINFO CONFIDENTIAL RECORDS OFFICE\n'],
  ],
  check(view, report) {
    const line = joinedLine(view);
    if (!line) return;
    const edit = breakLine(view, line.start);
    const hasBt = /\bBT *$/.test(view.text({ start: Math.max(0, edit.start - 6), end: edit.start }));
    const edits = [
      closingBt(view) && !hasBt && !view.isRecord ? { ...edit, text: `${edit.text}BT${edit.text}` } : edit,
    ];
    report({ start: line.label.start, end: line.children[0]!.end }, null, {
      fix: { title: 'Begin a new line before the classification', edits },
    });
  },
});

import { words } from '../../model/fields';
import { rule } from '../rule';
import { RECORD } from '../specimens';

const COPIES = /^[A-Z][A-Z/]*-(\d{2})$/;
const TOTAL = /^\/(\d{3})$/;

export const distributionSum = rule({
  name: 'archive/distribution-sum',
  severity: 'information',
  format: ['1.4'],
  message: 'The copies add up to {n}, not {total}.',
  why: 'The number after the slash is the sum of all copies under ACTION or ORIGIN and INFO. Silent where an entry cannot be read or is the only one.',
  bad: [
    [RECORD, '/028 W', '«/030» W'],
    [RECORD, 'OCT-01', 'OCT-02', '/028', '«/028»'],
    [RECORD, 'ACTION EUR-12\nINFO  OCT-01  SS-15  /028 W', 'ORIGIN EUR-12 INFO OCT-01\n      ISO-00 SS-15 «/027» R'],
  ],
  good: [
    [RECORD],
    [RECORD, 'SS-15  /028 W', 'SS-1X  /028 W'],
    [RECORD, 'SS-15  /028 W', 'SS-15'],
    [RECORD, 'INFO  OCT-01  SS-15  /028 W', 'INFO  OCT-01  SS-15\n      ISO-00  L-03  /031 R'],
  ],
  check(view, report) {
    const blocks = view.fields('action-block');
    if (!blocks.length) return;
    const parts = blocks.flatMap((block) => words(view.value(block)));
    const end = parts.findIndex(({ text }) => TOTAL.test(text));
    const offices = parts.slice(0, Math.max(0, end)).filter(({ text }) => !/^(?:ACTION|ORIGIN|INFO)$/.test(text));
    if (offices.length < 2) return;
    let n = 0;
    for (const { text } of offices) {
      const copies = COPIES.exec(text);
      if (!copies) return;
      n += Number(copies[1]);
    }
    const total = Number(parts[end]!.text.slice(1));
    const related = { start: offices[0]!.start, end: offices.at(-1)!.end, message: `These copies are ${n}.` };
    if (n !== total) report(parts[end]!, { n, total }, { related });
  },
});

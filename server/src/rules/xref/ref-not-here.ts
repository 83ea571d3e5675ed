import { mentions } from '../../model/mentions';
import { readCompactReference } from '../../model/references';
import { rule } from '../rule';
import { CONFIDENTIAL, DRAFT, UNCLASSIFIED } from '../specimens';

export const refNotHere = rule({
  name: 'xref/ref-not-here',
  severity: 'off',
  shelf: true,
  format: ['3.8', '5.1'],
  message: '{id} is not in the library, which has others of that post and year.',
  why: 'A number that nobody has, where its neighbours are there, may be mistyped; or the cable is missing from the library. Each number is told once, where it is cited first. Silent where nothing of that post and year is there, and until the library is read.',
  bad: [
    [CONFIDENTIAL, '05 STATE 12345', '«05 STATE 12354»'],
    [
      CONFIDENTIAL,
      '05 ROME 405',
      '«05 ROME 450»',
      'It stopped.',
      'It stopped, as in 05 ROME 450, 05 STATE 12345\nand «05 STATE 12346».',
    ],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, '05 STATE 12345', '04 STATE 12345'],
    [CONFIDENTIAL, '05 ROME 405', '05 PARIS 405'],
    [DRAFT],
    [UNCLASSIFIED],
  ],
  check(view, report, shelf) {
    if (!shelf) return;
    const own = view.reference?.id ?? null;
    const seen = new Set([own]);
    for (const { kind, ids, start, end } of mentions(view)) {
      if (kind !== 'entry' && kind !== 'number') continue;
      for (const id of ids) {
        if (seen.has(id)) continue;
        seen.add(id);
        const read = readCompactReference(id);
        if (read && !shelf.has(id) && shelf.holds(read.post, read.year)) report({ start, end }, { id });
      }
    }
  },
});

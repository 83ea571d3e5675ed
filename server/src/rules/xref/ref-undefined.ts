import { span } from '../../model/fields';
import { citations, isOwn } from '../facts/citations';
import { areLettersInOrder } from '../facts/reference-letters';
import { isReadable } from '../facts/shared';
import { rule } from '../rule';
import { CONFIDENTIAL, DRAFT, SMART } from '../specimens';

export const refUndefined = rule({
  name: 'xref/ref-undefined',
  severity: 'warning',
  format: ['5.2', '3.8'],
  message: 'Ref {letter} is cited but not listed.',
  why: 'A letter that the text cites stands on the REF line, else the reader looks for it in vain. Silent where fewer than two references have letters, in quoted texts, and where the letter stands on the line in some other way.',
  bad: [
    [CONFIDENTIAL, 'as ref B had', 'as refs B and «C» had'],
    [DRAFT, 'the meeting of ref B', 'the meeting of refs B,\n(A), and «D»'],
    [SMART, 'The boats of ref B', 'The boats (ref B, para 2, and REF «C») of ref B'],
  ],
  good: [
    [CONFIDENTIAL, 'as ref B had', 'as ref B, I think, had'],
    [CONFIDENTIAL, 'as ref B had', 'as the ref U.S. paper and ref S/P memo had'],
    [CONFIDENTIAL, 'It stopped.', 'BEGIN TEXT\n\n4.  The bell of ref D.\n\nEND TEXT'],
    [
      CONFIDENTIAL,
      'B. 05 STATE 12345',
      'B. 05 STATE 12345\n     C 05 ROME 406',
      'It stopped.',
      'It stopped, as in ref C.',
    ],
    [CONFIDENTIAL, 'REF: A. 05 ROME 405\n     B. 05 STATE 12345', 'REF: 05 ROME 405', 'as ref B had', 'as ref C had'],
  ],
  check(view, report) {
    const listed = new Set(view.references.map(({ label }) => label));
    listed.delete(null);
    if (listed.size < 2 || !isReadable(view) || !areLettersInOrder(view)) return;
    for (const letter of citations(view).letters) {
      if (!letter.certain || listed.has(letter.text) || !isOwn(view, letter)) continue;
      listed.add(letter.text);
      // `C STATE 12345`, without a stop.
      const alone = new RegExp(`\\b${letter.text}\\b`);
      const fields = view.fields('ref');
      if (fields.some((field) => alone.test(view.value(field).text))) continue;
      const related = { ...span(fields[0]!), message: 'The references.' };
      report({ start: letter.start, end: letter.end }, { letter: letter.text }, { related });
    }
  },
});

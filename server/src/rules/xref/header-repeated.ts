import { span } from '../../model/fields';
import type { MessageView } from '../../model/view';
import type { Field, FieldKind } from '../../syntax/tree';
import { differ } from '../facts/essence';
import { rule } from '../rule';
import { CONFIDENTIAL, SMART, UNCLASSIFIED } from '../specimens';

const COMPARED: readonly FieldKind[] = ['tags', 'subject', 'eo'];

export const headerRepeated = rule({
  name: 'xref/header-repeated',
  severity: 'information',
  format: ['5.2', '3.1'],
  message: 'The text header is given a second time with different values.',
  why: 'Some systems repeat the text header inside the text; then both say the same. Only the first line that differs is reported; silent in quoted texts, which have headers of their own.',
  bad: [
    [UNCLASSIFIED, 'The bell rang.\n', 'The bell rang.\n\nE.O. 12958: N/A\n«TAGS: PREL, FR»\nSUBJECT: A BELL\n\n'],
    [
      CONFIDENTIAL,
      'It rang twice; see para 1.\n',
      'It rang twice; see para 1.\n\nE.O. 12958: DECL: 12/12/2016\nTAGS: PREL, ECON, IT\n«SUBJECT: TWO HORNS»\n\n',
    ],
  ],
  good: [
    [UNCLASSIFIED, 'The bell rang.\n', 'The bell rang.\n\nE.O. 12958: N/A\nTAGS: IT PREL\nSUBJECT: (U) A bell\n\n'],
    [
      UNCLASSIFIED,
      'The bell rang.\n',
      'The bell rang.\n\nBEGIN TEXT\n\nE.O. 12958: N/A\nTAGS: PREL, FR\nSUBJECT: A HORN\n\nEND TEXT\n\n',
    ],
    [UNCLASSIFIED, 'The bell rang.\n', 'The bell rang.\n\nE.O. 12958: N/A\nTAGS: PREL, IT\nSUBJECT: XXXXXXXXXXXX\n\n'],
    [
      SMART,
      'E.O.: 13526',
      'E.O.: Unknown',
      '1.  (SBU) Summary:',
      'UNCLAS LISBON 000321\n\nE.O. 12958: N/A\nTAGS: ECON, ETRD, PO\n\n1.  (SBU) Summary:',
    ],
  ],
  check(view, report) {
    const { body, blocks } = view.message;
    for (const header of body.repeatedHeaders) {
      if (blocks.some(({ kind, start, end }) => kind === 'quoted-text' && start <= header.start && header.start < end))
        continue;
      for (const kind of COMPARED) {
        const first = view.fields(kind)[0];
        const second = header.fields.find((each) => each.kind === kind);
        if (!first || !second || !isOther(view, first, second)) continue;
        report(span(second), null, { related: { ...span(first), message: 'The first time.' } });
        return;
      }
    }
  },
});

function isOther(view: MessageView, first: Field, second: Field): boolean {
  const [a, b] = [view.folded(first), view.folded(second)];
  // An old cable that SMART printed anew keeps its own order inside (FORMAT 1.5).
  if (first.kind === 'eo' && /^UNKNOWN/i.test(a)) return false;
  // The order of the codes says nothing.
  return differ(a, b) && (first.kind !== 'tags' || sorted(a) !== sorted(b));
}
const sorted = (text: string): string => (text.toUpperCase().match(/[A-Z0-9-]+/g) ?? []).sort().join(' ');

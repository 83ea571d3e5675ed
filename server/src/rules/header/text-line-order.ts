import { span } from '../../model/fields';
import { breakLine, isLineStart, reorder } from '../../rewrite/header-lines';
import type { Field, Span } from '../../syntax/tree';
import { type Edit, lineEnd, lineStart } from '../../text/edits';
import { LABELS } from '../facts/labels';
import { rule } from '../rule';
import { CONFIDENTIAL, DRAFT, RECORD, SMART, TRANSMITTED, UNCLASSIFIED } from '../specimens';

const ORDER = [...LABELS.keys()];
const rank = ({ kind }: Field): number => ORDER.indexOf(kind);

export const textLineOrder = rule({
  name: 'header/text-line-order',
  severity: 'information',
  format: ['3.1', '6'],
  message: '{line} normally precedes {other}.',
  messages: { joined: '{line} should begin a new line.' },
  why: 'E.O., TAGS, SUBJECT, REF and Classified By follow each other, each on a line of its own: readers and programs look for them there. Silent in the SMART layout, and where a whole text has lost its line breaks.',
  fix: 'Puts the lines in their order, if nothing else stands between them, or begins a new line.',
  bad: [
    [UNCLASSIFIED, 'E.O. 12958: N/A\nTAGS: PREL, IT\n', 'TAGS: PREL, IT\n«E.O.» 12958: N/A\n'],
    [
      TRANSMITTED,
      'SUBJECT: A BELL\nREF: A. 05 ROME 405\n     B. STATE 12345\n',
      'REF: A. 05 ROME 405\n     B. STATE 12345\n«SUBJECT»: A BELL\n',
    ],
    [
      DRAFT,
      'E.O. 13526: N/A\nTAGS: EFIS SENV IT\nSUBJECT: ITALY: CLAM FISHERS AND A CRAB\n',
      'SUBJECT: ITALY: CLAM FISHERS AND A CRAB\n«TAGS»: EFIS SENV IT\n«E.O.» 13526: N/A\n',
    ],
    [UNCLASSIFIED, 'N/A\nTAGS: PREL, IT\nSUBJECT', 'N/A «TAGS»: PREL, IT «SUBJECT»'],
    [
      CONFIDENTIAL,
      'REF: A. 05 ROME 405\n     B. 05 STATE 12345\n\nClassified By: Ambassador Ada Example for reasons 1.4 (b) and (d).',
      'Classified By: Ambassador Ada Example for reasons 1.4 (b) and (d).\n\n«REF»: A. 05 ROME 405\n     B. 05 STATE 12345',
    ],
  ],
  good: [
    [UNCLASSIFIED, 'E.O. 12958: N/A\n', ''],
    [UNCLASSIFIED, 'TAGS: PREL, IT\n', 'SIPDIS\nTAGS: PREL, IT\n'],
    [RECORD],
    [
      'UNCLAS ROME 000733 SIPDIS E.O. 12958: N/A TAGS: SCUL, IT SUBJECT: A BELL REF: ROME 690 1. (U) Summary: The bell was cast twice, as reftel said. End Summary. 2. (U) The first bell cracked on the way to the tower, and now it serves as a planter. 3. (U) The second bell hangs in it.',
    ],
    [SMART, 'E.O.: 13526\nTAGS: ECON, ETRD, PO\n', 'TAGS: ECON, ETRD, PO\nE.O.: 13526\n'],
  ],
  check(view, report) {
    const { header } = view.message;
    if (view.layout === 'smart' || !header) return;
    const fields = header.fields.filter(({ kind }) => LABELS.has(kind));
    const { clean } = view.cable;
    // Where the line begins above the header or goes on below, all breaks of the text were lost.
    const isJoined = ({ start, reading }: Field): boolean =>
      reading !== 'swallowed' &&
      !isLineStart(view, start) &&
      lineStart(clean, start) >= header.start &&
      lineEnd(clean, start) <= header.end;
    // With a caption or an address between them they have no places that others could take.
    const isTogether = header.fields.indexOf(fields.at(-1)!) - header.fields.indexOf(fields[0]!) < fields.length;
    const at = (field: Field): Span => (field.label.end > field.label.start ? field.label : span(field));
    // All of them at once, whichever finding is mended.
    let edits: Edit[] | null | undefined;
    for (const [i, field] of fields.entries()) {
      const before = fields[i - 1];
      const line = LABELS.get(field.kind)!;
      if (!before) continue;
      if (isJoined(field))
        report(
          at(field),
          { line },
          { as: 'joined', fix: { title: 'Begin a new line', edits: [breakLine(view, field.start)] } },
        );
      if (rank(field) >= rank(before)) continue;
      const other = LABELS.get(before.kind)!;
      if (edits === undefined) edits = isTogether ? reorder(view, fields, inOrder(fields)) : null;
      report(
        at(field),
        { line, other },
        {
          related: { ...at(before), message: `${other} stands here.` },
          fix: edits && { title: 'Put the lines in order', edits },
        },
      );
    }
  },
});

const inOrder = (fields: readonly Field[]): Field[] => [...fields].sort((a, b) => rank(a) - rank(b));

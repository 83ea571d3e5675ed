import { isClassified } from '../../model/classification';
import { pad } from '../../model/dates';
import { span } from '../../model/fields';
import { pageLines } from '../../model/pages';
import type { MessageView } from '../../model/view';
import { insertHeaderLine } from '../../rewrite/header-lines';
import { attestsPost } from '../facts/identity';
import { FL4_LETTERS } from '../facts/levels';
import { recordLevel, recordNumber } from '../facts/wrapper';
import { asWritten, strayLevel } from '../facts/written-levels';
import { rule } from '../rule';
import { CONFIDENTIAL, DRAFT, RECORD, SMART, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const classificationMissing = rule({
  name: 'header/classification-missing',
  severity: 'error',
  format: ['3.1', '3.2'],
  message: 'No classification line.',
  why: 'Every message is marked, also one that is unclassified, and the line gives its post and number as well. Silent in partial records, in drafts without a transmission header, where there is no text header at all, and where the line is there but its level is misspelt.',
  fix: 'Inserts the line with level, post and number of the archive.',
  bad: [
    [CONFIDENTIAL, 'C O N F I D E N T I A L SECTION 01 OF 02 ROME 000001\n', '', 'SIPDIS', '«SIPDIS»'],
    [UNCLASSIFIED, 'UNCLAS ROME 000001\n\nSENSITIVE\nSIPDIS\n\n', '\n', 'E.O. 12958: N/A', '«E.O. 12958: N/A»'],
    [RECORD, 'C O N F I D E N T I A L ANKARA 1204\n\n', '', 'E.O. 11652: GDS', '«E.O. 11652: GDS»'],
  ],
  good: [
    [DRAFT, 'UNCLAS ROME 000127\n\n', ''],
    [TRANSMITTED, 'C O N F I D E N T I A L', 'CONFIDENTAL'],
    [CONFIDENTIAL, 'C O N F I D E N T I A L', 'C O N F I D E N T A L'],
    [UNCLASSIFIED, 'UNCLAS ROME 000001\n', 'unclas rome 000001\n'],
    [SMART, 'UNCLASSIFIED\nSBU\n\n', ''],
  ],
  check(view, report) {
    const { message, layout } = view;
    const first = message.header?.fields[0];
    if (!first || !message.transmission || layout === 'smart' || view.has('classification') || view.partial) return;
    if (strayLevel(view)) return;
    // What stands there may be the line, or hide it.
    const isOdd = first.kind === 'unknown-line' || (first.kind === 'caption' && /\d/.test(view.folded(first)));
    const line = isOdd || !view.from ? null : lineOfRecord(view);
    const edit = line === null ? null : insertHeaderLine(view, 'classification', line);
    report(span(first), null, { fix: edit && { title: `Insert ${line}`, edits: [edit], drafter: true } });
  },
});

function lineOfRecord(view: MessageView): string | null {
  const level = recordLevel(view);
  const number = recordNumber(view);
  if (!level || !number) return null;
  // It is there, but not where it can be read: a second one would not help.
  const { post, serial } = number;
  if (view.cable.clean.split(/[\r\n]/).some((line) => line.trimEnd().endsWith(`${post} ${serial}`))) return null;
  // FM, FL4 or the order's line says otherwise: one of them is wrong.
  const order = view.fields('eo')[0];
  if (order && /\bN\/?A\b/i.test(view.folded(order)) === isClassified(level)) return null;
  if (view.from && !attestsPost(view, post)) return null;
  const mark = view.fl4?.mark?.text[0]?.toUpperCase();
  if (mark && !FL4_LETTERS[level].includes(mark)) return null;
  const pages = pageLines(view).filter((page) => page.section);
  const total = pages[0]?.total;
  if (pages[0] && pages.at(-1)!.section !== total) return null;
  const section = total ? `SECTION 01 OF ${pad(total)} ` : '';
  return `${asWritten(level)} ${section}${post} ${serial}`;
}

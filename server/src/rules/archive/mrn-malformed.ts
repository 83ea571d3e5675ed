import { span } from '../../model/fields';
import { messageReference } from '../../model/references';
import { preambleLength } from '../facts/preamble';
import { isRedacted, propose, rule } from '../rule';
import { CONFIDENTIAL } from '../specimens';

const COMPACT = /^\d{2}[A-Z][A-Z'.-]*\d{1,7}$/i;

export const mrnMalformed = rule({
  name: 'archive/mrn-malformed',
  severity: 'warning',
  format: ['1.1', '5.1', '6'],
  message: '`{text}` is not year + post + serial.',
  why: 'The identifier of the archive is two digits of the year, the post without blanks, and the number: `06ROME1`. Other cables cite it by that. Silent where it is redacted.',
  fix: 'Suggests the identifier that the classification line and the date-time group give.',
  bad: [
    [CONFIDENTIAL, '06ROME1\n', '«06ROME»\n'],
    [CONFIDENTIAL, '06ROME1\n', '«06 ROME 1»\n'],
    [CONFIDENTIAL, '06ROME1\n', '«06SECTION01OF02ROME1»\n'],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, '06ROME1\n', '06XXXXXXXX1\n'],
    [CONFIDENTIAL, '06ROME1\n', '06ROME000001\n'],
    [CONFIDENTIAL, '06ROME1\n', '06PORT-AU-PRINCE1\n'],
  ],
  check(view, report) {
    const field = preambleLength(view) === null ? null : view.preamble('mrn');
    if (!field) return;
    const text = view.folded(field);
    if (COMPACT.test(text) || isRedacted(text)) return;
    const { post, serial } = view.classification ?? {};
    const year = view.dtg?.date?.year ?? view.year;
    const line = post && serial ? { start: post.start, end: serial.end } : null;
    const own = line && year ? messageReference(year, post!.text, serial!.text) : view.reference;
    // FL3 gives another number: one of the two is wrong.
    const said = view.fl3?.serial?.text;
    const isDoubted = said?.length === 4 && !!own && Number(said) !== own.serial % 10_000;
    const id = own?.id;
    report(
      span(field),
      { text },
      {
        related: line && { ...line, message: `The classification line says ${view.text(line)}.` },
        fix: id && id !== text && !isDoubted ? propose(span(field), id) : null,
      },
    );
  },
});

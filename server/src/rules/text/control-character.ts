import { codeOf, type Odd, placesOf } from '../facts/characters';
import { isDraftOrRecord } from '../facts/shared';
import { more, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, UNCLASSIFIED } from '../specimens';

const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

/** A page begins with a form feed, and old systems ended a file with U+001A. */
const isInPlace = (text: string, { text: char, start, end }: Odd): boolean =>
  (char === '\f' && /[\r\n]|^$/.test(text.charAt(start - 1))) ||
  (char === '\x1a' && text.slice(end, end + 200).trim() === '');

/** A form feed or vertical tab between two words stood for a blank. */
const isBlank = (text: string, { text: char, start, end }: Odd): boolean =>
  (char === '\f' || char === '\v') && /\S/.test(text.charAt(start - 1)) && /\S/.test(text.charAt(end));

export const controlCharacter = rule({
  name: 'text/control-character',
  severity: 'warning',
  format: ['4.6'],
  message: 'Control character {found}{more}.',
  why: 'What cannot be seen can still stop a printer. Silent for form feeds at the beginning of a line and for the mark with which old systems ended a file.',
  fix: 'Deletes all of them.',
  bad: [
    [UNCLASSIFIED, 'The bell rang.', 'The «\x07»bell rang.'],
    [CONFIDENTIAL, 'It stopped.', 'It «\x1b»sto\x1b\0pped.'],
    [DRAFT, 'the port after', 'the port«\x0b»after'],
  ],
  good: [
    [UNCLASSIFIED],
    [CONFIDENTIAL, 'ROME 00000001', '\fROME 00000001'],
    [UNCLASSIFIED, 'EXAMPLE\n', 'EXAMPLE\n\x1a'],
  ],
  check(view, report) {
    if (!isDraftOrRecord(view)) return;
    const { text } = view.cable;
    const found = placesOf(view, CONTROL).filter((place) => !isInPlace(text, place));
    if (!found.length) return;
    const edits = found.map((place) => ({ start: place.start, end: place.end, text: isBlank(text, place) ? ' ' : '' }));
    const title = found.length > 1 ? 'Delete all control characters' : 'Delete the control character';
    report(found[0]!, { found: codeOf(found[0]!.text), more: more(found) }, { fix: { title, edits } });
  },
});

import type { MessageView } from '../../model/view';
import type { Edit } from '../../text/edits';
import { type Odd, placesOf } from '../facts/characters';
import { isDraftOrRecord } from '../facts/shared';
import { more, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, UNCLASSIFIED } from '../specimens';

const STOP = 8;

const NUMBER = /^ *¶?\d{1,3}[a-z]?[.)]/;
const AFTER_NUMBER = /^\s{0,9}¶?\d{1,3}[a-z]?[.)] {0,4}$/;

/** Blanks up to the next tab stop; none before the number of a paragraph and two after it: further right neither it nor its mark is read. */
function blanksFor({ cable: { text }, message }: MessageView, places: readonly Odd[]): Edit[] {
  let line = 0;
  let added = 0;
  let last = 0;
  return places.map(({ start, end }) => {
    const between = text.slice(last, start);
    const broken = Math.max(between.lastIndexOf('\n'), between.lastIndexOf('\r')) + 1;
    if (broken > 0) {
      line = last + broken;
      added = 0;
    }
    last = end;
    const before = text.slice(line, Math.min(start, line + 20));
    let blanks = 0;
    // There is no column in a header, and its labels and numbers stand one blank apart.
    if (start < message.body.start) blanks = 1;
    else if (start - line < 20 && AFTER_NUMBER.test(before)) blanks = 2;
    else if (before.trim() !== '' || !NUMBER.test(text.slice(end, end + 12)))
      for (let tab = start; tab < end; tab++) blanks += STOP - ((start - line + added + blanks) % STOP);
    added += blanks - (end - start);
    return { start, end, text: ' '.repeat(blanks) };
  });
}

export const tab = rule({
  name: 'text/tab',
  severity: 'information',
  style: true,
  format: ['4.6'],
  message: 'Use blanks, not tabs{more}.',
  why: 'Every relay sets tabs at other columns. Silent outside of the message.',
  fix: 'Puts blanks up to the next tab stop of eight columns for all tabs; two after the number of a paragraph.',
  bad: [
    [UNCLASSIFIED, 'The bell rang.', 'The«\t»bell rang.'],
    [CONFIDENTIAL, 'It stopped.', 'It«\t\t»stopped\tand rang.'],
    [DRAFT, '2.  (U) EconOff', '«\t»2.\t(U) EconOff'],
  ],
  good: [
    [UNCLASSIFIED, 'The bell rang.', 'The   bell rang.'],
    [CONFIDENTIAL, '06ROME1\nA BELL', '06ROME1\nA\tBELL'],
    [DRAFT],
  ],
  check(view, report) {
    if (!isDraftOrRecord(view)) return;
    const found = placesOf(view, /\t+/g);
    if (!found.length) return;
    const fix = {
      title: found.length > 1 ? 'Change all tabs to blanks' : 'Change to blanks',
      edits: blanksFor(view, found),
    };
    report(found[0]!, { more: more(found) }, { fix });
  },
});

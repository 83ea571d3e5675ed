import { snapshot } from '../../../server/src/features/snapshot';
import { outline } from '../../../server/src/model/outline';
import { check } from '../../../server/src/rules/check';
import { parse } from '../../../server/src/syntax/parse';
import type { Cable } from '../../../server/src/syntax/tree';
import type { Random } from '../../support/random';
import { insist, type Target } from '../engine/target';

/** What a parse is compared by: everything but the place for what readers find out. */
const told = ({ text, clean, layout, root, preamble, messages, trailer, places, lines }: Cable): string =>
  JSON.stringify({ text, clean, layout, root, preamble, messages, trailer, places, lines });

const TYPED = [
  ...'aB1. (:,)-\n\n',
  '\r\n',
  '\r',
  ' ',
  '',
  '',
  '',
  '\n\n2. (C) ',
  'TAGS: ',
  'BT\n',
  'REF: A. ROME 1\n',
  '¶',
  '&#8217;',
  '\t',
  'END SUMMARY',
  'QUOTE\n',
  '\ud83d',
  'é',
];

export const reparse: Target = {
  name: 'reparse',
  law: 'a cable that is typed into is read, checked and outlined as the whole text would be',
  longest: 4000,
  holds: ({ text, next }) => {
    let now = snapshot('file:///x.cable', 1, text);
    void now.cable;
    let at = next.int(0, text.length);
    const done: unknown[] = [];
    for (let version = 2; version < 14; version++) {
      // Typing goes on where it was; now and then the caret is set elsewhere.
      if (next.chance(0.25)) at = next.int(0, now.text.length);
      const change = edit(now.text, Math.min(at, now.text.length), next);
      done.push(change);
      const { start, end, put } = change;
      const after = now.text.slice(0, start) + put + now.text.slice(end);
      const earlier = { cable: now.cable, change: { start, end, length: put.length } };
      now = snapshot('file:///x.cable', version, after, earlier);
      at = start + put.length;
      const whole = parse(after);
      const how = (): string => `${JSON.stringify(text)}\n${JSON.stringify(done)}`;
      insist(told(now.cable) === told(whole), 'read as a whole', how);
      if (next.chance(0.5)) continue;
      insist(JSON.stringify(check(now.cable)) === JSON.stringify(check(whole)), 'checked as a whole', how);
      insist(JSON.stringify(outline(now.cable)) === JSON.stringify(outline(whole)), 'outlined as a whole', how);
    }
    return undefined;
  },
};

/** A keystroke, something pasted, a piece taken out or put elsewhere, a line that goes or comes back. */
function edit(text: string, at: number, next: Random): { start: number; end: number; put: string } {
  const drawn = next();
  if (drawn < 0.45) return { start: at, end: at, put: next.pick(TYPED) };
  if (drawn < 0.6) return { start: Math.max(0, at - next.int(1, 3)), end: at, put: '' };
  if (drawn < 0.75) return { start: at, end: Math.min(text.length, at + next.int(0, 60)), put: next.pick(TYPED) };
  const from = next.int(0, text.length);
  const piece = text.slice(from, from + next.int(1, 200));
  if (drawn < 0.9) return { start: at, end: at, put: piece };
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at) + 1 || text.length;
  return { start, end, put: drawn < 0.95 ? '' : piece };
}

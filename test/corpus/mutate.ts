/**
 * Cables that are spoilt by chance: defects planted into good ones, characters and lines damaged. All that is done to a cable is a list of
 * edits of the good text, so that each may be left out: to make a failing case smaller, and to see what was wrong without another.
 */
import fc from 'fast-check';
import { applyEdits, type Edit, overlap } from '../../server/src/text/edits';
import { random } from '../support/random';
import { DEFECTS } from './defects';

/** A good text, and what is already done to it. */
export interface Base {
  readonly name: string;
  readonly text: string;
  readonly damage: readonly Edit[];
}

export interface Mutation {
  readonly kind: (typeof KINDS)[number];
  /** Where, as a part of the text; near the beginning for half of them, as headers are there. */
  readonly at: number;
  /** What is put there, where something is. */
  readonly put: string;
}

export interface Spoilt {
  readonly base: number;
  readonly defects: readonly { readonly which: number; readonly seed: number }[];
  readonly mutations: readonly Mutation[];
  readonly lineBreak: '\n' | '\r\n' | '\r';
  /** A blank at the end of every line. */
  readonly trailing: boolean;
}

const KINDS = [
  'delete',
  'duplicate',
  'swap',
  'replace',
  'insert',
  'delete-line',
  'duplicate-line',
  'swap-lines',
  'join-lines',
  'break-line',
  'blank-line',
  'upper',
  'lower',
] as const;
const NAMES = Object.values(DEFECTS);
/** Characters that mean something in a cable, or that copying brings into it. */
const PUT = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:;,./()-# ¶\t\x07’“é', '&#8217;', '\u2010', '  ', 'XXXXXXXX'];

/** Between 0 and 1; half of them near 0. */
const place = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.boolean())
  .map(([at, isEarly]) => (isEarly ? (at / 10_000) ** 2 / 2 : at / 10_000));

export const spoilt = (bases: number): fc.Arbitrary<Spoilt> =>
  fc.record({
    base: fc.nat(bases - 1),
    defects: fc.array(fc.record({ which: fc.nat(NAMES.length - 1), seed: fc.nat(999) }), { maxLength: 3 }),
    mutations: fc.array(fc.record({ kind: fc.constantFrom(...KINDS), at: place, put: fc.constantFrom(...PUT) }), {
      maxLength: 3,
    }),
    lineBreak: fc.constantFrom<'\n' | '\r\n' | '\r'>('\n', '\n', '\n', '\r\n', '\r'),
    trailing: fc.boolean(),
  });

/** Everything that is done to the good text, in its own offsets; of two that touch one place the first is done. */
export function damageOf({ base, defects, mutations }: Spoilt, bases: readonly Base[]): Edit[] {
  const { text, damage } = bases[base]!;
  const wanted = [
    ...damage,
    ...defects.map(({ which, seed }) => difference(text, NAMES[which]!(text, random(seed))?.text ?? text)),
    ...mutations.map((mutation) => difference(text, mutate(text, mutation))),
  ];
  const done: Edit[] = [];
  for (const edit of wanted) if (edit && !done.some((each) => overlap(each, edit))) done.push(edit);
  return done;
}

/** The good text after some of the damage. */
export function spoil({ base, lineBreak, trailing }: Spoilt, bases: readonly Base[], damage: readonly Edit[]): string {
  let text = applyEdits(bases[base]!.text, damage);
  if (trailing) text = text.replace(/(?<=[^\n ])\n/g, ' \n');
  return lineBreak === '\n' ? text : text.replaceAll('\n', lineBreak);
}

/** The one edit that makes a text of another; null where they are the same. */
function difference(from: string, to: string): Edit | null {
  if (from === to) return null;
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start++;
  let [end, last] = [from.length, to.length];
  while (end > start && last > start && from[end - 1] === to[last - 1]) {
    end--;
    last--;
  }
  return { start, end, text: to.slice(start, last) };
}

/** The edits that make a text of another, each of whole lines that lie together. */
export function lineDifferences(from: string, to: string): Edit[] {
  const [a, b] = [from.split(/(?<=\n)/), to.split(/(?<=\n)/)];
  // The longest run of lines that both have, from each pair of lines on.
  const common = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i]![j] = a[i] === b[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
  const edits: Edit[] = [];
  let [i, j, at] = [0, 0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      at += a[i]!.length;
      i++;
      j++;
      continue;
    }
    const start = at;
    let text = '';
    while ((i < a.length || j < b.length) && !(i < a.length && j < b.length && a[i] === b[j])) {
      if (j < b.length && (i >= a.length || common[i]![j + 1]! >= common[i + 1]![j]!)) text += b[j++];
      else at += a[i++]!.length;
    }
    edits.push({ start, end: at, text });
  }
  return edits;
}

function mutate(text: string, { kind, at, put }: Mutation): string {
  if (text.length < 2) return text;
  const i = Math.floor(at * (text.length - 1));
  if (!kind.includes('line')) {
    const [before, char, next, after] = [text.slice(0, i), text[i]!, text[i + 1]!, text.slice(i + 1)];
    switch (kind) {
      case 'delete':
        return before + after;
      case 'duplicate':
        return before + char + char + after;
      case 'swap':
        return before + next + char + text.slice(i + 2);
      case 'replace':
        return before + put + after;
      case 'insert':
        return before + put + char + after;
      case 'upper':
        return before + char.toUpperCase() + after;
      default:
        return before + char.toLowerCase() + after;
    }
  }
  const lines = text.split('\n');
  const n = text.slice(0, i).split('\n').length - 1;
  const line = lines[n]!;
  switch (kind) {
    case 'delete-line':
      lines.splice(n, 1);
      break;
    case 'duplicate-line':
      lines.splice(n, 0, line);
      break;
    case 'swap-lines':
      if (n + 1 < lines.length) lines.splice(n, 2, lines[n + 1]!, line);
      break;
    case 'join-lines':
      if (n + 1 < lines.length) lines.splice(n, 2, line + lines[n + 1]!);
      break;
    case 'break-line':
      lines.splice(n, 1, line.slice(0, line.length >> 1), line.slice(line.length >> 1));
      break;
    default:
      lines.splice(n, 0, '');
  }
  return lines.join('\n');
}

/** What somebody types: words at places all over the text, letter by letter, each taken back again, so that the text stays as long as it is. */

export interface Keystroke {
  /** Where it is typed, in words. */
  readonly place: string;
  /** Counted from 0, in UTF-16 code units, as the protocol does; one letter is taken away where they are not the same. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly typed: string;
  /** A word is whole: a good moment to compare. */
  readonly whole: boolean;
  /** The text after it. */
  readonly after: () => string;
}

/** As long as each other: letters, a capital, digits, brackets, signs. */
const WORDS = ['harbors ', 'MOI (in ', '30 lamps', 'ref C, p'];
/** Where in the text the paragraphs and the heading are; from pass to pass a little further. */
const SHARES: readonly (readonly [place: string, share: number])[] = [
  ['first paragraphs', 0.03],
  ['middle', 0.5],
  ['end', 0.93],
];
const FURTHER = 0.013;

/** How many keystrokes a pass has: six places, a word to and fro. */
export const PASS = 6 * 2 * WORDS[0]!.length;

export function typing(text: string, passes: number): Keystroke[] {
  const lines = text.split('\n');
  const starts: number[] = [];
  for (let at = 0, line = 0; line < lines.length; at += lines[line++]!.length + 1) starts.push(at);
  return Array.from({ length: passes }, (_, pass) => {
    const word = WORDS[pass % WORDS.length]!;
    return placesOf(lines, pass * FURTHER).flatMap(([place, line, character]) =>
      toAndFro(text, place, line, character, starts[line]! + character, word),
    );
  }).flat();
}

type Place = readonly [place: string, line: number, character: number];

function placesOf(lines: readonly string[], further: number): Place[] {
  const find = (place: string, from: number, at: (line: string, next: string) => number): Place => {
    for (let step = 0; step < lines.length; step++) {
      const line = (from + step) % lines.length;
      const character = at(lines[line]!, lines[line + 1] ?? '');
      if (character > 0) return [place, line, character];
    }
    throw new Error(`no ${place}`);
  };
  const share = (of: number): number => Math.floor((of + further) * lines.length) % lines.length;
  // The Markdown has the same lines.
  const endOf =
    (pattern: RegExp) =>
    (line: string): number =>
      pattern.exec(line)?.[0].length ?? -1;
  return [
    find('subject', 0, endOf(/^SUBJECT: .*\S/)),
    find('TAGS', 0, endOf(/^TAGS: .*\S/)),
    ...SHARES.map(([place, of]) =>
      find(place, share(of), (line) => (/^[A-Za-z][\w ,.;]{40,} *$/.test(line) ? line.indexOf(' ', 20) + 1 : -1)),
    ),
    find('heading', share(0.5), (line, next) =>
      /^-{3,} *$/.test(next) || /^#+ /.test(line) ? line.trimEnd().length : -1,
    ),
  ];
}

function toAndFro(
  text: string,
  place: string,
  line: number,
  character: number,
  offset: number,
  word: string,
): Keystroke[] {
  const [before, behind] = [text.slice(0, offset), text.slice(offset)];
  const with_ = (letters: number) => (): string => before + word.slice(0, letters) + behind;
  const there = Array.from(word, (typed, at): Keystroke => {
    const start = character + at;
    return { place, line, start, end: start, typed, whole: at === word.length - 1, after: with_(at + 1) };
  });
  const back = Array.from(word, (_, at): Keystroke => {
    const end = character + word.length - at;
    const left = word.length - at - 1;
    return { place, line, start: end - 1, end, typed: '', whole: false, after: with_(left) };
  });
  return [...there, ...back];
}

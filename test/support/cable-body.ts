/** The text of an invented cable. */
import type { Facts, Level } from './facts';
import { CLAUSES, HEADINGS, PEOPLE, TAILS, VERBS } from './words';

const MARK: Record<Level, string> = { UNCLASSIFIED: 'U', SENSITIVE: 'SBU', CONFIDENTIAL: 'C', SECRET: 'S' };

export const sentence = ({ next }: Facts): string => {
  const tail = next.chance(0.5) ? `, ${next.pick(TAILS)}` : '';
  return `${next.pick(PEOPLE)} ${next.pick(VERBS)} ${next.pick(CLAUSES)}${tail}.`;
};

/** Words folded to a width: a teleprinter's 69 columns hold them with room to spare. */
export function foldLines(words: string, width = 62): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  lines.push(line);
  return lines;
}

interface Style {
  /** `¶` before numbers, as one archive writes. */
  readonly pilcrow: boolean;
  readonly capitals: boolean;
  readonly marks: boolean;
}

/** The text from the first paragraph to the last, blank lines between. */
export function body(
  facts: Facts,
  size: number,
  { pilcrow, capitals, marks }: Style,
  interrupt: (part: number) => string[],
): string[] {
  const { next, references, sections, asides } = facts;
  const lines: string[] = [];
  const lengthOf = (): number => lines.reduce((sum, line) => sum + line.length + 1, 0);
  const letters = references.length > 1 ? references.map((_, at) => String.fromCharCode(65 + at)) : [];
  let number = 0;
  let part = 1;
  let heading = 0;
  const write = (words: string): void => {
    number++;
    const mark = marks ? `(${number % 4 === 2 ? 'U' : MARK[facts.level]}) ` : '';
    const text = `${pilcrow ? '¶' : ''}${number}.  ${mark}${words}`;
    lines.push(...foldLines(capitals ? text.toUpperCase() : text), '');
  };
  const cite = letters.length
    ? ` Post reported this in refs ${letters.length > 2 ? letters.slice(0, -1).join(', ') : letters[0]} and ${letters.at(-1)}.`
    : references.length
      ? ' This follows reftel.'
      : '';
  write(`Summary:  ${sentence(facts)} ${sentence(facts)}${cite} End summary.`);
  while (lengthOf() < size || part < sections || number <= asides.length) {
    if (number > 1 && next.chance(0.25) && heading < HEADINGS.length) {
      const title = HEADINGS[heading++]!;
      lines.push('', ...(capitals ? [title.toUpperCase()] : [title]), '-'.repeat(title.length), '');
    }
    const drawn = Array.from({ length: next.int(2, 6) }, () => sentence(facts)).join(next.chance(0.5) ? '  ' : ' ');
    const aside = asides[number - 1];
    const words = aside ? `${drawn} ${aside}` : drawn;
    if (number > 2 && next.chance(0.08)) write(`${words} See paragraph ${next.int(1, number)}.`);
    else write(words);
    if (next.chance(0.1)) {
      lines.push(
        ...['a first list of lamps', 'a second list, by harbor', 'the bill for both'].map(
          (item) => `-- ${capitals ? item.toUpperCase() : item};`,
        ),
        '',
      );
    }
    if (next.chance(0.06)) {
      lines.push(
        'Year       Ships     Tons      Crew',
        ...[1, 2, 3]
          .map(
            (row) =>
              `${facts.year - row}         ${next.int(10, 99)}       ${next.int(100, 999)}       ${next.int(10, 99)}`,
          )
          .map(String),
        '',
      );
    }
    if (part < sections && lengthOf() > (size / sections) * part) lines.push(...interrupt(++part));
  }
  lines.push('', capitals ? 'COMMENT' : 'Comment', '-------', '');
  write(`${sentence(facts)}  ${sentence(facts)}  End comment.`);
  return lines;
}

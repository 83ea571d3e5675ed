/** How a mess is made of a good cable: where it may stand, and what it puts there. */
import type { Random } from '../support/random';

export interface Mess {
  readonly what: string;
  /** The rules that section 6 names for it. */
  readonly names: readonly string[];
  /** Null where the cable has no place for it. */
  readonly make: (text: string, next: Random) => string | null;
}

/** Changes the first place of a pattern; null where there is none, or where nothing changes. */
export const change =
  (pattern: RegExp, to: string | ((...match: string[]) => string)): Mess['make'] =>
  (text) => {
    const made = text.replace(pattern, to as string);
    return made === text ? null : made;
  };
/** Puts lines behind one that a pattern finds. */
export const below = (pattern: RegExp, lines: string): Mess['make'] => change(pattern, (line) => `${line}\n${lines}`);
export const both =
  (...makes: Mess['make'][]): Mess['make'] =>
  (text, next) =>
    makes.reduce<string | null>((made, make) => (made === null ? null : make(made, next)), text);
/** Only in cables that hold a pattern, or do not. */
export const where =
  (pattern: RegExp, make: Mess['make']): Mess['make'] =>
  (text, next) =>
    pattern.test(text) ? make(text, next) : null;
export const unless =
  (pattern: RegExp, make: Mess['make']): Mess['make'] =>
  (text, next) =>
    pattern.test(text) ? null : make(text, next);

export const CLASS =
  /^(UNCLAS|LIMITED OFFICIAL USE|C O N F I D E N T I A L|S E C R E T)( SECTION \d+ OF \d+)? ([A-Z][A-Z ]*?) (\d{4,6}) ?$/m;
export const ADDRESS = /^(?:TO |INFO )?[A-Z]+\/AMEMBASSY [A-Z ]+ \d{4}$/m;
export const TAGS = /^TAGS: (.*)$/m;
export const PAGE = /^([A-Z][A-Z ]+ \d{8} {2}\d{3} OF \d{3}) ?$/m;
export const PARAGRAPH = /^(?:¶?\d+\. +|\([A-Z]+\) \d+\. +)/;
export const WEB = /<pre>/;
export const RECORD = /^Message Text/;
export const SMART = /^MRN: /m;

/** The place of a sentence in a line of prose that goes on in the next: not the first line of a paragraph, not a table. */
export function inProse(text: string, next: Random, change: (line: string) => string): string | null {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => PARAGRAPH.test(line));
  const places = lines.flatMap((line, at) =>
    from >= 0 &&
    at > from &&
    /^[A-Z][a-z]+ [a-z ,]{24,}|^[a-z]+ [a-z ,]{24,}/.test(line) &&
    /[a-z,]/.test(lines[at - 1]!.trimEnd().at(-1) ?? '.')
      ? [at]
      : [],
  );
  if (!places.length) return null;
  const at = next.pick(places);
  lines[at] = change(lines[at]!);
  return lines.join('\n');
}

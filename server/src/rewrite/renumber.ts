/** Numbering the paragraphs of a cable anew, and what cites them (FORMAT 4.1). */
import type { OwnParagraph } from '../model/body';
import type { ParagraphNumber } from '../model/citations';
import { type Token, token } from '../model/fields';
import { paragraphMentions } from '../model/paragraph-mentions';
import type { MessageView } from '../model/view';
import { type ParagraphStart, paragraphStart } from '../syntax/paragraph-start';
import type { Paragraph, Span } from '../syntax/tree';
import type { Edit } from '../text/edits';
import { editParagraph } from './refold';

/** `2a`: 2 and `a`. */
export function paragraphNumber(view: MessageView, { number }: Paragraph): { value: number; letter: string } | null {
  const match = number ? /^(\d{1,3})([a-z]?)$/.exec(view.text(number)) : null;
  return match && { value: Number(match[1]), letter: match[2]! };
}

interface Numbered {
  readonly own: OwnParagraph;
  /** Null: it has none yet. */
  readonly number: Span | null;
  /** Without its letter. */
  readonly old: number;
  readonly value: number;
}

/**
 * Numbers at the beginning or below blank lines of a paragraph that were not read as those of paragraphs, as the number before them was
 * wrong; but would be, were it `value`.
 */
export function hiddenNumbers(
  { cable }: MessageView,
  { children, number }: Paragraph,
  value: number,
): ParagraphStart[] {
  const found: ParagraphStart[] = [];
  for (let i = number ? 1 : 0; i < children.length; i++) {
    const line = children[i]!;
    if (i > 0 && children[i - 1]!.kind !== 'blank') continue;
    if (line.kind !== 'text' && line.kind !== 'list-item') continue;
    const start = paragraphStart(cable.clean, line, found.at(-1)?.value ?? value);
    if (start?.number) found.push(start);
  }
  return found;
}

/** The one number below a blank line of a paragraph that is too high to have been read as that of the next: `22` for `2`. */
export function strayNumber({ cable }: MessageView, { children }: Paragraph, next: number): Token | null {
  let found: Token | null = null;
  for (let i = 1; i < children.length; i++) {
    const { start, end, kind } = children[i]!;
    if (children[i - 1]!.kind !== 'blank' || kind !== 'list-item') continue;
    const match = /^( {0,3})(\d{1,3})[.)] {0,4}["(]?[A-Z(]/.exec(cable.clean.slice(start, Math.min(start + 16, end)));
    if (!match) continue;
    if (found || Number(match[2]) < next + 3) return null;
    found = token(match[2]!, start + match[1]!.length);
  }
  return found;
}

/**
 * The paragraphs that count on from the first, with their new numbers, and also those given that have none. Left out are lists and
 * annexes that begin anew at 1, and what follows a header given again, unless it counts on.
 */
export function numbering(view: MessageView, unnumbered: readonly OwnParagraph[] = []): Numbered[] {
  const found: Numbered[] = [];
  const { repeatedHeaders } = view.message.body;
  let old = 0;
  let value = 0;
  let headers = 0;
  /** The last number of a list or an annex; 0 outside of one. */
  let annex = 0;
  for (const own of view.paragraphs) {
    const number = paragraphNumber(view, own.paragraph);
    if (!number) {
      if (!found.length || annex) continue;
      if (unnumbered.includes(own)) found.push({ own, number: null, old, value: ++value });
      else if (value !== old) addHidden(own);
      continue;
    }
    const known = headers;
    while (headers < repeatedHeaders.length && repeatedHeaders[headers]!.start < own.paragraph.start) headers++;
    if (!found.length) value = number.value;
    else {
      if (headers > known && number.value !== old + 1) break;
      if (annex || (number.value === 1 && old > 1 && !number.letter)) {
        if (number.value !== old + 1 || number.value === annex + 1) {
          annex = number.value;
          continue;
        }
        annex = 0;
      }
      const stray = number.value === old + 2 && strayNumber(view, found.at(-1)!.own.paragraph, old + 1);
      if (stray) found.push({ own: found.at(-1)!.own, number: stray, old: Number(stray.text), value: ++value });
      // `2a` belongs to 2, or stands for it.
      if (!number.letter || number.value === old + 1) value++;
      else if (number.value !== old) continue;
    }
    old = number.value;
    found.push({ own, number: own.paragraph.number, old, value });
    if (value !== old) addHidden(own);
  }
  return found;

  function addHidden(own: OwnParagraph): void {
    for (const hidden of hiddenNumbers(view, own.paragraph, value)) {
      old = hidden.value;
      found.push({ own, number: hidden.number, old, value: ++value });
    }
  }
}

/**
 * Numbers the drafter's own paragraphs consecutively from the first one's number, also those given that have none, and changes what
 * cites them. Empty where nothing changes.
 */
export function renumber(view: MessageView, unnumbered: readonly OwnParagraph[] = []): Edit[] {
  const all = numbering(view, unnumbered);
  const edits: Edit[] = [];
  const moved = new Map<number, number>();
  for (const { own, number, old, value } of all) {
    if (!number) {
      const start = inkStart(view, own.paragraph);
      edits.push({ start, end: start, text: `${value}${stopOf(view, all)}` });
      continue;
    }
    const letter = view.text(number).replace(/\d+/, '');
    if (value !== old) edits.push({ start: number.start, end: number.end, text: `${value}${letter}` });
    if (!moved.has(old)) moved.set(old, value);
  }
  if (!edits.length) return [];
  for (const mention of mentionsOf(view, all)) {
    const { start, end, value } = mention;
    const right = newValue(mention, moved);
    if (right !== value) edits.push({ start, end, text: String(right) });
  }
  return inParagraphs(view, edits);
}

/** The numbers by which those paragraphs are cited: an annex cites its own paragraphs. Not those that are written as entities. */
export function mentionsOf(view: MessageView, all: readonly Numbered[]): ParagraphNumber[] {
  const counted = new Set(all.map(({ own }) => own));
  const others = view.paragraphs.filter((own) => own.paragraph.number && !counted.has(own));
  let at = 0;
  return paragraphMentions(view).filter(({ start, end, value }) => {
    while (at < others.length && others[at]!.paragraph.end <= start) at++;
    if (at < others.length && others[at]!.paragraph.start <= start) return false;
    return view.cable.text.slice(start, end) === String(value);
  });
}

/** What a cited number becomes. Where the first or last of a range is not there, the nearest paragraph within it counts. */
function newValue({ value, range }: ParagraphNumber, moved: ReadonlyMap<number, number>): number {
  let at = value;
  if (range === 'from') while (!moved.has(at) && at < value + 9) at++;
  if (range === 'to') while (!moved.has(at) && at > value - 9) at--;
  return moved.get(at) ?? value;
}

/** Paragraphs of which a line gets too long are folded. */
function inParagraphs(view: MessageView, edits: Edit[]): Edit[] {
  edits.sort((a, b) => a.start - b.start);
  const done: Edit[] = [];
  let at = 0;
  for (const { paragraph } of view.paragraphs) {
    while (at < edits.length && edits[at]!.start < paragraph.start) done.push(edits[at++]!);
    const own: Edit[] = [];
    while (at < edits.length && edits[at]!.start < paragraph.end) own.push(edits[at++]!);
    if (own.length) done.push(...editParagraph(view, paragraph, own));
  }
  return [...done, ...edits.slice(at)];
}

function inkStart({ cable }: MessageView, { start, end }: Paragraph): number {
  let at = start;
  while (at < end && /\s/.test(cable.clean[at]!)) at++;
  return at;
}

/** What stands between the first number and its text: `.  ` */
function stopOf({ cable }: MessageView, all: readonly Numbered[]): string {
  const { number } = all[0]!.own.paragraph;
  return /^[.)] {1,3}/.exec(cable.text.slice(number!.end, number!.end + 4))?.[0] ?? '.  ';
}

/**
 * Formatting a cable (FORMAT 3.5 to 3.8, 4.2, 4.5, 4.6). Only white space changes, and how long the rules of headings are; and only where
 * the text then still says the same to the parser: the changes are made, the text is read again, and what would make another cable of
 * it is left out. What is formatted stays as it is.
 */
import { viewOf } from '../model/view';
import { parse } from '../syntax/parse';
import type { Cable, Heading, Message, Paragraph, Span } from '../syntax/tree';
import { applyEdits, type Edit, lineBreak, lineEnd, lineStart } from '../text/edits';
import type { Steps } from '../text/steps';
import { spaceLines } from './blank-lines';
import { wrongRules } from './heading-rules';
import { layLabelOut } from './label-blanks';
import { sameReading } from './reading';
import { layReferencesOut } from './reference-lines';
import { refoldRuns, WIDTH } from './refold';
import { layTagsOut } from './tags-line';
import { removeTrailingBlanks } from './trailing-blanks';
import { whiteSpaceEdits } from './white-space';

export interface FormatOptions {
  /** Characters a line: 69 as relays take, 65 and 55 are usual as well. */
  readonly width: number;
  /** Blanks at the ends of lines stay, as archives have them. */
  readonly keepTrailingBlanks: boolean;
  /** A break ends the last line. */
  readonly finalBreak: boolean;
}
/** In fewer characters not even headings have room. */
export const NARROWEST = 30;
export const FORMAT_DEFAULTS: FormatOptions = { width: WIDTH, keepTrailingBlanks: false, finalBreak: true };

type IsGood = (after: Cable) => Steps<boolean>;
// biome-ignore lint/correctness/useYield: it takes no time.
function* anyIsGood(): Steps<boolean> {
  return true;
}

/** So often are a text's changes made and looked at again; twice is usual. */
const ROUNDS = 8;
/**
 * So many characters are read in all to find out which changes are to be left out, and the cable so often at least: of a large one with much
 * damage not all is found out, and what is not known to be good is left.
 */
const READ_AT_MOST = 2_500_000;
const READINGS = 12;

/**
 * The edits that format a cable, or the lines that a span touches, in order; empty where it is formatted. Each step reads the text at most
 * once.
 * @param isGood what else must hold of the cable after changes.
 */
export function* format(
  cable: Cable,
  options = FORMAT_DEFAULTS,
  within: Span | null = null,
  isGood: IsGood = anyIsGood,
): Steps<Edit[]> {
  let now = cable;
  let span = within && wholeLines(cable.text, within);
  let readings = Math.max(READINGS, Math.floor(READ_AT_MOST / (cable.text.length + 1)));
  for (let round = 0; round < ROUNDS && readings > 0; round++) {
    const wanted = changes(now, options).filter(
      ({ start, end }) => !span || (start <= span.end && end >= span.start && !(start === span.end && end > start)),
    );
    const { made, next, read } = yield* makeSafely(now, wanted, readings, isGood);
    readings -= read;
    if (!made.length) break;
    if (span) span = { start: moved(span.start, made, false), end: moved(span.end, made, true) };
    now = next;
  }
  return whiteSpaceEdits(cable.text, now.text);
}

/** All that could be changed, in order, none touching another. */
function changes(cable: Cable, { width, keepTrailingBlanks, finalBreak }: FormatOptions): Edit[] {
  const { text } = cable;
  const found = [...spaceLines(cable), ...cable.messages.flatMap((message) => changesIn(cable, message, width))];
  if (!keepTrailingBlanks) found.push(...removeTrailingBlanks(text));
  if (finalBreak && text.slice(lineStart(text, text.length)).trim() !== '')
    found.push({ start: text.length, end: text.length, text: lineBreak(text, text.length) });
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: Edit[] = [];
  for (const edit of found) {
    const last = apart.at(-1);
    // Of two that touch one place the larger counts; the other is found in the next round, if it is still wanted.
    if (!last || edit.start >= last.end) apart.push(keepTrailingBlanks ? edit : withoutTrailingBlanks(edit));
  }
  return apart;
}

function changesIn(cable: Cable, message: Message, width: number): Edit[] {
  const view = viewOf(cable, message);
  const edits: Edit[] = [];
  for (const { fields } of [...(message.header ? [message.header] : []), ...message.body.repeatedHeaders])
    for (const field of fields) {
      const tags = field.kind === 'tags' ? layTagsOut(view, field, width) : null;
      if (tags) edits.push(tags);
      if (field.kind === 'eo' || field.kind === 'subject') edits.push(...layLabelOut(view, field));
      if (field.kind === 'ref') edits.push(...layReferencesOut(view, field, width));
    }
  for (const { heading } of message.body.sections) if (heading) edits.push(...ruleEdits(heading));
  for (const { paragraph } of view.paragraphs) edits.push(...foldEdits(paragraph));
  return edits;

  function ruleEdits(heading: Heading): Edit[] {
    return wrongRules(view, heading).flatMap(({ start, end, text }) => (text === null ? [] : [{ start, end, text }]));
  }
  function foldEdits(paragraph: Paragraph): Edit[] {
    return refoldRuns(view, paragraph, width);
  }
}

const withoutTrailingBlanks = ({ start, end, text }: Edit): Edit => ({
  start,
  end,
  text: text.length > 2 ? text.replace(/(?<![ \t])[ \t]+(?=[\r\n])/g, '') : text,
});

/** Those changes after which the text reads as before, and what it then is; and how often it was read, `most` times at most. */
function* makeSafely(
  cable: Cable,
  edits: readonly Edit[],
  most: number,
  isGood: IsGood,
): Steps<{ made: readonly Edit[]; next: Cable; read: number }> {
  let made: readonly Edit[] = [];
  let next = cable;
  const left: (readonly Edit[])[] = edits.length ? [edits] : [];
  let read = 0;
  for (; left.length && read < most; read++) {
    yield;
    const some = left.pop()!;
    const tried = [...made, ...some];
    const after = parse(applyEdits(cable.text, tried));
    if (sameReading(cable, after) && (yield* isGood(after))) {
      made = tried;
      next = after;
    } else if (some.length > 1) {
      const half = some.length >> 1;
      left.push(some.slice(half), some.slice(0, half));
    }
  }
  return { made, next, read };
}

/** From the beginning of the first line to the end of the last. */
function wholeLines(text: string, { start, end }: Span): Span {
  const isBehindBreak = end > start && (text[end - 1] === '\n' || text[end - 1] === '\r');
  return { start: lineStart(text, start), end: isBehindBreak ? end - 1 : lineEnd(text, end) };
}

/** Where an offset is after edits; one inside an edit goes to its end, or to its beginning. */
function moved(offset: number, edits: readonly Edit[], toEnd: boolean): number {
  let by = 0;
  for (const { start, end, text } of edits) {
    if (end < offset || (end === offset && start < end)) by += text.length - (end - start);
    else if (start < offset) return start + by + (toEnd ? text.length : 0);
  }
  return offset + by;
}

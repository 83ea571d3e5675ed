/** What archives and web copies have put into a cable, taken out (FORMAT 1.3, 1.4): `¶`, HTML entities, release stamps, lines of `¿`. */
import type { MessageView } from '../model/view';
import { decode } from '../syntax/decode';
import type { LineKind, Span } from '../syntax/tree';
import { type Edit, lineBreak, lineStart, nextLine } from '../text/edits';
import { lastFrom } from '../text/sorted';
import { furnitureRuns, takeOut } from './furniture-runs';

const STAMPS: ReadonlySet<LineKind> = new Set(['release-stamp', 'artefact']);

/** Those that a span touches; without one all. In order; empty where there are none. */
export function removeArtefacts(view: MessageView, within: Span | null = null): Edit[] {
  const stamps = stampEdits(view, within);
  const isIn = ({ start, end }: Span): boolean => within === null || (start <= within.end && within.start <= end);
  // The others are in order, and there may be thousands.
  const apart = (edits: readonly Edit[], others: readonly Edit[]): Edit[] =>
    edits.filter((edit) => isIn(edit) && (lastFrom(others, edit.end - 1)?.end ?? 0) <= edit.start);
  const signs = apart(anchors(view), stamps);
  // Nor those in the link of a sign, which goes with it.
  const taken = [...stamps, ...signs].sort((a, b) => a.start - b.start);
  return [...taken, ...apart(entities(view), taken)].sort((a, b) => a.start - b.start);
}

/** With the blank lines around them, where nothing else stands there: a stamp may have come into a sentence. */
function stampEdits(view: MessageView, within: Span | null): Edit[] {
  const { text } = view.cable;
  return furnitureRuns(view).flatMap((run): Edit[] => {
    const stamps = run.lines.filter(({ kind }) => STAMPS.has(kind));
    const asked = stamps.filter(({ start, end }) => within === null || (start <= within.end && within.start <= end));
    if (!asked.length) return [];
    if (asked.length === stamps.length && run.lines.every(({ kind }) => STAMPS.has(kind) || kind === 'blank'))
      return [takeOut(view, run)];
    return asked.map(({ start }) => ({ start: lineStart(text, start), end: nextLine(text, start), text: '' }));
  });
}

/** `¶` before the number of a paragraph or the letter of a reference: as an entity too, and with the link that it is in web pages. */
function anchors({ cable: { text, clean }, message }: MessageView): Edit[] {
  const edits: Edit[] = [];
  for (let at = clean.indexOf('¶', message.start); at >= 0 && at < message.end; at = clean.indexOf('¶', at + 1)) {
    let [start, end] = [at, at + 1];
    while (clean[start - 1] === '\uFEFF') start--;
    while (clean[end] === '\uFEFF') end++;
    if (!/^ {0,3}[\dA-Z([]/.test(clean.slice(end, end + 5))) continue;
    const sign = /^(?:¶|&[#a-z0-9]{2,8};)/i.exec(text.slice(at, end))?.[0] ?? '';
    const isLink = /^<a\b[^<>]*>$/i.test(text.slice(start, at)) && /^<\/a>$/i.test(text.slice(at + sign.length, end));
    if (sign) edits.push(isLink ? { start, end, text: '' } : { start: at, end: at + sign.length, text: '' });
  }
  return edits;
}

/** An entity, also one that was encoded more than once: `&amp;quot;`. */
const ENTITY = /&(?:amp;){0,3}(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/gi;
/** What would be a tag of the web page that the text still is. */
const MARKUP = /[<>&]/;

function entities({ cable: { text, clean }, message }: MessageView): Edit[] {
  if (text === clean) return [];
  const isWebPage = /<\/?(?:pre|html|body|p|br|div|code|a)\b/i.test(text.slice(0, 20_000));
  return [...text.slice(message.start, message.end).matchAll(ENTITY)].flatMap(({ index, 0: entity }): Edit[] => {
    const start = message.start + index;
    const end = start + entity.length;
    let char = entity;
    while (char.startsWith('&') && decoded(char) !== char) char = decoded(char);
    // No entity, or one that was taken out as an anchor.
    if (char === entity || char === '¶' || (isWebPage && MARKUP.test(char))) return [];
    const put = char === '\n' || char === '\r' ? lineBreak(text, start) : char === '\u00a0' ? ' ' : char;
    return [{ start, end, text: put }];
  });
}
const decoded = (entity: string): string => decode(entity).replace(/\uFEFF+/g, '');

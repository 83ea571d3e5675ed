/** A cable split into sections as a relay takes them (FORMAT 3.2, 4.5). */
import { pad } from '../model/dates';
import { pageLines } from '../model/pages';
import type { MessageView } from '../model/view';
import { isLine, type Line, leaves, type Node } from '../syntax/tree';
import { type Edit, lineBreak } from '../text/edits';
import { isQuoted } from './quoted';

/** Five pages of twenty lines. */
const SECTION = 100;
/** So many lines are left free for a paragraph to end a section. */
const SPARE = 12;

/**
 * The page lines that begin each section but the first, `SECTION 01 OF 0n` in the classification line and `/01` in FL3. Empty where one
 * section is enough, where there are sections already, and where post and number are not known or the layout has other pages.
 */
export function splitSections(view: MessageView): Edit[] {
  const { classification: line, cable, layout, fl3 } = view;
  if (!line?.post || !line.serial || line.section || layout === 'aad' || layout === 'smart') return [];
  if (pageLines(view).length > 0) return [];
  const cuts = findCuts(view);
  const total = cuts.length + 1;
  if (cuts.length === 0 || total > 99) return [];
  const post = line.post.text.toUpperCase().replace(/^(?:AMEMBASSY|AMCONSUL|USMISSION|USINT|USLO|USDEL) +/, '');
  const head = `${post} ${line.serial.text.replace(/^0+(?=\d)/, '').padStart(8, '0')}`;
  const edits: Edit[] = [];
  if (fl3?.serial && !fl3.section) edits.push({ start: fl3.serial.end, end: fl3.serial.end, text: '/01' });
  edits.push({ start: line.post.start, end: line.post.start, text: `SECTION 01 OF ${pad(total)} ` });
  for (const [i, { at, isBlankAbove }] of cuts.entries()) {
    const end = lineBreak(cable.text, at);
    const page = `${head}  ${pad(i + 2, 3)} OF ${pad(total, 3)}${end}${end}${end}`;
    edits.push({ start: at, end: at, text: isBlankAbove ? page : end + page });
  }
  return edits;
}

interface Cut {
  readonly at: number;
  readonly isBlankAbove: boolean;
}

/** A line before which a section may begin. */
interface Candidate extends Cut {
  readonly line: number;
  /** Between two paragraphs; else in the middle of a sentence. */
  readonly isBetween: boolean;
}

/** As many lines in each section as it takes; one ends with a paragraph where one ends near its end. */
function findCuts(view: MessageView): Cut[] {
  const { message } = view;
  const all = candidates(view);
  const last = view.lineOf(message.ending?.fields[0]?.start ?? Math.max(message.body.end - 1, 0));
  const cuts: Cut[] = [];
  let first = view.lineOf(view.classification!.word.start);
  for (let at = 0; last - first >= SECTION; ) {
    let best: Candidate | null = null;
    for (; at < all.length && all[at]!.line - first <= SECTION; at++) {
      const each = all[at]!;
      if (each.line <= first) continue;
      if (!best || each.isBetween || !best.isBetween || each.line - best.line > SPARE) best = each;
    }
    // Nothing within reach, as in a long table: the next one that there is.
    best ??= all[at++] ?? null;
    if (!best) break;
    cuts.push(best);
    first = best.line;
    while (at > 0 && all[at - 1]!.line > best.line) at--;
  }
  return cuts;
}

/** Places from which joining the sections gives back the same text. */
function candidates(view: MessageView): Candidate[] {
  const { message, cable } = view;
  const found: Candidate[] = [];
  const add = (line: Line, isBetween: boolean): void => {
    const { start } = line;
    if (isLineStart(cable.text, start) && !isQuoted(view, line))
      found.push({ at: start, line: view.lineOf(start), isBetween, isBlankAbove: isBetween });
  };
  let [above, over]: (Node | Line | undefined)[] = [];
  for (const part of message.body.sections.flatMap(({ children }) => children)) {
    if (!isLine(part)) {
      const lines = leaves(part);
      // Below exactly one blank line, and that below a paragraph: a heading stays with its text.
      if (above && isLine(above) && over?.kind === 'paragraph' && above.kind === 'blank') add(lines[0]!, true);
      if (part.kind === 'paragraph')
        for (let at = 1; at < lines.length; at++) if (goesOn(view, lines[at - 1]!, lines[at]!)) add(lines[at]!, false);
    }
    [above, over] = [part, above];
  }
  return found;
}

/** A sentence that cannot be read as anything else once it is below a page line. */
const goesOn = (view: MessageView, before: Line, line: Line): boolean =>
  before.kind === 'text' &&
  line.kind === 'text' &&
  /[A-Za-z,]$/.test(view.text(before)) &&
  /^[a-z]{2}|^[A-Z]{2}[A-Z ,]{46}/.test(view.text(line));

const isLineStart = (text: string, at: number): boolean => text[at - 1] === '\n' || text[at - 1] === '\r';

import { type Cursor, fieldGroup, lineField } from './cursor';
import { furnitureKind, takePage } from './furniture';
import { isMessageStart } from './message-start';
import { isLevelAlone } from './recognise';
import type { Body, Field, FieldGroup, Line, Node, Paragraph, Section } from './tree';

const END_OF_MESSAGE = /^NNN(?:N(?:[A-Z]{2,8})?)?$/;
const VALIDATION = /^#\d{3,4}$/;
const CORRECTION = /^C (?:WA|WB|AA|AB|ALL|LINE) /;
const GROUP = /^GP ?-? ?[1-4]\.?$/;

/** Whether the ending begins at the cursor: `BT` before the end lines, `#0534`, `NNNN` (FORMAT 2.7). */
export function beginsEnding(cursor: Cursor, s: string): boolean {
  if (s.length > 16) return false;
  if (END_OF_MESSAGE.test(s)) return s.length > 3 || lastInk(cursor);
  if (VALIDATION.test(s)) return cursor.at > 0 && /^(?:BT|)$/.test(cursor.ink(cursor.at - 1));
  return s === 'BT' && endFollows(cursor);
}

const lastInk = (cursor: Cursor): boolean => cursor.inkAfter(cursor.at + 1) >= cursor.lines.length;

function endFollows(cursor: Cursor): boolean {
  const next = cursor.inkAfter(cursor.at + 1);
  if (next >= cursor.lines.length) return true;
  const s = cursor.ink(next);
  return (
    VALIDATION.test(s) ||
    END_OF_MESSAGE.test(s) ||
    CORRECTION.test(s) ||
    s.startsWith('VZCZC') ||
    /^Message Attributes$/i.test(s)
  );
}

/** What closes a message: signature, end lines, and what stands after them. `rest`: leaves the body left over. */
export function parseEnding(
  cursor: Cursor,
  signature: readonly (Field | Line)[],
  rest: readonly Line[],
): FieldGroup | null {
  const children: (Field | Line)[] = [...signature, ...rest];
  const begin = cursor.done ? cursor.text.length : cursor.line.start;
  while (!cursor.done) {
    if (cursor.line.kind === 'blank') {
      children.push(cursor.take());
      continue;
    }
    const s = cursor.ink();
    const furniture = furnitureKind(s, true);
    if (furniture === 'page') children.push(...takePage(cursor));
    else if (furniture) children.push(cursor.take(furniture));
    else if (/^Message Attributes$/i.test(s) || isMessageStart(cursor, s, cursor.line.start)) break;
    else if (s === 'BT') children.push(lineField(cursor, 'bt'));
    else if (VALIDATION.test(s) || CORRECTION.test(s)) children.push(lineField(cursor, 'end-validation'));
    else if (END_OF_MESSAGE.test(s)) children.push(lineField(cursor, 'end-of-message'));
    else children.push(lineField(cursor, 'unknown-line'));
  }
  if (children.length === 0) return null;
  return fieldGroup('ending', children, begin);
}

const NAME =
  /^(?:FOR )?[A-Z][A-Za-z'’.-]{1,24}(?: (?:[A-Z][A-Za-z'’.-]{0,24}|[IVX]{1,3}|de|von|van)){0,2}(?:,? (?:JR|SR|Jr|Sr)\.?)?[#.]?$/;
const NOT_A_NAME =
  /^(?:SIPDIS|SENSITIVE|NODIS|EXDIS|NOFORN|END|UNQUOTE|QUOTE|BEGIN|COMMENT|SUMMARY|NOTE|TEXT|BT|NNNN|TABLE|ANNEX|ATTACHMENT|BIO|BACKGROUND|CONCLUSION|NEXT|DRAFTED|CLEARED|APPROVED)\b/i;

const isName = (s: string): boolean =>
  s.length <= 60 && NAME.test(s) && !NOT_A_NAME.test(s) && !isLevelAlone(s.replace(/[#.]$/, ''));

export interface SplitBody {
  readonly body: Body;
  readonly signature: (Field | Line)[];
}

/**
 * Takes the signature off the end of a body: one to three names on the last lines (FORMAT 4.7). In title case only as a paragraph of
 * its own; in capitals also directly below the text.
 */
export function splitSignature(text: string, body: Body): SplitBody {
  const none = { body, signature: [] };
  const section = body.sections[body.sections.length - 1];
  const last = section?.children[section.children.length - 1];
  if (!section || last === undefined || 'next' in last || last.kind !== 'paragraph') return none;
  const paragraph = last as Paragraph;
  const ink = paragraph.children.filter((line) => line.kind === 'text');
  const nameAt = (line: Line) => isName(text.slice(line.start, line.end).trim());
  if (!paragraph.number && !paragraph.mark && ink.length === paragraph.children.length && ink.length <= 3) {
    const whole = ink.every((line) => nameAt(line) || GROUP.test(text.slice(line.start, line.end).trim()));
    if (!whole || !ink.some(nameAt)) return none;
    // A cable that is nothing but a name is not signed by it.
    if (body.sections.length === 1 && section.paragraphs.length === 1 && section.children.length === 1) return none;
    return { body: without(body, section, []), signature: ink.map((line) => field(text, line)) };
  }
  const line = ink[ink.length - 1];
  const before = ink[ink.length - 2];
  if (!line || !before || line !== paragraph.children[paragraph.children.length - 1] || !nameAt(line)) return none;
  const name = text.slice(line.start, line.end);
  if (name !== name.toUpperCase() || text[before.end - 1] !== '.') return none;
  const children = paragraph.children.slice(0, -1);
  const shorter: Paragraph = { ...paragraph, children, end: line.start };
  return { body: without(body, section, [shorter]), signature: [field(text, line)] };
}

function field(text: string, line: Line): Field {
  const group = GROUP.test(text.slice(line.start, line.end).trim());
  return {
    kind: group ? 'handling-note' : 'signature',
    start: line.start,
    end: line.next,
    children: [line],
    label: { start: line.start, end: line.start },
    value: line.start,
    reading: 'plain',
  };
}

/** The body with the last part of its last section replaced. */
function without(body: Body, section: Section, replacement: Paragraph[]): Body {
  const { heading, start } = section;
  const children = [...section.children.slice(0, -1), ...replacement];
  const paragraphs = [...section.paragraphs.slice(0, -1), ...replacement];
  const sections = body.sections.slice(0, -1);
  if (children.length) sections.push({ kind: 'section', start, end: lastEnd(children), children, heading, paragraphs });
  const end = sections.length ? sections[sections.length - 1]!.end : body.start;
  return { kind: 'body', start: body.start, end, children: sections, sections, repeatedHeaders: body.repeatedHeaders };
}

function lastEnd(children: readonly (Node | Line)[]): number {
  const last = children[children.length - 1]!;
  return 'next' in last ? last.next : last.end;
}

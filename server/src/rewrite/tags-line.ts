/** The TAGS line put in order, or only laid out (FORMAT 3.6). */
import { fold } from '../model/fields';
import type { MessageView } from '../model/view';
import type { Field } from '../syntax/tree';
import type { Edit } from '../text/edits';
import { lineBreak } from '../text/edits';
import { isSimple } from './simple-field';

/** A teleprinter's line. */
const WIDTH = 69;

/**
 * Codes in capitals, misspelt and joined ones corrected, each once and in the order of its first appearance; persons in parentheses; commas
 * where the line had any, else blanks; folded at 69 columns. No edits where that is what stands there, or where something on the line is
 * not understood.
 */
export function normaliseTags(view: MessageView): Edit[] {
  return view.tagsLines.flatMap(({ field, tags }): Edit[] => {
    if (!tags.length || field.children.some(({ kind }) => kind !== 'text' && kind !== 'blank')) return [];
    const { text, base } = view.value(field);
    const written = text.trimEnd();
    const start = base + text.length - text.trimStart().length;
    const end = base + written.length;
    const comma = written.replace(/\([^()]*\)/g, '').includes(',') ? ',' : '';
    const codes = [...new Set(tags.map(({ kind, code }) => (kind === 'person' ? `(${code})` : code)))];
    const pieces = codes.map((code, at) => (at < codes.length - 1 ? code + comma : code));
    const whole = foldAt(pieces, start - field.label.start, WIDTH, lineBreak(view.cable.text, start));
    // What is neither a code nor a separator would be lost.
    const rest = tags.reduce((left, { text: each }) => left.replace(each, ''), written);
    if (/[A-Z0-9]/i.test(rest)) return [];
    return whole === view.cable.text.slice(start, end) || fold(whole) === '' ? [] : [{ start, end, text: whole }];
  });
}

/** A code or a person with the comma behind it, if there is one. */
const PIECE = /(?:\([^()\r\n]{0,60}\)|[^\s,;()]+|[()])(?:\s{0,9}[,;])*|[,;]+/g;

/** The codes as they are, one blank between them and one behind the label, folded at a width. Null where nothing changes. */
export function layTagsOut(view: MessageView, field: Field, width: number): Edit | null {
  const { text } = view.cable;
  if (!isSimple(view, field)) return null;
  const end = field.children.findLast(({ kind }) => kind === 'text')!.end;
  const pieces = (text.slice(field.value, end).match(PIECE) ?? []).map((piece) =>
    piece.replace(/(?<!\s)\s+(?=[,;])/g, ''),
  );
  if (!pieces.length) return null;
  const gap = field.value > field.label.start ? ' ' : '';
  const label = text.slice(field.label.start, field.value).trimEnd();
  const start = field.label.start + label.length;
  const whole = gap + foldAt(pieces, label.length + gap.length, width, lineBreak(text, start));
  return whole === text.slice(start, end) ? null : { start, end, text: whole };
}

function foldAt(pieces: readonly string[], indent: number, width: number, lineEnd: string): string {
  let line = '';
  const lines: string[] = [];
  for (const piece of pieces) {
    if (line && indent + line.length + 1 + piece.length > width) {
      lines.push(line);
      line = '';
    }
    line += line ? ` ${piece}` : piece;
  }
  return [...lines, line].join(`${lineEnd}${' '.repeat(Math.max(0, Math.min(indent, 10)))}`);
}

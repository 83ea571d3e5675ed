/** The TAGS line put in order (FORMAT 3.6). */
import { fold } from '../model/fields';
import type { MessageView } from '../model/view';
import type { Edit } from '../text/edits';

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
    const separator = written.replace(/\([^()]*\)/g, '').includes(',') ? ', ' : ' ';
    const codes = tags.map(({ kind, code }) => (kind === 'person' ? `(${code})` : code));
    const whole = foldAt([...new Set(codes)], separator, start - field.label.start, view.cable.text);
    // What is neither a code nor a separator would be lost.
    const rest = tags.reduce((left, { text: each }) => left.replace(each, ''), written);
    if (/[A-Z0-9]/i.test(rest)) return [];
    return whole === view.cable.text.slice(start, end) || fold(whole) === '' ? [] : [{ start, end, text: whole }];
  });
}

function foldAt(codes: readonly string[], separator: string, indent: number, text: string): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  let line = '';
  const lines: string[] = [];
  for (const [at, code] of codes.entries()) {
    const piece = `${code}${at < codes.length - 1 ? separator : ''}`;
    if (line && indent + line.length + piece.trimEnd().length > WIDTH) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line].join(`${end}${' '.repeat(Math.max(0, Math.min(indent, 10)))}`);
}

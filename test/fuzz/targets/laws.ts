/** What holds of every edit and of every range, whoever made it. */
import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import { type Edit, overlap } from '../../../server/src/text/edits';
import type { Random } from '../../support/random';
import { insist } from '../engine/target';

/** Within the text, apart from each other, and none between the two halves of a line break. */
export function insistOnEdits(what: string, text: string, edits: readonly Edit[]): void {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const [i, edit] of sorted.entries()) {
    const { start, end } = edit;
    const told = (): string => JSON.stringify([edit, sorted[i + 1]]);
    insist(0 <= start && start <= end && end <= text.length, `${what}: an edit outside of the text`, told);
    insist(!sorted[i + 1] || !overlap(edit, sorted[i + 1]!), `${what}: edits overlap`, told);
    for (const at of [start, end])
      insist(!(text[at - 1] === '\r' && text[at] === '\n'), `${what}: an edit between CR and LF`, told);
  }
}

/** Lines as the protocol counts them: LF, CR LF and lone CR end one. Made here anew, so as not to test a counter by itself. */
export class Lines {
  readonly lengths: readonly number[];
  constructor(readonly text: string) {
    this.lengths = text.split(/\r\n|\r|\n/).map(({ length }) => length);
  }
  has({ line, character }: Position): boolean {
    const length = this.lengths[line];
    return length !== undefined && Number.isInteger(character) && character >= 0 && character <= length;
  }
  insistOn(what: string, { start, end }: Range): void {
    const told = (): string => JSON.stringify({ start, end });
    insist(this.has(start) && this.has(end), `${what}: a range outside of the text`, told);
    insist(
      start.line < end.line || (start.line === end.line && start.character <= end.character),
      `${what}: a range that ends before it begins`,
      told,
    );
  }
  insistOnEdits(what: string, edits: readonly TextEdit[]): void {
    for (const [i, { range }] of edits.entries()) {
      this.insistOn(what, range);
      const next = edits[i + 1]?.range.start;
      const { line, character } = range.end;
      insist(
        !next || line < next.line || (line === next.line && character <= next.character),
        `${what}: edits overlap`,
        () => JSON.stringify(edits),
      );
    }
  }
}

/** No editor's caret stands within a line break. */
export function somewhere(text: string, next: Random, from = 0, to = text.length): number {
  const at = next.int(from, to);
  return text[at - 1] === '\r' && text[at] === '\n' ? at - 1 : at;
}

/** Offsets to lines and columns and back. Lines and columns count from 0, in UTF-16 code units; LF, CR LF and lone CR end a line. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    if (text.includes('\r')) {
      for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) this.starts.push(index + end.length);
    } else {
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
    }
  }

  /** Number of lines; a line break at the very end does not begin another one. */
  get count(): number {
    const last = this.starts[this.starts.length - 1]!;
    return this.text.length === 0 ? 0 : this.starts.length - (last === this.text.length ? 1 : 0);
  }

  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  positionAt(offset: number): { line: number; character: number } {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(clamped);
    return { line, character: clamped - this.starts[line]! };
  }

  /** Clamped to the line's end. */
  offsetAt({ line, character }: { line: number; character: number }): number {
    if (line >= this.starts.length) return this.text.length;
    const start = this.starts[Math.max(0, line)]!;
    let end = this.starts[line + 1] ?? this.text.length;
    while (end > start && (this.text.charCodeAt(end - 1) === 10 || this.text.charCodeAt(end - 1) === 13)) end--;
    return Math.min(start + Math.max(0, character), end);
  }

  range({ start, end }: { start: number; end: number }) {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }
}

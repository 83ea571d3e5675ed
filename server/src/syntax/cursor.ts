import { type DraftLine, firstInk, line } from './lines';
import type { Places } from './places';
import type { Field, FieldGroup, FieldKind, Layout, Line, LineKind, Node } from './tree';

/** Preamble subjects and web copies run long; 4,096 is well above both. */
const LONGEST = 4096;

/** The lines still to be read. Each part of the parser takes some and leaves the rest. */
export class Cursor {
  /** Index of the next line. */
  at = 0;
  /** What a line is was seen to depend on a quotation around it, which may begin or end anywhere. */
  isEntangled = false;
  /** A line was cut: the tree has more leaves than there are lines. */
  isCut = false;

  constructor(
    readonly text: string,
    readonly lines: DraftLine[],
    readonly layout: Layout,
    readonly places: Places,
  ) {}

  /** Index of the next run of three blanks. Kept here, so that one search serves all messages of a file. */
  private gap = 0;

  get done(): boolean {
    return this.at >= this.lines.length;
  }

  get line(): DraftLine {
    return this.lines[this.at]!;
  }

  /**
   * A line without its outer blanks; of a line longer than any that the format knows only the beginning, which bounds what
   * a pattern can cost.
   */
  ink(index = this.at): string {
    const target = this.lines[index]!;
    const start = firstInk(this.text, target);
    return this.text.slice(start, Math.min(target.end, start + LONGEST));
  }

  /** Offset of the first run of three blanks at or after `from` (Infinity: none). `from` must not decrease by more than a line. */
  nextGap(from: number): number {
    const { gaps } = this.places;
    while (this.gap < gaps.length && gaps[this.gap + 1]! < from + 3) this.gap += 2;
    return this.gap < gaps.length ? Math.max(from, gaps[this.gap]!) : Number.POSITIVE_INFINITY;
  }

  isBlank(index: number): boolean {
    return this.lines[index]!.kind === 'blank';
  }

  /** Index of the first line from `index` on that is not blank; the number of lines if there is none. */
  inkAfter(index: number): number {
    let i = index;
    while (i < this.lines.length && this.lines[i]!.kind === 'blank') i++;
    return i;
  }

  take(kind?: LineKind): Line {
    const taken = this.lines[this.at++]!;
    if (kind && taken.kind !== 'blank') taken.kind = kind;
    return taken;
  }

  /**
   * Cuts the next line at an offset: the part before is returned as a leaf, the part after becomes the next line. The file's
   * line stays whole for the reader; only the tree sees two (FORMAT 2.6, "split virtually").
   */
  cut(offset: number): Line {
    const whole = this.line;
    this.isCut = true;
    const before = line(this.text, whole.start, offset, offset);
    this.lines[this.at] = line(this.text, offset, whole.end, whole.next);
    return before;
  }
}

/** Where some leaves or nodes that follow each other begin and end; both `from` when there are none. */
export const startOf = (parts: readonly (Node | Line)[], from: number): number => parts[0]?.start ?? from;

export function endOf(parts: readonly (Node | Line)[], from: number): number {
  const last = parts[parts.length - 1];
  return last === undefined ? from : 'next' in last ? last.next : last.end;
}

// Nodes are written out wherever they are made: thousands are made a second, and object spread is several times slower.

/** A group of header lines; `from` is where it stands when it is empty. */
export function fieldGroup<K extends GroupKind>(
  kind: K,
  children: readonly (Field | Line)[],
  from: number,
): FieldGroup & { readonly kind: K } {
  const fields: Field[] = [];
  for (const child of children) if ('children' in child) fields.push(child);
  return { kind, start: startOf(children, from), end: endOf(children, from), children, fields };
}

type GroupKind = 'preamble' | 'transmission' | 'text-header' | 'ending' | 'trailer';

/** A field while lines are still being added to it. */
export interface DraftField {
  kind: FieldKind;
  lines: Line[];
  /** Length of the label and offset of the value, counted from the first character of the first line that is not a blank. */
  label: { start: number; end: number };
  value: number;
  reading: Field['reading'];
}

/** Starts a field at the cursor's line and takes that line. */
export function openField(
  cursor: Cursor,
  kind: FieldKind,
  labelLength = 0,
  valueOffset = labelLength,
  reading: Field['reading'] = 'plain',
): DraftField {
  const start = firstInk(cursor.text, cursor.line);
  const value = Math.min(start + valueOffset, Math.max(start, cursor.line.end));
  return { kind, lines: [cursor.take()], label: { start, end: start + labelLength }, value, reading };
}

export const closeField = ({ kind, lines, label, value, reading }: DraftField): Field => ({
  kind,
  start: lines[0]!.start,
  end: lines[lines.length - 1]!.next,
  children: lines,
  label,
  value,
  reading,
});

/** A field that is one line without a label. */
export const lineField = (cursor: Cursor, kind: FieldKind): Field => closeField(openField(cursor, kind));

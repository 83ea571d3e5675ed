/**
 * The tree that every other part of the project reads.
 *
 * All offsets are UTF-16 code units into `Cable.text`. The leaves (`Line`) follow each other without gap or overlap and
 * together cover the text once; nodes group them and nest strictly. A line of the file is one leaf, except where the
 * archive joined two lines of the cable on one (FORMAT 2.6, 6): then the file's line is split into several leaves.
 */

import type { Places } from './places';

/** The wrapper in which a cable has come down to us (FORMAT 0.3). */
export type Layout = 'cablegate' | 'acp127' | 'aad' | 'smart' | 'fragment';

/** What one leaf is. */
export type LineKind =
  | 'blank'
  | 'text' // a line of a field or of a paragraph
  | 'list-item'
  | 'table'
  | 'heading'
  | 'rule' // a line of dashes, equals signs...
  | 'page' // page or section line of the relay: `PHNOM PENH 00000534  002 OF 003`, `PAGE 02 ...`
  | 'repeat-class' // the classification alone on a line, at the head or foot of a page
  | 'release-stamp'
  | 'stray-caption' // SIPDIS alone in the body
  | 'artefact' // `¿`, page numbers of the 1970s system
  | 'wrapper'; // what an archive or web page put around the cable

/** A leaf: one line of the cable. */
export interface Line {
  readonly kind: LineKind;
  /** Offset of the first character. */
  readonly start: number;
  /** Offset after the last character that is not a blank. */
  readonly end: number;
  /** Offset of the next leaf: past trailing blanks and the line break. */
  readonly next: number;
}

/** Fields of the preamble, the transmission header (ACP-127 format lines, FL) and the text header. */
export type FieldKind =
  | 'mrn'
  | 'preamble-subject'
  | 'preamble-date'
  | 'preamble-classification'
  | 'preamble-origin'
  | 'fl1'
  | 'fl2'
  | 'fl3'
  | 'fl4'
  | 'fl5'
  | 'from' // FL6
  | 'to' // FL7
  | 'info' // FL8
  | 'xmt' // FL9
  | 'group-count' // FL10
  | 'bt' // FL11, FL13
  | 'end-validation' // FL15
  | 'end-of-message' // FL16
  | 'janap-line'
  | 'action-block' // ACTION / ORIGIN / INFO copies of the 1970s
  | 'dash-line'
  | 'notice' // partial extract, withheld text
  | 'classification'
  | 'caption'
  | 'attention'
  | 'handling-note'
  | 'eo'
  | 'tags'
  | 'subject'
  | 'ref'
  | 'classified-by'
  | 'banner' // SMART: classification alone on the first and last lines
  | 'smart-field'
  | 'attribute' // AAD: `Key: value`
  | 'signature'
  | 'unknown-line';

export type NodeKind =
  | 'document'
  | 'preamble'
  | 'message'
  | 'transmission'
  | 'text-header'
  | 'body'
  | 'section'
  | 'heading'
  | 'paragraph'
  | 'ending'
  | 'trailer'
  | FieldKind;

export interface Node {
  readonly kind: NodeKind;
  readonly start: number;
  /** Offset after the last leaf, its line break included. */
  readonly end: number;
  readonly children: readonly (Node | Line)[];
}

/** One header line with its continuation lines. */
export interface Field extends Node {
  readonly kind: FieldKind;
  readonly children: readonly Line[];
  /** `TAGS`, `E.O.`, `TO`...; empty (start = end) where the line has no label. */
  readonly label: Span;
  /** Where the value begins. */
  readonly value: number;
  /** How the label was read: as written, only after correction (`TAGE`), or inside another line (`OUTLOOKREF:`). */
  readonly reading: 'plain' | 'corrected' | 'swallowed' | 'implied';
}

export interface Paragraph extends Node {
  readonly kind: 'paragraph';
  readonly children: readonly Line[];
  /** `12`, `2a`; null when the paragraph has no number. */
  readonly number: Span | null;
  /** Portion mark without brackets. */
  readonly mark: PortionMark | null;
  /** Where the text begins, after number and mark. */
  readonly textStart: number;
}

export interface PortionMark extends Span {
  /** `(C)`: both; `C)`: the opening bracket was lost; none: `CONFIDENTIAL - ENTIRE TEXT`. */
  readonly brackets: 'both' | 'lost' | 'none';
  /** The mark stands before the number: `(U) 3.` */
  readonly beforeNumber: boolean;
}

export interface Heading extends Node {
  readonly kind: 'heading';
  readonly children: readonly Line[];
  /** Range of the words, rules left out. */
  readonly title: Span;
}

export interface Section extends Node {
  readonly kind: 'section';
  readonly heading: Heading | null;
  readonly paragraphs: readonly Paragraph[];
}

export interface Body extends Node {
  readonly kind: 'body';
  readonly sections: readonly Section[];
  /** Text headers given a second time inside the text (FORMAT 6). */
  readonly repeatedHeaders: readonly TextHeader[];
}

export interface FieldGroup extends Node {
  readonly fields: readonly Field[];
}

export interface TextHeader extends FieldGroup {
  readonly kind: 'text-header';
}

/** Summary, comment, action request, note, quoted text: may begin and end inside paragraphs (FORMAT 4.3). */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** The words that open it; null for `End Summary` without a beginning. */
  readonly opener: Span | null;
  /** The words that close it; null when it ends with its paragraph or heading. */
  readonly closer: Span | null;
  readonly openedBy: 'heading' | 'run-in' | 'none';
}

export type BlockKind = 'summary' | 'comment' | 'action-request' | 'note' | 'quoted-text';

export interface Message extends Node {
  readonly kind: 'message';
  readonly transmission: FieldGroup | null;
  readonly header: TextHeader | null;
  readonly body: Body;
  readonly ending: FieldGroup | null;
  readonly blocks: readonly Block[];
}

/** A parsed file. Immutable; the same text always gives the same tree. */
export interface Cable {
  readonly text: string;
  /**
   * The same text, of the same length, with HTML entities and tags of web copies decoded: what falls away is replaced by
   * U+FEFF, which counts as white space. Offsets into it are offsets into `text`.
   */
  readonly clean: string;
  readonly layout: Layout;
  readonly root: Node;
  readonly preamble: FieldGroup | null;
  readonly messages: readonly Message[];
  /** Attributes of a 1973-79 record. */
  readonly trailer: FieldGroup | null;
  readonly lines: readonly Line[];
  /** What several readers look for in `clean`. */
  readonly places: Places;
  /**
   * What a reader has found out about the cable, or about a part of it, found once: `of` is the function that finds it, or the part. It
   * lives as long as the cable.
   */
  keep<V>(of: object, find: () => V): V;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export const isLine = (part: Node | Line): part is Line => 'next' in part;

/** Calls `visit` for every node, parents before children. */
export function walk(node: Node, visit: (node: Node, parent: Node | null) => void, parent: Node | null = null): void {
  visit(node, parent);
  for (const child of node.children) if (!isLine(child)) walk(child, visit, node);
}

/** All leaves below a node, in order. */
export function leaves(node: Node): Line[] {
  const found: Line[] = [];
  collect(node.children, found);
  return found;
}

function collect(parts: readonly (Node | Line)[], into: Line[]): void {
  for (const part of parts)
    if ('next' in part) into.push(part);
    else collect(part.children, into);
}

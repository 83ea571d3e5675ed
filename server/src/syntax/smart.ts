/** The layout of the State Messaging and Archive Retrieval Toolset, from about 2009 (FORMAT 1.5). */

import { editDistance } from '../text/edit-distance';
import { type Cursor, closeField, type DraftField, fieldGroup, lineField, openField } from './cursor';
import { firstInk } from './lines';
import { isLevelAlone } from './recognise';
import type { Field, FieldGroup, FieldKind, Line, TextHeader } from './tree';

const FIELDS: Record<string, FieldKind> = {
  mrn: 'mrn',
  'date/dtg': 'fl5',
  from: 'from',
  action: 'to',
  to: 'to',
  info: 'info',
  'e.o.': 'eo',
  tags: 'tags',
  captions: 'caption',
  reference: 'ref',
  references: 'ref',
  'pass line': 'attention',
  subject: 'subject',
  'classified by': 'classified-by',
};
const AFTER_BODY =
  /^(?:Signature|Drafted By|Cleared By|Approved By|Released By|Info|Action Post|XMT|Dissemination Rule|Attachments?) ?:/i;
const LABEL =
  /^(MRN|Date\/DTG|From|Action|To|Info|E\.O\.|TAGS|Captions|References?|Pass Line|Subject|Classified By|Reason|[A-Z][A-Za-z]{2,15}(?: [A-Z][A-Za-z]{1,12})?) ?:/i;
const BANNER_WORD = /^(?:SBU|SENSITIVE|SENSITIVE BUT UNCLASSIFIED|NOFORN)$/i;

const isBanner = (s: string): boolean => isLevelAlone(s) || BANNER_WORD.test(s);

/** Banner and labelled fields, as one text header; the transmission header of this layout is part of them. */
export function parseSmartHeader(cursor: Cursor): TextHeader {
  const begin = cursor.done ? cursor.text.length : cursor.line.start;
  const children: (Field | Line)[] = [];
  let open: DraftField | null = null;
  const close = () => {
    if (open) children.push(closeField(open));
    open = null;
  };
  let labels = 0;
  while (!cursor.done) {
    if (cursor.line.kind === 'blank') {
      const next = cursor.inkAfter(cursor.at);
      if (next >= cursor.lines.length) break;
      const s = cursor.ink(next);
      if (labels > 0 && !knownLabel(s)) break;
      close();
      while (cursor.at < next) children.push(cursor.take());
      continue;
    }
    const s = cursor.ink();
    const draft = open as DraftField | null;
    const indent = firstInk(cursor.text, cursor.line) - cursor.line.start;
    const match = LABEL.exec(s);
    // A continuation is indented: there `A:` or `Ref:` begins no field. The reason belongs to the classifier, as in other layouts.
    const isReason = draft?.kind === 'classified-by' && /^Reason$/i.test(match?.[1] ?? '');
    if (match && !isReason && (indent === 0 || labels === 0 || FIELDS[match[1]!.toLowerCase()])) {
      close();
      const gap = /^ ?: */.exec(s.slice(match[1]!.length, match[1]!.length + 40))![0].length;
      const word = match[1]!.toLowerCase();
      const kind = FIELDS[word];
      const near = kind ? null : nearField(word);
      const reading = near ? 'corrected' : 'plain';
      open = openField(cursor, kind ?? near ?? 'smart-field', word.length, word.length + gap, reading);
      labels++;
    } else if (draft) draft.lines.push(cursor.take());
    else children.push(lineField(cursor, isBanner(s) ? 'banner' : 'unknown-line'));
  }
  close();
  return fieldGroup('text-header', children, begin);
}

/** What a misspelt label must mean. */
function nearField(word: string): FieldKind | null {
  const near =
    word.length < 4
      ? undefined
      : Object.keys(FIELDS).find((each) => each.length > 3 && editDistance(each, word, 1) <= 1);
  return near ? FIELDS[near]! : null;
}

const knownLabel = (s: string): boolean => {
  const match = LABEL.exec(s);
  return match !== null && match[1]!.toLowerCase() in FIELDS;
};

/** Whether the fields after the text begin at line `s`. */
export const beginsSmartEnding = (s: string): boolean => s.length < 200 && AFTER_BODY.test(s);

/** `Signature:`, `Drafted By:`... and the closing banner. */
export function parseSmartEnding(cursor: Cursor, rest: readonly (Field | Line)[]): FieldGroup | null {
  const begin = cursor.done ? cursor.text.length : cursor.line.start;
  const children: (Field | Line)[] = [...rest];
  let open: DraftField | null = null;
  while (!cursor.done) {
    if (cursor.line.kind === 'blank') {
      if (open) children.push(closeField(open));
      open = null;
      children.push(cursor.take());
      continue;
    }
    const s = cursor.ink();
    const match = LABEL.exec(s);
    if (match || isBanner(s)) {
      if (open) children.push(closeField(open));
      open = null;
    }
    if (match) {
      const label = match[1]!.toLowerCase();
      const gap = /^ ?: */.exec(s.slice(label.length, label.length + 40))![0].length;
      const kind = label === 'info' ? 'info' : label === 'signature' ? 'signature' : 'smart-field';
      open = openField(cursor, kind, label.length, label.length + gap);
    } else if (isBanner(s)) children.push(lineField(cursor, 'banner'));
    else if (open) open.lines.push(cursor.take());
    else children.push(lineField(cursor, 'unknown-line'));
  }
  if (open) children.push(closeField(open));
  if (children.length === 0) return null;
  return fieldGroup('ending', children, begin);
}

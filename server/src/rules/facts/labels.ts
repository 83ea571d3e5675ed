/** Labels of the text header (FORMAT 3.1). */
import type { FieldKind } from '../../syntax/tree';

/** The lines that have one, in their order. */
export const LABELS: ReadonlyMap<FieldKind, string> = new Map<FieldKind, string>([
  ['eo', 'E.O.'],
  ['tags', 'TAGS'],
  ['subject', 'SUBJECT'],
  ['ref', 'REF'],
  ['classified-by', 'Classified By'],
]);

/** The same as SMART writes them (FORMAT 1.5). */
export const SMART_LABELS: ReadonlyMap<FieldKind, string> = new Map<FieldKind, string>([
  ['from', 'From'],
  ['to', 'Action'],
  ['info', 'Info'],
  ['tags', 'TAGS'],
  ['caption', 'Captions'],
  ['attention', 'Pass Line'],
  ['subject', 'Subject'],
  ['ref', 'Reference'],
  ['classified-by', 'Classified By'],
]);

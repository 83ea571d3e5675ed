/** Lines that a text header may still need, each with its place (FORMAT 3.1). */
import type { MessageView } from '../model/view';
import type { FieldKind } from '../syntax/tree';
import type { Edit } from '../text/edits';
import { insertHeaderLine } from './header-lines';

export interface MissingLine {
  readonly kind: FieldKind;
  readonly label: string;
  readonly edit: Edit;
}

const LINES: readonly (readonly [FieldKind, string, string])[] = [
  ['eo', 'E.O.', 'E.O. 13526: N/A'],
  ['tags', 'TAGS', 'TAGS: '],
  ['subject', 'SUBJECT', 'SUBJECT: '],
  ['ref', 'REF', 'REF: '],
  ['classified-by', 'Classified By', 'Classified By:  for reasons 1.4 ().'],
];

/** @param order the executive order that was in force; that of today where it is not known. */
export function missingLines(view: MessageView, order: string | null): MissingLine[] {
  if (view.layout === 'smart' || !view.has('classification')) return [];
  return LINES.flatMap(([kind, label, line]) => {
    if (view.has(kind) || (kind === 'classified-by' && !view.isClassified)) return [];
    const value =
      view.isClassified && kind === 'eo' ? `E.O. ${order ?? '13526'}: DECL: ` : line.replace('13526', order ?? '13526');
    const edit = insertHeaderLine(view, kind, value);
    return edit ? [{ kind, label, edit }] : [];
  });
}

/** Portion marks put where there are none (FORMAT 4.1). */
import { type Mark, unmarkedParagraphs } from '../model/portion-marks';
import type { MessageView } from '../model/view';
import type { Edit } from '../text/edits';
import { editParagraph } from './refold';

/** The mark that a paragraph has whose classification is that of its cable; null where that is not known. */
export function cableMark(view: MessageView): Mark | null {
  switch (view.level) {
    case 'UNCLASSIFIED':
      return view.isSensitive ? 'SBU' : 'U';
    case 'LIMITED OFFICIAL USE':
      return 'LOU';
    case 'CONFIDENTIAL':
      return 'C';
    case 'SECRET':
      return 'S';
    case 'TOP SECRET':
      return 'TS';
    default:
      return null;
  }
}

/** Puts `(mark) ` after the number of each paragraph that has none. */
export const addPortionMarks = (view: MessageView, mark: string): Edit[] =>
  unmarkedParagraphs(view).flatMap(({ paragraph }) => {
    const { textStart } = paragraph;
    const joined = /\s/.test(view.cable.clean[textStart - 1]!) ? '' : ' ';
    return editParagraph(view, paragraph, [{ start: textStart, end: textStart, text: `${joined}(${mark}) ` }]);
  });

/** The mark of the cable on each paragraph that has none; empty where it is not known which that is. */
export function addCableMarks(view: MessageView): Edit[] {
  const mark = cableMark(view);
  return mark ? addPortionMarks(view, mark) : [];
}

/** How the classification line is written (FORMAT 3.2): a matter for the drafter, never of a batch. */
import { asWritten, isClassified } from '../model/classification';
import type { MessageView } from '../model/view';
import type { Edit } from '../text/edits';

/** The whole line in capitals. Empty where it is so. */
export const upperCaseClassification = (view: MessageView): Edit[] =>
  view.classificationLines.flatMap(({ field, line }): Edit[] => {
    const { start } = line.word;
    const { end } = field.children[0]!;
    const text = view.cable.text.slice(start, end);
    // An entity has its own letters.
    return text === text.toUpperCase() || text.includes('&') ? [] : [{ start, end, text: text.toUpperCase() }];
  });

/** `C O N F I D E N T I A L`: a classified level with a blank between its letters, another without. Empty where it is so. */
export const letterSpaceClassification = (view: MessageView): Edit[] =>
  view.classificationLines.flatMap(({ line: { word, level, spaced } }): Edit[] => {
    // UNCLASSIFIED and UNCLAS are both right.
    if (!level || (!spaced && !isClassified(level)) || word.text === asWritten(level)) return [];
    return [{ start: word.start, end: word.end, text: asWritten(level) }];
  });

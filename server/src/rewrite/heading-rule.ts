/** The rule of a heading follows the heading while it is typed (FORMAT 4.2). */
import type { MessageView } from '../model/view';
import type { Edit } from '../text/edits';
import { wrongRules } from './heading-rules';

/** Brings the rules of the heading at an offset to its length; nothing where the offset lies in a rule, which is then being typed itself. */
export function fitHeadingRule(view: MessageView, offset: number): Edit[] {
  for (const { heading } of view.message.body.sections) {
    if (!heading || offset < heading.start || offset > heading.end) continue;
    const line =
      heading.children.find(({ start, next }) => start <= offset && offset < next) ?? heading.children.at(-1);
    if (line?.kind !== 'heading') continue;
    return wrongRules(view, heading).flatMap(({ start, end, text }) => (text === null ? [] : [{ start, end, text }]));
  }
  return [];
}

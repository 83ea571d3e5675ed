/** What is put right while one types: the rule of a heading, and the beginning of the next paragraph. */
import type { Position, TextEdit } from 'vscode-languageserver-types';
import type { MessageView } from '../model/view';
import { fitHeadingRule } from '../rewrite/heading-rule';
import { wrongRules } from '../rewrite/heading-rules';
import { newParagraphBelow } from '../rewrite/new-paragraph';
import type { Edit } from '../text/edits';
import { textEdits } from './code-actions/action';
import type { Snapshot } from './snapshot';

/** Enter, and what rules are made of: a client asks after each of them. */
export const RULES_TYPED: readonly string[] = ['\n', ...'-='];
/** And what headings are made of. */
export const TYPED: readonly string[] = [
  ...RULES_TYPED,
  ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ,:()&/\'"',
];

/**
 * After Enter at the end of a paragraph the next begins, with its number and mark. After a character of a heading its rule is as long as
 * the heading; after one of its rule too, so that three dashes are enough, and more do no harm.
 * @param position behind the character that was typed
 * @param followsHeadings the client itself keeps the rules of a heading as long as it is; what it has done would be done twice.
 */
export function onType(snapshot: Snapshot, position: Position, typed: string, followsHeadings = false): TextEdit[] {
  const offset = snapshot.lines.offsetAt(position);
  const view = snapshot.viewAt(Math.max(0, Math.min(offset, snapshot.text.length - 1)));
  if (/^[\r\n]+$/.test(typed)) return textEdits(snapshot, [newParagraphBelow(view, offset) ?? []].flat());
  const rules = [...(followsHeadings ? [] : fitHeadingRule(view, offset)), ...finishRule(view, offset)];
  return textEdits(
    snapshot,
    rules.filter(({ text }) => text.length >= SHORTEST),
  );
}

/** A heading that is only begun leaves its rule a rule. */
const SHORTEST = 3;

/** The rule that ends at an offset, where it is being typed. */
function finishRule(view: MessageView, offset: number): Edit[] {
  for (const { heading } of view.message.body.sections)
    if (heading && heading.start <= offset && offset <= heading.end)
      return wrongRules(view, heading).flatMap(({ start, end, text }) =>
        end === offset && text !== null ? [{ start, end, text }] : [],
      );
  return [];
}

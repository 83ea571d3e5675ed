import type { Token } from '../../model/fields';
import type { MessageView } from '../../model/view';
import { deleteLines } from '../../rewrite/header-lines';
import { isBlankCode } from '../../syntax/lines';
import { type Edit, lineEnd, lineStart } from '../../text/edits';
import { rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED } from '../specimens';

/** Takes a word out with the blanks before it; at the beginning of a line with those after it, and alone on a line with the line. */
function deleteWord(view: MessageView, { start, end }: Token): Edit {
  const { text } = view.cable;
  const blanks = (from: number, to: number) => text.slice(from, to).trim() === '';
  const [first, last] = [lineStart(text, start), lineEnd(text, end)];
  if (!blanks(first, start)) {
    let from = start;
    while (isBlankCode(text.charCodeAt(from - 1))) from--;
    return { start: from, end, text: '' };
  }
  if (blanks(end, last)) return deleteLines(view, { start, end });
  let to = end;
  while (isBlankCode(text.charCodeAt(to))) to++;
  return { start, end: to, text: '' };
}

export const riDuplicate = rule({
  name: 'header/ri-duplicate',
  severity: 'information',
  style: true,
  tag: 'unnecessary',
  format: ['2.2'],
  message: '{text} is listed twice.',
  why: 'A relay needs each routing indicator once: a second one only makes it send the message again.',
  fix: 'Deletes the second one.',
  bad: [
    [CONFIDENTIAL, 'OO RUEHFR RUEHLO\n', 'OO RUEHFR RUEHLO «RUEHFR»\n'],
    [TRANSMITTED, 'OO RUEHC\n', 'OO RUEHC RUEHFR\n«RUEHC» RUEHLO\n'],
    [TRANSMITTED, 'OO RUEHC\n', 'OO RUEHC\n«RUEHC»\n'],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, 'OO RUEHFR RUEHLO\n', 'OO RUEHFR RUEHFRA\n'],
    [CONFIDENTIAL, 'OO RUEHFR RUEHLO\n', 'OO RUEHFR RUEHRO\n'],
  ],
  check(view, report) {
    const seen = new Map<string, Token>();
    for (const word of view.fl2.slice(1)) {
      const text = word.text.toUpperCase();
      const first = seen.get(text);
      if (!first) seen.set(text, word);
      else
        report(
          word,
          { text },
          {
            related: { ...first, message: `${text} stands here first.` },
            fix: { title: `Delete the second ${text}`, edits: [deleteWord(view, word)] },
          },
        );
    }
  },
});

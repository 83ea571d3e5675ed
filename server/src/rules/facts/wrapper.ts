/** What the archive's wrapper says of a cable whose own line is lost. */
import { canonicalPost, postByName } from '../../data/posts';
import { type Level, levelOf } from '../../model/classification';
import { pageLines } from '../../model/pages';
import type { MessageView } from '../../model/view';
import { innerLabel } from '../../syntax/recognise';
import { isRedacted } from '../rule';

/** The value of an attribute of a record of the 1970s (FORMAT 1.4). */
export function attribute(view: MessageView, key: string): string | null {
  const field = view.isFirst ? view.cable.trailer?.fields.find(({ label }) => view.text(label) === key) : undefined;
  const value = field ? view.folded(field) : '';
  return value && !/^n\/a$/i.test(value) && !isRedacted(value) ? value : null;
}

/** The same fact in a line of the preamble, else in an attribute. */
const fact = (view: MessageView, kind: 'preamble-subject' | 'preamble-classification', key: string): string | null => {
  const line = view.preamble(kind);
  return line ? view.folded(line) : attribute(view, key);
};

/** The subject, if the archive did not cut it short, and no other line has run into it. */
export function recordSubject(view: MessageView): string | null {
  const text = fact(view, 'preamble-subject', 'Subject');
  return text && !/(?:\.\.\.|…)$/.test(text) && !isRedacted(text) && innerLabel(text, 1, false) < 0 ? text : null;
}

export const recordLevel = (view: MessageView): Level | null => {
  const text = fact(view, 'preamble-classification', 'Original Classification');
  return text ? levelOf(text.split('/')[0]!) : null;
};

/** Post and number as a classification line writes them. */
export interface RecordNumber {
  readonly post: string;
  readonly serial: string;
}

export function recordNumber(view: MessageView): RecordNumber | null {
  const { reference } = view;
  if (!reference || isRedacted(reference.post)) return null;
  // A page line has the name as the post itself wrote it.
  const page = pageLines(view).find(({ section, post }) => section && canonicalPost(post.text) === reference.post);
  const post = page?.post.text ?? postByName(reference.post)?.written;
  return post ? { post, serial: String(reference.serial).padStart(reference.year < 1980 ? 4 : 6, '0') } : null;
}

/** The post that sent the message, by its FM line (FORMAT 2.6, 5.2). */
import { type Post, postByName, postByPlad } from '../../data/posts';
import { fold, type Token } from '../../model/fields';
import type { MessageView } from '../../model/view';
import { isRedacted } from '../rule';
import { bothKnown, samePost } from './shared';

export interface Sender {
  readonly at: Token;
  readonly name: string;
  readonly post: Post;
}

/** What kind of post an address names before the place. */
export const withoutKind = (plad: string): string => plad.replace(/^(?:AMEMBASSY|AMCONSUL|USMISSION|USINT) /i, '');

/** The originator; null where it is not in the table of posts. */
export const senderOf = (view: MessageView): Sender | null => view.once(readSender);
function readSender({ from }: MessageView): Sender | null {
  const name = from ? fold(from.name.text) : '';
  if (!from || !name || isRedacted(name)) return null;
  const post = postByPlad(name) ?? postByName(withoutKind(name));
  return post && { at: from.name, name, post };
}

/** Two posts of different countries: those of one share stations and numbers. */
export const areForeign = (a: string, b: string): boolean =>
  bothKnown(a, b) && !samePost(a, b) && postByName(a)?.country !== postByName(b)?.country;

/** Whether FM and classification line name posts that cannot be one: the same cause is not told again of other lines. */
export const isElsewhere = (view: MessageView): boolean => {
  const post = view.classification?.post;
  const sender = post ? senderOf(view) : null;
  return sender !== null && areForeign(sender.post.name, post!.text);
};

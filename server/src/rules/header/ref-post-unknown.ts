import { isKnownPost, nearestPost } from '../../data/posts';
import { type Token, token } from '../../model/fields';
import type { Reference } from '../../model/references';
import { isRedacted, propose, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, TRANSMITTED } from '../specimens';

export const refPostUnknown = rule({
  name: 'header/ref-post-unknown',
  severity: 'information',
  table: true,
  format: ['3.8'],
  message: '`{post}` is not a known post. {near}?',
  why: 'A reference under a misspelt post cannot be found. The table does not have every post: silent unless the name comes near exactly one of it.',
  fix: 'Writes the nearest post.',
  bad: [
    [TRANSMITTED, '05 ROME 405', '05 «ROMEE» 405'],
    [DRAFT, 'STATE 3312', '«BRUSELS» 3312'],
    [CONFIDENTIAL, '05 STATE 12345', '(05) «PHNOM PEHN» 12345'],
  ],
  good: [
    [CONFIDENTIAL, '05 STATE 12345', '05 NOWHERE 12345'],
    [CONFIDENTIAL, '05 STATE 12345', 'SECTION 12345'],
    [CONFIDENTIAL, '05 STATE 12345', 'BELL-EXAMPLE E-MAIL OF 12/01/06'],
    [CONFIDENTIAL, '05 STATE 12345', 'XXXXXXXX 12345'],
  ],
  check(view, report) {
    let asked = 0;
    for (const reference of view.references) {
      const post = isRedacted(reference.text) ? null : postOf(reference);
      // So many posts that are not known are no list of posts.
      if (!post || WORD.test(post.text) || isKnownPost(post.text) || ++asked > MANY) continue;
      const near = nearestPost(post.text);
      // `S:TATE`: its first letter was taken for that of the reference.
      const isTorn = isKnownPost(`${view.text({ start: post.start - 2, end: post.start - 1 })}${post.text}`);
      if (near && !isTorn) report(post, { post: post.text, near: near.written }, { fix: propose(post, near.written) });
    }
  },
});

const MANY = 26;
/** Words that come near a post and stand before numbers. */
const WORD = /^(?:SECTION|PART|PARA|CALL|STATES)$/i;
/** The number is the last: words after it are prose. */
const CABLE = /^(\(?(?:\d{4}|\d{2})\)? )?([A-Z][A-Z .'-]{2,30}) \d{1,7}(?: \([A-Z]{5}\))?$/i;

function postOf({ kind, text, start, postToken }: Reference): Token | null {
  // Another number under the same post begins behind it.
  if (kind === 'cable') return postToken && postToken.start >= start ? postToken : null;
  if (kind !== 'other') return null;
  const match = CABLE.exec(text);
  return match ? token(match[2]!, start + (match[1]?.length ?? 0)) : null;
}

import { postByName } from '../../data/posts';
import { fold, token } from '../../model/fields';
import type { MessageView } from '../../model/view';
import { matches } from '../../text/matches';
import { nameOf, receivers } from '../facts/addresses';
import { rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED, UNCLASSIFIED } from '../specimens';

const ATTENTION = /^[ \t]*([A-Z][A-Z ]{3,24}?) {1,3}(?:PLEASE )?(?:FOR|PASS)\b/gm;

export const attentionNotAddressed = rule({
  name: 'xref/attention-not-addressed',
  severity: 'information',
  table: true,
  format: ['5.2', '3.4'],
  message: '{post} has an attention line but is not an addressee.',
  why: 'A line such as `BERLIN FOR TREASURY ATTACHE` asks a post to act, which it can only do if the cable goes there. Silent where a collective is addressed, which may include it.',
  bad: [
    [CONFIDENTIAL, 'FOR EUR/WE', '«BERLIN» FOR TREASURY ATTACHE'],
    [UNCLASSIFIED, 'SIPDIS\n', 'SIPDIS\n\nDEPT FOR EUR/WE\n«ADDIS ABABA» FOR ECON\n'],
  ],
  good: [
    [CONFIDENTIAL, 'FOR EUR/WE', 'PARIS FOR TREASURY ATTACHE'],
    [CONFIDENTIAL, 'FOR EUR/WE', 'STATE PASS USTR'],
    [CONFIDENTIAL, 'FOR EUR/WE', 'ROME FOR FODAG'],
    [TRANSMITTED, 'FOR EUR/WE', 'BANGKOK FOR REO'],
    [CONFIDENTIAL, 'FOR EUR/WE', 'TREASURY FOR OASIA'],
  ],
  check(view, report) {
    for (const field of view.fields('attention')) {
      const { text, base } = view.value(field);
      for (const match of matches(text, ATTENTION)) {
        const at = token(match[1]!, base + match.index + match[0].indexOf(match[1]!));
        const post = postByName(fold(at.text));
        if (post?.country && post.country !== 'US' && !mayReceive(view, post.written)) report(at, { post: at.text });
      }
    }
  },
});

/** Addressed, or perhaps one of a collective, or the originator; or nobody is addressed yet. */
function mayReceive(view: MessageView, post: string): boolean {
  const all = receivers(view);
  if (all.length === 0 || (view.from && nameOf(view.from).includes(post))) return true;
  return all.some(({ name }) => name.includes(post) || /COLLECTIVE|POSTS/.test(name));
}

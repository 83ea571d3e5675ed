import { isKnownPost, nearestPost } from '../../data/posts';
import { isMisread } from '../facts/section-count';
import { isExtract } from '../facts/shared';
import { isRedacted, propose, rule } from '../rule';
import { CONFIDENTIAL, DRAFT, RECORD, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const postUnknown = rule({
  name: 'header/post-unknown',
  severity: 'warning',
  table: true,
  format: ['3.2', '5.1'],
  message: '`{x}` is not a known post. {near}?',
  why: 'The name of the post is half of what identifies a cable. Only a name that comes near a known one is reported, as the table does not have every post; silent in records of the 1970s, which cut names, and in partial records.',
  fix: 'Writes the nearest post.',
  bad: [
    [CONFIDENTIAL, 'ROME 000001', '«ROMEE» 000001', '06ROME1\n', '06ROMEE1\n', 'ROME 00000001', 'ROMEE 00000001'],
    [UNCLASSIFIED, 'ROME 000001', '«PHNOM PEN» 000001', 'EMBASSY ROME', 'EMBASSY PHNOM PENH', 'PREL, IT', 'PREL, CB'],
    [DRAFT, 'ROME 000127', '«THESSALONKI» 000127'],
  ],
  good: [
    [TRANSMITTED],
    [UNCLASSIFIED, 'UNCLAS ROME', 'UNCLAS ATLANTIS'],
    [UNCLASSIFIED, 'UNCLAS ROME', 'UNCLAS AMEMBASSY ROME'],
    [RECORD, 'ANKARA 1204', 'ANKARRA 1204'],
    [UNCLASSIFIED, 'UNCLAS ROME', 'UNCLAS SECTION 01 OF ROME'],
  ],
  check(view, report) {
    if (view.layout === 'aad' || isExtract(view)) return;
    for (const each of view.classificationLines) {
      const { post } = each.line;
      if (!post || isKnownPost(post.text) || isRedacted(post.text) || isMisread(view, each)) continue;
      const near = nearestPost(post.text)?.written;
      if (near) report(post, { x: post.text, near }, { fix: propose(post, near) });
    }
  },
});

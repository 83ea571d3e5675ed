import { isElsewhere, senderOf } from '../facts/sender';
import { archiveReference, samePost } from '../facts/shared';
import { rule } from '../rule';
import { CONFIDENTIAL, RECORD, UNCLASSIFIED } from '../specimens';

export const fmPost = rule({
  name: 'xref/fm-post',
  severity: 'warning',
  table: true,
  format: ['5.2', '2.6', '3.2'],
  message: 'FM says {name}, the classification line {post}.',
  why: 'The originator is the post that numbers the cable. Posts of one country may send for each other, so that only another country is reported; where the preamble agrees with FM, the classification line is the one that is wrong (`xref/mrn-post`).',
  bad: [
    [UNCLASSIFIED, 'FM AMEMBASSY ROME', 'FM «AMEMBASSY ROME»', 'UNCLAS ROME', 'UNCLAS PARIS'],
    [CONFIDENTIAL, 'FM AMEMBASSY ROME', 'FM «AMEMBASSY MADRID»'],
    [RECORD, 'FM AMEMBASSY ANKARA', 'FM «SECSTATE WASHDC»', 'TO SECSTATE WASHDC', 'TO AMCONSUL ISTANBUL'],
  ],
  good: [
    [UNCLASSIFIED, 'UNCLAS ROME', 'UNCLAS MILAN'],
    [UNCLASSIFIED, 'FM AMEMBASSY ROME', 'FM XXXXXXXXXXXX'],
    [UNCLASSIFIED, 'FM AMEMBASSY ROME', 'FM USDEL TRADE TALKS'],
    [CONFIDENTIAL, 'SECTION 01 OF 02 ROME', 'SECTION 01 OF 02 PARIS'],
  ],
  check(view, report) {
    if (!isElsewhere(view)) return;
    const sender = senderOf(view)!;
    const post = view.classification!.post!;
    const archive = archiveReference(view);
    if (archive && samePost(archive.post, sender.post.name)) return;
    report(
      sender.at,
      { name: sender.name, post: post.text },
      { related: { ...post, message: `The classification line names ${post.text}.` } },
    );
  },
});

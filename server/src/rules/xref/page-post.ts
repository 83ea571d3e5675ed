import { type PageLine, pageLines } from '../../model/pages';
import { attestsPost, differentPosts, ownLine, postOf, writtenPost } from '../facts/identity';
import { more, rule } from '../rule';
import { CONFIDENTIAL, RECORD } from '../specimens';

export const pagePost = rule({
  name: 'xref/page-post',
  severity: 'warning',
  format: ['5.2', '4.5', '5.1'],
  message: 'Page line names {said}, cable is from {post}{more}.',
  why: 'Each page line repeats the post of the cable, in the 1970s cut to six letters. Silent where the table does not know both names.',
  fix: 'Writes the post of the cable into the page lines; only proposed where no third line names that post.',
  bad: [
    [CONFIDENTIAL, 'ROME 00000001', '«PARIS» 00000001'],
    [RECORD, 'PAGE 02        ANKARA', 'PAGE 02        «ATHENS»'],
  ],
  good: [
    [CONFIDENTIAL],
    [RECORD],
    [RECORD, 'PAGE 02        ANKARA', 'PAGE 02        VATICA'],
    [
      RECORD,
      'AMEMBASSY ANKARA',
      'AMEMBASSY ISLAMABAD',
      'ANKARA 1204',
      'ISLAMABAD 1204',
      'PAGE 01        ANKARA',
      'PAGE 01        ISLAMA',
      'PAGE 02        ANKARA',
      'PAGE 02        ISLAMA',
    ],
    [
      CONFIDENTIAL,
      'ROME 00000001',
      'USEU BRUSSELS 00000001',
      'ROME 000001\n',
      'BRUSSELS 000001\n',
      '06ROME1\n',
      '06BRUSSELS1\n',
    ],
  ],
  check(view, report) {
    const pages = pageLines(view);
    const post = pages.length ? postOf(view) : null;
    if (!post) return;
    const isWrong = (page: PageLine): boolean => differentPosts(page.post.text, post);
    const first = pages.find(isWrong);
    if (!first) return;
    const wrong = pages.filter(isWrong);
    const line = ownLine(view)?.post;
    const right = writtenPost(post);
    report(
      first.post,
      { said: first.post.text, post, more: more(wrong) },
      {
        related: line && { ...line, message: `The classification line names ${line.text}.` },
        fix: {
          title: `Change to ${right}`,
          edits: wrong.map(({ post: { start, end }, section }) => ({
            start,
            end,
            text: section === null ? right.slice(0, 6).trimEnd() : right,
          })),
          ...(!attestsPost(view, post) && { drafter: true }),
        },
      },
    );
  },
});

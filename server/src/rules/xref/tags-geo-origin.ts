import { postByName } from '../../data/posts';
import { classicCode } from '../../data/tags';
import { span } from '../../model/fields';
import { senderOf } from '../facts/sender';
import { rule } from '../rule';
import { CONFIDENTIAL, DRAFT, RECORD, UNCLASSIFIED } from '../specimens';

export const tagsGeoOrigin = rule({
  name: 'xref/tags-geo-origin',
  severity: 'information',
  style: true,
  table: true,
  format: ['5.2', '3.6'],
  message: 'No TAGS for the country of the originating post: {code}?',
  why: 'Most of what a post reports is about its host country. Silent where no country is given at all (`header/tags-no-geo`), where a region or an organization may stand for it, before 1980, and from 2018 with its other codes.',
  fix: 'Adds the code behind the last geographic one.',
  bad: [
    [UNCLASSIFIED, 'TAGS: PREL, IT', '«TAGS: PREL, FR»'],
    [CONFIDENTIAL, 'TAGS: PREL, ECON, IT', '«TAGS: PREL UK FR ECON»'],
  ],
  good: [
    [UNCLASSIFIED, 'PREL, IT', 'PREL, FR, NATO'],
    [UNCLASSIFIED, 'PREL, IT', 'AMGT'],
    [UNCLASSIFIED, 'PREL, IT', 'PREL, XG, FR'],
    [UNCLASSIFIED, 'FM AMEMBASSY ROME', 'FM AMEMBASSY PARIS', 'PREL, IT', 'PREL, FR'],
    [RECORD, 'EAIR, TU\nSUBJ', 'EAIR, GR\nSUBJ'],
    [DRAFT, 'EFIS SENV IT', 'EFIS SENV FR'],
  ],
  check(view, report) {
    const { year } = view;
    const field = view.fields('tags')[0];
    if (!field || view.partial || year === undefined || year < 1980 || year >= 2018) return;
    const places = view.tags.filter(({ kind }) => kind === 'geographic');
    if (places.length === 0 || view.tags.some(({ kind, code }) => kind === 'organization' || /^[XZ]/.test(code)))
      return;
    const post = view.reference && postByName(view.reference.post);
    if (!post?.country || post.country === 'US' || !/embassy|consulate/.test(post.kind)) return;
    if (places.some(({ code }) => classicCode(code, year) === post.country)) return;
    // Where the lines name different posts, that is the finding.
    const line = view.classification?.post;
    const others = [senderOf(view)?.post, line ? postByName(line.text) : null];
    if (others.some((other) => other && other.country !== post.country)) return;
    const last = places.at(-1)!;
    const comma = view.value(field).text.includes(',');
    const edit = { start: last.end, end: last.end, text: `${comma ? ',' : ''} ${post.country}` };
    report(
      span(field),
      { code: post.country },
      { fix: { title: `Add ${post.country}`, edits: [edit], drafter: true } },
    );
  },
});

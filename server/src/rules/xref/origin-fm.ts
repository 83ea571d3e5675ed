import { type Post, postByName } from '../../data/posts';
import { span } from '../../model/fields';
import { areForeign, isElsewhere, senderOf } from '../facts/sender';
import { archiveReference } from '../facts/shared';
import { isRedacted, propose, rule } from '../rule';
import { CONFIDENTIAL, UNCLASSIFIED } from '../specimens';

const KIND = /^(?:Embassy|Consulate|Mission|US Mission|US Office|US Interests Section|REO|Secretary of) /i;

/** How the archive names a post; null where it has several ways. */
const originOf = ({ kind, place }: Post): string | null => {
  if (kind === 'department') return 'Secretary of State';
  const word = kind === 'embassy' ? 'Embassy' : kind.startsWith('consulate') ? 'Consulate' : null;
  return word && `${word} ${place.split(',')[0]}`;
};

export const originFm = rule({
  name: 'xref/origin-fm',
  severity: 'information',
  table: true,
  format: ['5.2', '1.1'],
  message: "The preamble's origin is {origin}, FM says {name}.",
  why: "The archive's origin is the originator of the cable. Only another country is reported; silent where FM or the identifier contradicts the classification line, which is told there.",
  fix: "Writes the originator as the preamble's origin.",
  bad: [
    [CONFIDENTIAL, 'Embassy Rome', '«Embassy Lisbon»'],
    [CONFIDENTIAL, 'Embassy Rome', '«Secretary of State»'],
  ],
  good: [
    [CONFIDENTIAL, 'Embassy Rome', 'Consulate Milan'],
    [CONFIDENTIAL, 'Embassy Rome', 'Embassy Branch Office'],
    [CONFIDENTIAL, 'FM AMEMBASSY ROME', 'FM AMEMBASSY MADRID'],
    [CONFIDENTIAL, '06ROME1\n', '06LISBON1\n', 'Embassy Rome', 'Embassy Lisbon'],
    [UNCLASSIFIED],
  ],
  check(view, report) {
    const field = view.preamble('preamble-origin');
    const sender = field ? senderOf(view) : null;
    if (!field || !sender) return;
    const text = view.folded(field);
    const post = isRedacted(text) ? null : postByName(text.replace(KIND, ''));
    if (!post || post.country === sender.post.country || isElsewhere(view)) return;
    const archive = archiveReference(view);
    if (archive && areForeign(archive.post, sender.post.name)) return;
    const right = originOf(sender.post);
    report(
      span(field),
      { origin: text, name: sender.name },
      {
        related: { ...sender.at, message: `FM says ${sender.name}.` },
        fix: right ? propose(span(field), right) : null,
      },
    );
  },
});

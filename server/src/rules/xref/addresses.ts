/** Who is addressed: FM, TO, INFO, captions and attention lines (FORMAT 5.2, 44-51, 61). */
import { postByName, routingIndicator } from '../../data/posts';
import { classicCode } from '../../data/tags';
import { captions } from '../../model/captions';
import { fields, fold, foldedValue, span } from '../../model/fields';
import { type Addressee, addressees, originator } from '../../model/transmission';
import { isRedacted, type Rule, rule, type Subject, style } from '../rule';

const nameOf = ({ name }: Addressee): string => fold(name.text).toUpperCase();
const receivers = ({ view, message }: Subject, kind: 'to' | 'info') =>
  addressees(view.cable, message, kind).filter((each) => each.name.text.trim() && !isRedacted(each.name.text));

/** Words that tell one address from another. */
const words = (text: string): string[] => text.toUpperCase().match(/[A-Z]{4,}/g) ?? [];
const NOT_STATE =
  /^(?:CIA|DIA|NSA|NSC|FBI|DEA|SECDEF|JOINT STAFF|WHITE HOUSE|JCS|TREASURY|USDOC|USDA|DOD|DHS|DEPT OF (?!STATE)|HQ |CDR|CINC|COMUS|US[A-Z]{2,4}COM)\b/;

export const addressXrefRules: Rule[] = [
  rule(
    'xref/addressee-ri',
    'information',
    'A routing indicator stands for an address of the printed list.',
    (subject, report) => {
      for (const each of [...receivers(subject, 'to'), ...receivers(subject, 'info')]) {
        const at = each.routingIndicator;
        if (!at) continue;
        const known = [...new Set(routingIndicator(at.text).map(({ plad }) => plad))];
        const written = words(nameOf(each)).filter(
          (word) => !/^(?:AMEMBASSY|AMCONSUL|USMISSION|COLLECTIVE|WASHDC|WASHINGTON)$/.test(word),
        );
        if (known.length !== 1 || written.length === 0 || /COLLECTIVE/.test(nameOf(each))) continue;
        const post = postByName(nameOf(each).replace(/^(?:AMEMBASSY|AMCONSUL|USMISSION|USINT) /, ''));
        // Only what the table knows as the address of another post contradicts.
        if (
          post?.routingIndicator &&
          post.routingIndicator !== at.text &&
          !words(known[0]!).some((word) => written.includes(word))
        )
          report(at, `${at.text} is ${known[0]} in the table, not ${nameOf(each)}.`);
      }
    },
  ),
  rule('xref/addressee-duplicate', 'information', 'Each addressee is named once.', (subject, report) => {
    const seen = new Map<string, { kind: 'to' | 'info'; at: Addressee }>();
    for (const kind of ['to', 'info'] as const)
      for (const each of receivers(subject, kind)) {
        const name = nameOf(each);
        const before = seen.get(name);
        if (before)
          report(each.name, `${name} is addressed twice.`, {
            severity: before.kind !== kind ? 'warning' : 'information',
            related: {
              ...before.at.name,
              message: 'Here it is addressed first.',
            },
          });
        else seen.set(name, { kind, at: each });
      }
  }),
  rule('xref/addressee-self', 'information', 'Nobody writes to himself.', (subject, report) => {
    const sender = originator(subject.view.cable, subject.message);
    if (!sender?.name.text.trim()) return;
    const self = [...receivers(subject, 'to'), ...receivers(subject, 'info')].find(
      (each) => nameOf(each) === nameOf(sender),
    );
    if (self) report(self.name, 'The originator is among the addressees.');
  }),
  rule('xref/stadis-addressee', 'warning', 'STADIS is for the Department of State alone.', (subject, report) => {
    if (!captions(subject.message, subject.view.cable).some(({ known }) => known === 'STADIS')) return;
    const other = [...receivers(subject, 'to'), ...receivers(subject, 'info')].find((each) =>
      NOT_STATE.test(nameOf(each)),
    );
    if (other) report(other.name, `STADIS, but ${nameOf(other)} is not a State addressee.`);
  }),
  rule(
    'xref/official-informal-subject',
    'warning',
    'OFFICIAL INFORMAL is said in the subject too.',
    (subject, report) => {
      const { view, message } = subject;
      const found = captions(message, view.cable).find(({ known }) => known === 'OFFICIAL INFORMAL');
      const field = fields(message, 'subject')[0];
      if (found && field && !/OFFICIAL[- ]+INFORMAL|\bO-?I\b/i.test(foldedValue(view.cable, field)))
        report(found, 'OFFICIAL INFORMAL must stand in the subject line too.', {
          related: {
            ...span(field),
            message: 'The subject line.',
          },
        });
    },
  ),
  rule('xref/niact-reason', 'information', 'Who calls an officer at night says why.', (subject, report) => {
    const { view, message, partial } = subject;
    if (partial) return;
    const found = [...receivers(subject, 'to'), ...receivers(subject, 'info')].find(({ precedence }) =>
      /NIACT/i.test(precedence?.text ?? ''),
    );
    const first = message.body.sections.flatMap(({ paragraphs }) => paragraphs)[0];
    if (found && first && !/NIACT|NIGHT ACTION|URGEN|IMMEDIATE/i.test(view.cable.clean.slice(first.start, first.end)))
      report(found.precedence!, 'NIACT must be justified in the first paragraph.');
  }),
  rule('xref/attention-not-addressed', 'information', 'Who is to act on it must receive it.', (subject, report) => {
    const { view, message } = subject;
    const all = [...receivers(subject, 'to'), ...receivers(subject, 'info')].map(nameOf);
    if (all.length === 0 || all.some((name) => /COLLECTIVE|POSTS/.test(name))) return;
    for (const field of fields(message, 'attention')) {
      const match = /^([A-Z][A-Z ]{3,24}?) (?:PLEASE )?(?:FOR|PASS)\b/.exec(foldedValue(view.cable, field));
      const post = match && postByName(match[1]!);
      if (post?.country && post.country !== 'US' && !all.some((name) => name.includes(post.written)))
        report(
          { start: field.start, end: field.start + match![1]!.length },
          `${match![1]} has an attention line but is not an addressee.`,
        );
    }
  }),
  style('xref/tags-geo-origin', 'A cable on the host country carries its code.', (subject, report) => {
    const { view, message, partial } = subject;
    const post = view.reference && postByName(view.reference.post);
    const field = fields(message, 'tags')[0];
    if (
      partial ||
      !field ||
      !post?.country ||
      post.country === 'US' ||
      !/embassy|consulate/.test(post.kind) ||
      view.year === undefined ||
      view.year >= 2018 ||
      view.year < 1980
    )
      return;
    // None at all is another finding (header/tags-no-geo); a region or an organization may stand for the country.
    const places = view.tags.filter(({ kind }) => kind === 'geographic');
    const wider = view.tags.some(({ kind, code }) => kind === 'organization' || /^[XZ]/.test(code));
    // Where the lines name different posts, that is the finding.
    const sender = originator(view.cable, message);
    const named = [
      view.classification?.post?.text,
      sender && fold(sender.name.text).replace(/^(?:AMEMBASSY|AMCONSUL|USMISSION) /i, ''),
    ];
    if (named.some((name) => name && (postByName(name)?.country ?? post.country) !== post.country)) return;
    if (places.length && !wider && !places.some(({ code }) => classicCode(code, view.year) === post.country))
      report(span(field), `No TAGS for the country of the originating post: ${post.country}?`);
  }),
];

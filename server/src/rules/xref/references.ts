/** What the text cites: REF lines, reftels, paragraphs; and what the archive repeats (FORMAT 5.2, 52-59, 62). */
import { fields, fold, foldedValue, span, type Token, token } from '../../model/fields';
import { readCompactReference } from '../../model/references';
import { referencesIn } from '../../model/view';
import type { Paragraph } from '../../syntax/tree';
import { isRedacted, preambleField, type Rule, rule, type Subject, style } from '../rule';

const references = ({ view }: Subject) => referencesIn(view);
const paragraphs = ({ message }: Subject): Paragraph[] =>
  message.body.sections.flatMap((section) => [...section.paragraphs]);

/** All places in the text that a pattern finds; its first group is the place. */
function cited(subject: Subject, pattern: RegExp): Token[] {
  const { start, end } = subject.message.body;
  const text = subject.view.cable.clean.slice(start, end);
  return Array.from(text.matchAll(pattern), (match) =>
    token(match[1]!, start + match.index + match[0].indexOf(match[1]!)),
  );
}

/** `ref A`, `reftel B`, `refs A and B`: single letters after the word. */
const REF_LETTERS =
  /\bref(?:tel)?s?\.? {1,2}\(?([A-Z](?:(?:, ?| ?(?:and|&|through|-) ?)\(?[A-Z]\)?(?![A-Za-z]))*)\)?(?![A-Za-z'’])/gi;
const PARA = /\bpara(?:graph)?s?\.? {1,2}(\d{1,3})(?![\d.,]\d|-\d)/gi;
/** Words that make a mentioned paragraph one of another text. */
const ELSEWHERE =
  /^.{0,12}?\b(?:of|in|to|from|ref|reftel|septel|\(?[A-Z]\)?[ ,.)]*ref)\b|^ ?(?:above)? ?(?:of )?\(?ref/i;

const normal = (text: string): string =>
  fold(text)
    .toUpperCase()
    .replace(/^\((?:U|SBU|LOU|C|S|TS)[^)]{0,12}\) */, '')
    .replace(/[^A-Z0-9]+/g, '');

export const referenceXrefRules: Rule[] = [
  rule('xref/preamble-subject', 'information', "The archive's subject is that of the cable.", (subject, report) => {
    const { view, message } = subject;
    const archive = preambleField(subject, 'preamble-subject');
    const field = fields(message, 'subject')[0];
    if (!archive || !field) return;
    const [a, b] = [normal(foldedValue(view.cable, archive)), normal(foldedValue(view.cable, field))];
    // The archive may cut a long subject; decoding and line breaks may cost a letter.
    if (
      !a ||
      !b ||
      isRedacted(a) ||
      isRedacted(b) ||
      a.startsWith(b) ||
      b.startsWith(a) ||
      a.includes(b) ||
      b.includes(a)
    )
      return;
    report(span(archive), "The preamble's subject differs.", {
      related: {
        ...span(field),
        message: 'The subject of the cable.',
      },
    });
  }),
  rule('xref/ref-self', 'warning', 'A cable does not cite itself.', (subject, report) => {
    const own = subject.view.reference?.id;
    const self = references(subject).find(({ id }) => id !== null && id === own);
    if (self) report(self, 'The cable refers to itself.');
  }),
  rule('xref/ref-future', 'warning', 'A cable cites what was sent before it.', (subject, report) => {
    const own = subject.view.reference;
    if (!own || own.post === '') return;
    for (const each of references(subject)) {
      const read = each.id ? readCompactReference(each.id) : null;
      if (!read || each.id === own.id) continue;
      const sameSeries =
        read.year === (subject.view.year ?? own.year) && read.post === own.post && read.serial > own.serial;
      if (read.year > Math.max(own.year, subject.view.year ?? 0) || sameSeries)
        report(each, `Reference ${each.text} is later than this cable.`);
    }
  }),
  rule('xref/ref-undefined', 'warning', 'A letter that is cited stands on the REF line.', (subject, report) => {
    const listed = references(subject).flatMap(({ label }) => (label ? [label] : []));
    if (listed.length < 2 || subject.partial) return;
    const letters = new Set(listed);
    const seen = new Set<string>();
    for (const at of cited(subject, REF_LETTERS)) {
      // `ref a meeting` and `refs I saw` are words.
      for (const letter of at.text.match(/\b[B-Z]\b|^A$/g) ?? []) {
        if (
          letters.has(letter) ||
          seen.has(letter) ||
          letter === 'I' ||
          /[a-z]/.test(at.text.replace(/and|through/gi, ''))
        )
          continue;
        seen.add(letter);
        report(at, `Ref ${letter} is cited but not listed.`);
      }
    }
  }),
  style('xref/ref-unused', 'What is listed is cited.', (subject, report) => {
    const listed = references(subject).filter(({ label }) => label);
    if (new Set(listed.map(({ label }) => label)).size < 2 || subject.partial) return;
    const mentions = cited(subject, REF_LETTERS);
    // Reftels in general are all of them; a range names those between.
    if (
      mentions.length === 0 ||
      cited(subject, /\b(reftels|refs)\b(?! {1,2}\(?[A-Z]\b)/gi).length ||
      mentions.some(({ text }) => /-|through/i.test(text))
    )
      return;
    const used = new Set(mentions.flatMap(({ text }) => text.toUpperCase().match(/\b[A-Z]\b/g) ?? []));
    for (const each of listed) if (!used.has(each.label!)) report(each, `Ref ${each.label} is never cited.`);
  }),
  rule('xref/reftel-without-ref', 'information', 'A reftel is named on the REF line.', (subject, report) => {
    const { view, message, partial } = subject;
    if (partial || !message.header || fields(message, 'ref').length || !view.classification) return;
    const [first] = cited(subject, /\b(reftels?)\b/gi);
    if (first && !/REF(?:S|TELS?)?\b ?:/i.test(view.cable.clean.slice(message.start, message.body.start + 400)))
      report(first, '"Reftel" is cited but there is no REF line.');
  }),
  rule('xref/para-cited-missing', 'information', 'A paragraph that is cited is in the cable.', (subject, report) => {
    const { view, message, partial } = subject;
    const numbers = paragraphs(subject).flatMap(({ number }) =>
      number ? [Number.parseInt(view.cable.clean.slice(number.start, number.end), 10)] : [],
    );
    const last = numbers.reduce((a, b) => Math.max(a, b), 0);
    if (partial || numbers.length < 2 || (view.classification?.sectionsAnnounced ?? 1) > 1) return;
    for (const at of cited(subject, PARA)) {
      const after = fold(view.cable.clean.slice(at.end, at.end + 40));
      const before = view.cable.clean.slice(Math.max(message.start, at.start - 40), at.start);
      if (
        Number(at.text) <= last ||
        Number(at.text) > 60 ||
        ELSEWHERE.test(after) ||
        /\b(?:ref|reftel|septel|UNSC|resolution|article|report|treaty|agreement|law|decision|NSDM|FAM|FAH|\d{4})\b[^.]{0,30}$/i.test(
          before,
        )
      )
        continue;
      report(at, `Paragraph ${at.text} is cited, the last is ${last}.`);
    }
  }),
  rule('xref/action-para', 'information', 'The action request stands where the summary says.', (subject, report) => {
    const { view, message, partial } = subject;
    if (partial) return;
    const [at] = cited(subject, /\baction request(?:ed)?(?: is)?(?: in|:? ?see) para(?:graph)? {1,2}(\d{1,2})(?!\d)/gi);
    const target =
      at &&
      paragraphs(subject).find(({ number }) => number && view.cable.clean.slice(number.start, number.end) === at.text);
    if (!at || !target) return;
    const there = message.blocks.some(
      (block) => block.kind === 'action-request' && block.start < target.end && block.end > target.start,
    );
    const text = view.cable.clean.slice(target.start, target.end);
    if (!there && !/\b(?:action|request|instruct|guidance|authoriz|recommend|would appreciate|please|ask)/i.test(text))
      report(at, `The action request is said to be in paragraph ${at.text}; none there.`);
  }),
  rule('xref/header-repeated', 'information', 'A header given twice says the same twice.', (subject, report) => {
    const { view, message } = subject;
    for (const header of message.body.repeatedHeaders)
      for (const kind of ['tags', 'subject', 'eo'] as const) {
        const second = header.fields.find((each) => each.kind === kind);
        const first = message.header?.fields.find((each) => each.kind === kind);
        if (!first || !second) continue;
        const [a, b] = [normal(foldedValue(view.cable, first)), normal(foldedValue(view.cable, second))];
        if (!a || !b || a.startsWith(b) || b.startsWith(a) || isRedacted(a + b)) continue;
        report(span(second), 'The text header is given a second time with different values.', {
          related: {
            ...span(first),
            message: 'The first time.',
          },
        });
        return;
      }
  }),
];

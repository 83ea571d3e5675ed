/** Rules on E.O., TAGS, SUBJECT, REF and Classified By (FORMAT 3.1, 3.5-3.9). */

import { isKnownPost, nearestPost } from '../data/posts';
import { tagMeanings } from '../data/tags';
import { isCaption } from '../model/captions';
import { isClassified, readClassificationLine } from '../model/classification';
import { fields, foldedValue, span, token, valueText } from '../model/fields';
import { readClassifiedBy, readExecutiveOrder } from '../model/header';
import { readTags } from '../model/tags';
import { referencesIn } from '../model/view';
import type { FieldKind } from '../syntax/tree';
import { isRedacted, type Rule, replace, rule, type Subject, style } from './rule';

const LABELS: Partial<Record<FieldKind, string>> = {
  eo: 'E.O.',
  tags: 'TAGS',
  subject: 'SUBJECT',
  ref: 'REF',
  'classified-by': 'Classified By',
};
const ORDER: FieldKind[] = ['eo', 'tags', 'subject', 'ref', 'classified-by'];
const ORDERS = ['10501', '11652', '12065', '12356', '12958', '13526'];

/** A text header of which something is there, so that something can be missing. */
const complete = ({ view, message, partial }: Subject): boolean =>
  !partial &&
  view.cable.layout !== 'smart' &&
  message.header !== null &&
  message.transmission !== null &&
  fields(message, 'classification').length > 0;

const after = ({ view }: Subject, year: number, month = 1): boolean => {
  const date = view.dtg?.date;
  return date !== null && date !== undefined && (date.year > year || (date.year === year && date.month >= month));
};
const tagsOf = ({ view }: Subject) => view.tags;
const referencesOf = ({ view }: Subject) => referencesIn(view);
const levelOf = ({ view, message }: Subject) => {
  const line = fields(message, 'classification')[0];
  return line ? readClassificationLine(view.cable, line).level : null;
};
const missing = (name: string, kind: FieldKind, year: number, month: number, text: string, why: string): Rule =>
  rule(name, 'warning', why, (subject, report) => {
    if (!complete(subject) || fields(subject.message, kind).length || (year > 0 && !after(subject, year, month)))
      return;
    report(span(fields(subject.message, 'classification')[0]!), text);
  });

export const textHeaderRules: Rule[] = [
  missing(
    'header/eo-missing',
    'eo',
    1972,
    6,
    'The executive order line is missing.',
    'Since 1972 each cable says under which order it is classified.',
  ),
  missing('header/tags-missing', 'tags', 1973, 3, 'The TAGS line is missing.', 'Since 1973 TAGS file the cable.'),
  missing(
    'header/subject-missing',
    'subject',
    0,
    1,
    'The SUBJECT line is missing.',
    'A cable without subject cannot be found.',
  ),
  rule(
    'header/text-line-order',
    'information',
    'The lines of the text header have a customary order.',
    ({ message, view }, report) => {
      if (view.cable.layout === 'smart') return;
      let before: FieldKind | null = null;
      for (const field of message.header?.fields ?? []) {
        if (!ORDER.includes(field.kind)) continue;
        if (before && ORDER.indexOf(field.kind) < ORDER.indexOf(before))
          report(
            { start: field.label.start, end: Math.max(field.label.end, field.label.start + 1) },
            `${LABELS[field.kind]} normally precedes ${LABELS[before]}.`,
          );
        before = field.kind;
      }
    },
  ),
  rule(
    'header/label-spelling',
    'warning',
    'A misspelt label hides its line from every index.',
    ({ view, message }, report) => {
      for (const field of message.header?.fields ?? []) {
        const label = LABELS[field.kind];
        if (field.reading === 'corrected')
          report(
            field.label,
            `\`${view.cable.clean.slice(field.label.start, field.label.end)}\` looks like \`${label}\`.`,
            label ? { fix: replace(field.label, label) } : undefined,
          );
        if (field.reading === 'implied') report(span(field), `This looks like the ${label} line without its label.`);
      }
    },
  ),
  style('header/label-colon', 'A colon ends the label.', ({ view, message }, report) => {
    for (const field of message.header?.fields ?? []) {
      if (
        !['tags', 'subject', 'ref'].includes(field.kind) ||
        field.label.end === field.label.start ||
        field.value >= field.children[0]!.end
      )
        continue;
      const gap = view.cable.clean.slice(field.label.end, field.value);
      if (!/[:;,.]/.test(gap))
        report(field.label, `Put a colon after ${LABELS[field.kind]}.`, {
          fix: replace({ start: field.label.end, end: field.label.end }, ':', 'Put a colon'),
        });
    }
  }),
  rule('header/eo-malformed', 'warning', 'The line gives the order and a value.', ({ view, message }, report) => {
    for (const field of fields(message, 'eo')) {
      const { number, instruction } = readExecutiveOrder(view.cable, field);
      if (
        (!number || !instruction) &&
        !isRedacted(foldedValue(view.cable, field)) &&
        !/^N\/?A/i.test(foldedValue(view.cable, field)) &&
        view.cable.layout !== 'smart'
      )
        report(span(field), 'Expected E.O. number: value.');
    }
  }),
  rule(
    'header/eo-number-unknown',
    'warning',
    'Six orders have governed classification since 1953.',
    ({ view, message }, report) => {
      for (const field of fields(message, 'eo')) {
        const { number } = readExecutiveOrder(view.cable, field);
        if (number && !ORDERS.includes(number.text) && !/^UNKNOWN$/i.test(number.text))
          report(number, `${number.text} is not an order on classification.`);
      }
    },
  ),
  rule(
    'header/decl-date-invalid',
    'error',
    'The date of declassification does not exist.',
    ({ view, message }, report) => {
      for (const field of fields(message, 'eo')) {
        const { date, declassifyOn } = readExecutiveOrder(view.cable, field);
        if (date && !declassifyOn) report(date, `${date.text} does not exist.`);
      }
    },
  ),
  style('header/decl-date-format', 'Month, day and four digits of the year.', ({ view, message }, report) => {
    if ((view.year ?? 0) < 1995) return;
    for (const field of fields(message, 'eo')) {
      const { date, declassifyOn } = readExecutiveOrder(view.cable, field);
      if (date && declassifyOn && !/^\d{2}\/\d{2}\/\d{4}$/.test(date.text)) report(date, 'Write mm/dd/yyyy.');
    }
  }),
  rule('header/decl-missing', 'warning', 'A classified cable says when it may be opened.', (subject, report) => {
    if (!isClassified(levelOf(subject)) || !after(subject, 1995, 11)) return;
    for (const field of fields(subject.message, 'eo')) {
      const text = foldedValue(subject.view.cable, field);
      if (!/DECL|DNG|\bX\d|N\/?A|OADR|25X|50X|\d{1,2}\/\d/i.test(text) && !isRedacted(text))
        report(span(field), 'A classified cable needs DECL: with a date or event.');
    }
  }),
  rule('header/tags-empty', 'warning', 'TAGS file the cable.', ({ view, message }, report) => {
    const all = fields(message, 'tags');
    if (all.length && all.every((field) => foldedValue(view.cable, field) === ''))
      report(span(all[0]!), 'No TAGS given.');
  }),
  rule('header/tags-unknown', 'information', 'The code is not in the table of TAGS.', (subject, report) => {
    for (const tag of tagsOf(subject)) {
      if (tag.kind === 'unknown' && /^[A-Z]{2}$|^[A-Z]{4}$/.test(tag.code) && !isRedacted(tag.text))
        report(tag, `\`${tag.text}\` is not in the TAGS table.`);
      else if (tag.correction === 'misspelling')
        report(tag, `\`${tag.text}\` is not in the TAGS table. ${tag.code}?`, { fix: replace(tag, tag.code) });
    }
  }),
  rule('header/tags-run-on', 'warning', 'Codes need a blank or comma between them.', (subject, report) => {
    const seen = new Set<number>();
    for (const tag of tagsOf(subject)) {
      if (tag.correction !== 'run-on' || seen.has(tag.start)) continue;
      seen.add(tag.start);
      const codes = tagsOf(subject).filter(({ start }) => start === tag.start);
      report(tag, `\`${tag.text}\` looks like several TAGS written together.`, {
        fix: replace(tag, codes.map(({ code }) => code).join(' ')),
      });
    }
  }),
  rule('header/tags-duplicate', 'information', 'Each code is given once.', ({ view, message }, report) => {
    const all = fields(message, 'tags');
    const first = new Set<string>();
    // A list repeated for each section is one slip, not as many as it has codes (FORMAT 6).
    for (const [index, field] of all.entries()) {
      const tags = readTags(view.cable, field, view.year);
      const repeated = tags.filter(({ code }) => first.has(code));
      if (index > 0 && repeated.length > 1) report(span(field), 'The TAGS are repeated.');
      const inLine = new Set<string>();
      for (const tag of tags) {
        if (inLine.has(tag.code)) report(tag, `${tag.code} is repeated.`);
        inLine.add(tag.code);
        first.add(tag.code);
      }
    }
  }),
  rule('header/tags-no-subject', 'warning', 'At least one subject TAGS is required (5 FAH-3).', (subject, report) => {
    const all = tagsOf(subject);
    const field = fields(subject.message, 'tags')[0];
    if (
      !field ||
      !all.length ||
      subject.partial ||
      all.some(
        ({ kind, code }) =>
          kind === 'subject' ||
          kind === 'unknown' ||
          kind === 'program' ||
          tagMeanings(code).some((each) => each.kind === 'subject'),
      )
    )
      return;
    report(span(field), 'At least one subject TAGS is needed.');
  }),
  style('header/tags-no-geo', 'Geographic TAGS say which country the cable is about.', (subject, report) => {
    const all = tagsOf(subject);
    const field = fields(subject.message, 'tags')[0];
    if (
      !field ||
      !all.length ||
      subject.partial ||
      all.some(({ kind }) => kind === 'geographic' || kind === 'organization' || kind === 'unknown')
    )
      return;
    if (all.filter(({ kind }) => kind === 'subject').every(({ code }) => code.startsWith('A'))) return;
    report(span(field), 'No geographic TAGS.');
  }),
  style('header/tags-person-missing', 'The visitor is named in parentheses.', (subject, report) => {
    const all = tagsOf(subject);
    const visit = all.find(({ code }) => code === 'OVIP');
    if (visit && !all.some(({ kind }) => kind === 'person') && !subject.partial)
      report(visit, "OVIP needs the visitor's name.");
  }),
  rule(
    'header/tags-caption-inside',
    'warning',
    'A caption among the TAGS is not obeyed.',
    ({ view, message }, report) => {
      for (const field of fields(message, 'tags')) {
        const { text, base } = valueText(view.cable, field);
        for (const match of text.matchAll(/\b(?:SIPDIS|NODIS|EXDIS|NOFORN|SENSITIVE|STADIS|LIMDIS)\b/g))
          if (isCaption(match[0])) report(token(match[0], base + match.index), `${match[0]} is a caption, not a TAGS.`);
      }
    },
  ),
  rule('header/subject-empty', 'warning', 'The subject is what a reader sees first.', ({ view, message }, report) => {
    for (const field of fields(message, 'subject'))
      if (foldedValue(view.cable, field) === '') report(span(field), 'The subject is empty.');
  }),
  style('header/subject-too-long', 'Three lines at most.', ({ message }, report) => {
    for (const field of fields(message, 'subject')) {
      const lines = field.children.filter(({ kind }) => kind === 'text').length;
      if (lines > 3) report(span(field), `The subject runs over ${lines} lines.`);
    }
  }),
  rule(
    'header/subject-swallowed-line',
    'warning',
    'A lost line break hides the next field.',
    ({ view, message }, report) => {
      const all = message.header?.fields ?? [];
      for (const [index, field] of all.entries()) {
        if (field.reading !== 'swallowed' || index === 0) continue;
        const before = all[index - 1]!;
        const tail = view.cable.clean
          .slice(Math.max(before.start, field.label.start - 20), field.children[0]!.end)
          .slice(0, 50);
        report(
          field.label,
          `${view.cable.clean.slice(field.label.start, field.label.end)} begins inside the ${before.kind === 'subject' ? 'subject' : 'line before'}: \`...${tail.trim()}\`.`,
        );
      }
    },
  ),
  rule('header/ref-malformed', 'information', 'A reference is year, post and number.', (subject, report) => {
    for (const reference of referencesOf(subject))
      if (
        reference.kind === 'other' &&
        reference.id === null &&
        !isRedacted(reference.text) &&
        /^[A-Z][A-Za-z ]+\d*$/.test(reference.text) &&
        isKnownPost(reference.text.replace(/\d+$/, ''))
      )
        report(reference, 'This reference was not understood.');
  }),
  rule('header/ref-enum-order', 'warning', 'The letters of references follow each other.', (subject, report) => {
    let before = '';
    for (const reference of referencesOf(subject)) {
      if (!reference.label || reference.label === before) continue;
      if (before && reference.label.charCodeAt(0) !== before.charCodeAt(0) + 1)
        report(reference, `Reference ${reference.label} follows ${before}.`);
      before = reference.label;
    }
  }),
  style('header/ref-enum-doubled', 'Template and drafter both numbered.', ({ view, message }, report) => {
    for (const field of fields(message, 'ref')) {
      const { text, base } = valueText(view.cable, field);
      for (const match of text.matchAll(/\b([A-Z])[.)] {0,2}(?:REF )?\(?\1[.):]?(?= )/g))
        report(token(match[0], base + match.index), 'The letter is given twice.');
    }
  }),
  rule('header/ref-duplicate', 'information', 'The same cable is listed twice.', (subject, report) => {
    const seen = new Map<string, string>();
    for (const reference of referencesOf(subject)) {
      if (!reference.id) continue;
      const earlier = seen.get(reference.id);
      if (earlier !== undefined) report(reference, `${reference.id} is already reference ${earlier || 'above'}.`);
      else seen.set(reference.id, reference.label ?? '');
    }
  }),
  rule('header/ref-post-unknown', 'information', 'The name of the post is not in the table.', (subject, report) => {
    for (const { kind, postToken } of referencesOf(subject)) {
      if (kind !== 'cable' || !postToken || isRedacted(postToken.text) || isKnownPost(postToken.text)) continue;
      const near = nearestPost(postToken.text);
      if (near) report(postToken, `\`${postToken.text}\` is not a known post. ${near.written}?`);
    }
  }),
  rule(
    'header/ref-year-invalid',
    'warning',
    'The year of a reference cannot be later than the cable.',
    (subject, report) => {
      const year = subject.view.year;
      if (year === undefined) return;
      for (const reference of referencesOf(subject)) {
        const written = /^\(?(\d{4}|\d{2})\)? /.exec(reference.text)?.[1];
        if (!written || reference.kind !== 'cable') continue;
        const value =
          written.length === 4 ? Number(written) : Number(written) + (Number(written) > year % 100 ? 1900 : 2000);
        if (value > year + 1 || value < 1966)
          report(token(written, reference.start), `\`${written}\` is not a plausible year.`);
      }
    },
  ),
  rule('header/reason-missing', 'warning', 'The reason cites section 1.4 of the order.', (subject, report) => {
    const all = fields(subject.message, 'classified-by');
    const read = readClassifiedBy(subject.view.cable, all);
    if (read && read.letters.length === 0 && !isRedacted(read.raw) && !/REASON/i.test(read.raw))
      report(span(all[0]!), 'No reason is given for the classification.');
  }),
  rule(
    'header/reason-section-unknown',
    'warning',
    'Reasons stand in section 1.4, before March 2003 in 1.5.',
    (subject, report) => {
      const section = readClassifiedBy(subject.view.cable, fields(subject.message, 'classified-by'))?.section;
      if (section && !/^1\.[45]$/.test(section.text))
        report(section, `Reasons come from section 1.4 (earlier 1.5), not ${section.text}.`);
    },
  ),
  rule('header/reason-letter-invalid', 'error', 'The reasons are lettered (a) to (h).', (subject, report) => {
    for (const letter of readClassifiedBy(subject.view.cable, fields(subject.message, 'classified-by'))?.letters ?? [])
      if (!/^[a-h]$/.test(letter.text)) report(letter, `(${letter.text}) is not one of (a) to (h).`);
  }),
];

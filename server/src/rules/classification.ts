/** Rules on the classification line and captions (FORMAT 3.2, 3.3). */
import { isKnownPost, nearestPost } from '../data/posts';
import { captionNames, captions, isSensitive } from '../model/captions';
import { isClassified, LEVELS, readClassificationLine } from '../model/classification';
import { fields, foldedValue, span, token, valueText } from '../model/fields';
import { editDistance } from '../text/edit-distance';
import { isRedacted, type Rule, replace, rule, type Subject, style } from './rule';

const lines = ({ view, message }: Subject) =>
  fields(message, 'classification').map((field) => ({ field, line: readClassificationLine(view.cable, field) }));
/** Most restrictive first. */
const RESTRICTION = ['NODIS', 'EXDIS', 'STADIS', 'LIMDIS', 'NOFORN', 'SIPDIS'];
const SPACED: Record<string, string> = {
  CONFIDENTIAL: 'C O N F I D E N T I A L',
  SECRET: 'S E C R E T',
  'TOP SECRET': 'T O P  S E C R E T',
};

export const classificationRules: Rule[] = [
  rule('header/classification-missing', 'error', 'Every message is marked explicitly.', (subject, report) => {
    const { view, message, partial } = subject;
    if (partial || view.cable.layout === 'smart' || !message.transmission || !message.header) return;
    if (!fields(message, 'classification').length) report(span(message.header.fields[0]!), 'No classification line.');
  }),
  rule(
    'header/classification-unknown',
    'error',
    'The levels are UNCLASSIFIED, LIMITED OFFICIAL USE, CONFIDENTIAL, SECRET and TOP SECRET.',
    (subject, report) => {
      for (const { line } of lines(subject)) {
        if (line.level || isRedacted(line.word.text)) continue;
        const near = [...LEVELS, 'UNCLAS'].find((level) => editDistance(level, line.word.text.toUpperCase(), 2) <= 2);
        report(line.word, `\`${line.word.text}\` is not a classification.${near ? ` ${near}?` : ''}`);
      }
    },
  ),
  style(
    'header/classification-spacing',
    'Classified levels are letter-spaced, so that they cannot be overlooked.',
    (subject, report) => {
      for (const { line } of lines(subject))
        if (isClassified(line.level) && !line.spaced && line.post)
          report(line.word, `Write the classification letter-spaced: \`${SPACED[line.level!]}\`.`);
    },
  ),
  rule(
    'header/section-malformed',
    'warning',
    'The section count says how many parts belong together.',
    (subject, report) => {
      for (const { line } of lines(subject))
        if (
          line.section &&
          !/^(?:SECTION {1,2}\d{1,2} {1,2}OF {1,2}\d{1,2}|FINAL SECTION OF {1,2}\d{1,2})$/i.test(line.section.text)
        )
          report(line.section, 'Expected SECTION n OF m.');
    },
  ),
  style('header/section-padding', 'Two digits keep the lines alike.', (subject, report) => {
    for (const { line } of lines(subject))
      if (line.section && /^SECTION +(?:\d +OF +\d{1,2}|\d{2} +OF +\d)$/i.test(line.section.text))
        report(line.section, 'Use two digits: 01 OF 03.', {
          fix: replace(line.section, line.section.text.replace(/\b\d\b/g, '0$&')),
        });
  }),
  rule('header/mrn-missing', 'error', 'Post and number identify the cable.', (subject, report) => {
    if (subject.partial) return;
    for (const { field, line } of lines(subject))
      if (line.level && (!line.post || !line.serial) && !isRedacted(foldedValue(subject.view.cable, field)))
        report(span(field), 'The line has no post and number.');
  }),
  style('header/serial-padding', 'Six digits since the 1980s.', (subject, report) => {
    if (subject.view.cable.layout === 'aad' || (subject.view.year ?? 0) < 1980) return;
    for (const { line } of lines(subject))
      if (line.serial && line.serial.text.length < 6)
        report(line.serial, `The serial has six digits here: ${line.serial.text.padStart(6, '0')}.`, {
          fix: replace(line.serial, line.serial.text.padStart(6, '0')),
        });
  }),
  rule('header/post-unknown', 'warning', 'The name of the post is not in the table.', (subject, report) => {
    for (const { line } of lines(subject))
      if (
        line.post &&
        !isRedacted(line.post.text) &&
        !isKnownPost(line.post.text) &&
        !subject.partial &&
        subject.view.cable.layout !== 'aad'
      ) {
        // The table has no every post: only a name near a known one is a slip.
        const near = nearestPost(line.post.text);
        if (near) report(line.post, `\`${line.post.text}\` is not a known post. ${near.written}?`);
      }
  }),
  rule(
    'header/caption-unknown',
    'information',
    'Captions come from a list; a misspelt one is not obeyed.',
    (subject, report) => {
      for (const caption of captions(subject.message, subject.view.cable)) {
        if (caption.known || isRedacted(caption.text) || /ONLY$|C ?O ?P ?Y|^FOR /i.test(caption.text)) continue;
        const near = captionNames().find(
          (name) => editDistance(name, caption.text.toUpperCase(), 2) <= (name.length > 6 ? 2 : 1),
        );
        report(caption, `\`${caption.text}\` is not in the caption list.${near ? ` ${near}?` : ''}`);
      }
    },
  ),
  style('header/caption-duplicate', 'Each caption is given once.', (subject, report) => {
    const seen = new Set<string>();
    for (const caption of captions(subject.message, subject.view.cable)) {
      if (seen.has(caption.text)) report(caption, `${caption.text} was already given.`);
      seen.add(caption.text);
    }
  }),
  rule('header/caption-conflict', 'error', 'Some captions exclude each other.', (subject, report) => {
    const found = captions(subject.message, subject.view.cable);
    const at = (name: string) => found.find(({ known }) => known === name);
    const conflict = (a: string, b: string, severity: 'error' | 'warning') => {
      const second = at(b);
      if (at(a) && second) report(second, `${a} cannot be used with ${b}.`, severity);
    };
    for (const name of ['NODIS', 'EXDIS']) {
      conflict('AGREMENT CHANNEL', name, 'error');
      conflict(name, 'SIPDIS', 'warning');
    }
    conflict('NODIS', 'EXDIS', 'warning');
    const channels = found.filter(({ known }) => known?.endsWith('CHANNEL'));
    if (channels.length > 1 && channels[0]!.known !== channels[1]!.known)
      report(channels[1]!, `${channels[0]!.known} cannot be used with ${channels[1]!.known}.`);
    const other = found.find(({ known }) => known && !known.endsWith('CHANNEL'));
    if (at('DIRGEN CHANNEL') && other) report(other, `DIRGEN CHANNEL cannot be used with ${other.known}.`);
  }),
  rule('header/caption-order', 'information', 'The most restrictive caption comes first.', (subject, report) => {
    const places = captions(subject.message, subject.view.cable)
      .map((caption) => ({ caption, place: RESTRICTION.indexOf(caption.known ?? '') }))
      .filter(({ place }) => place >= 0);
    const wrong = places.find(
      ({ place }, i) =>
        i > 0 && place < places[i - 1]!.place && !places.slice(0, i).some((before) => before.place === place),
    );
    if (wrong) report(wrong.caption, 'Put the most restrictive caption first.');
  }),
  style('header/caption-line-shared', 'One caption a line.', ({ view, message }, report) => {
    if (view.cable.layout === 'smart') return;
    for (const field of fields(message, 'caption')) {
      const { text, base } = valueText(view.cable, field);
      const known = captions(message, view.cable).filter(
        (each) => each.known && each.start >= base && each.end <= base + text.length,
      );
      if (known.length > 1) report(span(field), 'Give each caption its own line.');
    }
  }),
  rule(
    'header/caption-classification',
    'warning',
    'These captions are for classified or SENSITIVE cables.',
    (subject, report) => {
      const view = { cable: subject.view.cable, message: subject.message };
      const level = lines(subject)[0]?.line.level;
      if (!level || isClassified(level) || isSensitive(view)) return;
      for (const caption of captions(view.message, view.cable))
        if (caption.known === 'NOFORN' || caption.known === 'AGREMENT CHANNEL')
          report(caption, `${caption.text} needs a classified or SENSITIVE cable.`);
    },
  ),
  rule('header/attention-empty', 'warning', 'FOR must name an office.', ({ view, message }, report) => {
    for (const field of fields(message, 'attention'))
      if (/\bFOR$/i.test(foldedValue(view.cable, field)))
        report(token('FOR', span(field).end - 3), 'FOR is not followed by an office.');
  }),
];

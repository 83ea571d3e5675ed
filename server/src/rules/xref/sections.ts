/** Sections: FL3, the classification line, the page lines (FORMAT 5.2, 5-10). */

import { readClassificationLine } from '../../model/classification';
import { fields } from '../../model/fields';
import { readFl3 } from '../../model/transmission';
import { type Rule, replace, rule, type Subject } from '../rule';
import { pageLines } from './facts';

interface Seen {
  readonly section: number;
  readonly start: number;
  readonly end: number;
}

/** The sections that the text itself begins: its page lines and the classification lines of repeated headers. */
function seenIn({ view, message }: Subject): Seen[] {
  const repeated = message.body.repeatedHeaders
    .flatMap((header) => header.fields)
    .filter(({ kind }) => kind === 'classification')
    .flatMap((field): Seen[] => {
      const { section, sectionNumber } = readClassificationLine(view.cable, field);
      return section && sectionNumber !== null
        ? [{ section: sectionNumber, start: section.start, end: section.end }]
        : [];
    });
  const pages = pageLines(message, view.cable).flatMap(({ section, start, end }): Seen[] =>
    section === null ? [] : [{ section, start, end }],
  );
  return [...repeated, ...pages].sort((a, b) => a.start - b.start);
}

export const sectionRules: Rule[] = [
  rule(
    'xref/section-de',
    'warning',
    'FL3 and the classification line name one section.',
    ({ view, message }, report) => {
      const target = fields(message, 'fl3')[0];
      const section = target && readFl3(view.cable, target)?.section;
      const { classification } = view;
      if (section && classification?.section && classification.sectionNumber !== Number(section.text))
        report(
          section,
          `FL3 says section ${Number(section.text)}, the classification line ${classification.sectionNumber}.`,
          {
            related: {
              ...classification.section,
              message: `The classification line says ${classification.section.text}.`,
            },
            ...(classification.sectionNumber !== null && {
              fix: replace(section, String(classification.sectionNumber).padStart(section.text.length, '0')),
            }),
          },
        );
    },
  ),
  rule('xref/section-over-total', 'error', 'No section is beyond the last.', ({ view }, report) => {
    const line = view.classification;
    if (
      line?.section &&
      line.sectionNumber !== null &&
      line.sectionsAnnounced !== null &&
      line.sectionNumber > line.sectionsAnnounced
    )
      report(line.section, `Section ${line.sectionNumber} of ${line.sectionsAnnounced}.`);
  }),
  rule(
    'xref/section-total-differs',
    'warning',
    'All lines announce one number of sections.',
    ({ view, message }, report) => {
      const line = view.classification;
      if (!line?.section || line.sectionsAnnounced === null) return;
      const announced = line.sectionsAnnounced;
      const wrong = pageLines(message, view.cable).filter(({ total }) => total !== null && total !== announced);
      const [first] = wrong;
      if (first)
        report(first, `This line says ${first.total} sections, the classification line ${announced}.`, {
          related: {
            ...line.section,
            message: `The classification line says ${line.section.text}.`,
          },
          fix: {
            title: `Change to ${announced}`,
            edits: wrong.map(({ totalAt }) => ({
              start: totalAt!.start,
              end: totalAt!.end,
              text: String(announced).padStart(totalAt!.text.length, '0'),
            })),
          },
        });
    },
  ),
  rule('xref/section-sequence', 'warning', 'Sections follow each other.', (subject, report) => {
    let before = subject.view.classification?.sectionNumber ?? 1;
    for (const each of seenIn(subject)) {
      if (each.section < before) {
        report(each, `Section ${each.section} follows section ${before}.`);
        return;
      }
      before = each.section;
    }
  }),
  rule('xref/section-missing', 'warning', 'A section that was announced is not here.', (subject, report) => {
    const { view, message } = subject;
    const line = view.classification;
    const announced = line?.sectionsAnnounced ?? null;
    // Sections that came as messages of their own stand elsewhere; an archive that drops page lines proves nothing.
    if (!line?.section || announced === null || announced > 60 || subject.partial || view.cable.messages.length > 1)
      return;
    const seen = seenIn(subject);
    if (
      line.sectionNumber !== 1 ||
      seen.length === 0 ||
      pageLines(message, view.cable).some(({ total }) => total !== null && total !== announced)
    )
      return;
    const here = new Set([1, ...seen.map(({ section }) => section)]);
    const missing = Array.from({ length: announced }, (_, at) => at + 1).filter((section) => !here.has(section));
    if (missing.length)
      report(line.section, `${announced} sections announced, section ${missing.join(', ')} not found.`);
  }),
  rule('xref/section-unannounced', 'information', 'A cable in sections announces them.', (subject, report) => {
    const { view } = subject;
    const found = seenIn(subject).find(({ section }) => section > 1);
    if (found && view.classification?.post && !view.classification.section)
      report(found, 'Sections appear in the text but the classification line announces none.');
  }),
];

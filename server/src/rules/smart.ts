/** Rules on the SMART layout (FORMAT 1.5). */
import { MONTHS } from '../model/dates';
import { fields, foldedValue, span } from '../model/fields';
import type { FieldKind } from '../syntax/tree';
import { type Rule, rule } from './rule';

const REQUIRED: [FieldKind, string][] = [
  ['mrn', 'MRN'],
  ['fl5', 'Date/DTG'],
  ['from', 'From'],
  ['to', 'Action'],
  ['eo', 'E.O.'],
  ['tags', 'TAGS'],
  ['subject', 'Subject'],
];

export const smartRules: Rule[] = [
  rule(
    'header/smart-required-field',
    'error',
    'An archive message must carry these fields (5 FAM 1210).',
    ({ view, message }, report) => {
      if (view.cable.layout !== 'smart' || message !== view.message || !message.header?.fields.length) return;
      for (const [kind, label] of REQUIRED)
        if (!fields(message, kind).length) report(span(message.header.fields[0]!), `${label} is missing.`);
    },
  ),
  rule('header/smart-date-halves', 'warning', 'Both halves name one date.', ({ view, message }, report) => {
    const field = view.cable.layout === 'smart' ? fields(message, 'fl5')[0] : undefined;
    const written = field && /^([A-Z][a-z]{2})[a-z]* (\d{1,2}), (\d{4})/.exec(foldedValue(view.cable, field));
    const date = view.dtg?.date;
    if (!field || !written || !date) return;
    const same =
      MONTHS.indexOf(written[1]!.toUpperCase()) + 1 === date.month &&
      Number(written[2]) === date.day &&
      Number(written[3]) === date.year;
    if (!same) report(span(field), 'The written date and the date-time group differ.');
  }),
  rule(
    'header/smart-banner-mismatch',
    'warning',
    'The classification stands on the first and the last lines.',
    ({ view, message }, report) => {
      if (view.cable.layout !== 'smart') return;
      const text = (list: typeof message.header) =>
        list?.fields
          .filter(({ kind }) => kind === 'banner')
          .map((field) => foldedValue(view.cable, field).toUpperCase()) ?? [];
      const first = text(message.header);
      const last = message.ending?.fields.filter(({ kind }) => kind === 'banner') ?? [];
      if (
        first.length &&
        last.length &&
        !last.some((field) => foldedValue(view.cable, field).toUpperCase() === first[0])
      )
        report(span(last[0]!), 'First and last classification banner differ.');
    },
  ),
  rule(
    'header/precedence-retired',
    'information',
    'Since 2017 PRIORITY is no longer among the authorised precedences.',
    ({ view, message }, report) => {
      if ((view.dtg?.date?.year ?? 0) < 2017) return;
      for (const field of [...fields(message, 'to'), ...fields(message, 'info')]) {
        const at = /\bPRIORITY\b/.exec(view.cable.clean.slice(field.value, field.end));
        if (at)
          report(
            { start: field.value + at.index, end: field.value + at.index + 8 },
            'PRIORITY is no longer used by the Department.',
          );
      }
    },
  ),
];

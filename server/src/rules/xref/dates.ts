/** Days and orders of their day: FL3, the preamble, the executive order line, the reasons (FORMAT 5.2, 14-17, 32-40). */
import { isClassified } from '../../model/classification';
import { dayOfYear, MONTHS } from '../../model/dates';
import { fields, foldedValue, span, token, valueText } from '../../model/fields';
import { readClassifiedBy, readExecutiveOrder } from '../../model/header';
import { readFl3 } from '../../model/transmission';
import { isRedacted, preambleField, type Rule, replace, rule, type Subject } from '../rule';
import { dayNumber, dtgDay, dtgSpan, levelOfCable, written } from './facts';

/** First and last day of the orders (FORMAT 3.5). */
const IN_FORCE: Readonly<Record<string, readonly [from: string, to: string]>> = {
  '11652': ['1972-06-01', '1978-11-30'],
  '12065': ['1978-12-01', '1982-07-31'],
  '12356': ['1982-08-01', '1995-10-13'],
  '12958': ['1995-10-14', '2010-06-26'],
  '13526': ['2010-06-27', '9999-12-31'],
};
/** Posts learn of a new order in their own time. */
const GRACE = 45;
const YEARS_25 = 25 * 365.25 + 2;
/** The day of its year, three digits. */
const dayOfYearOf = (at: number): string =>
  String(at - dayNumber({ year: new Date(at * 86_400_000).getUTCFullYear(), month: 1, day: 1 }) + 1).padStart(3, '0');
const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const CLASSIFIER_FROM = day('1995-10-14');
const SECTION_1_4_FROM = day('2003-03-25');

function filing({ view, message }: Subject) {
  const target = fields(message, 'fl3')[0];
  const read = target && readFl3(view.cable, target);
  const dtg = dtgDay(view);
  const date = view.dtg?.date;
  if (!read?.day || dtg === null || !date) return null;
  // The turn of the year lies between the two.
  const year = Number(read.day.text) < 10 && date.month === 12 ? date.year + 1 : date.year;
  const filed = dayOfYear(year, Number(read.day.text));
  return filed && { at: read.day, time: read.time, day: dayNumber({ year, ...filed }), dtg, date };
}

const order = ({ view, message }: Subject) => {
  const field = fields(message, 'eo')[0];
  if (!field || isRedacted(foldedValue(view.cable, field))) return null;
  return { field, ...readExecutiveOrder(view.cable, field) };
};

export const dateRules: Rule[] = [
  rule(
    'xref/julian-date',
    'warning',
    'The filing day is the day of the date-time group, or the next.',
    (subject, report) => {
      const filed = filing(subject);
      if (!filed || filed.day === filed.dtg || filed.day === filed.dtg + 1) return;
      report(
        filed.at,
        `Day ${filed.at.text} is ${written(filed.day)}; the date-time group says ${written(filed.dtg)}.`,
        {
          related: {
            ...dtgSpan(subject.view)!,
            message: `The date-time group says ${written(filed.dtg)}.`,
          },
          fix: replace(filed.at, dayOfYearOf(filed.dtg)),
        },
      );
    },
  ),
  rule('xref/julian-before-dtg', 'information', 'A message is filed after it is dated.', (subject, report) => {
    const filed = filing(subject);
    if (filed?.time?.text.length !== 4 || filed.day !== filed.dtg || subject.view.dtg?.zone?.text !== 'Z') return;
    const minutes = Number(filed.time.text.slice(0, 2)) * 60 + Number(filed.time.text.slice(2));
    const dated = filed.date.hour * 60 + filed.date.minute;
    if (minutes < dated - 30)
      report(filed.time, `Filed at ${filed.time.text}, before the date-time group ${subject.view.dtg.digits!.text}Z.`);
  }),
  rule('xref/preamble-date', 'warning', "The archive's date is that of the date-time group.", (subject, report) => {
    const { view } = subject;
    const field = preambleField(subject, 'preamble-date');
    const dtg = dtgDay(view);
    if (!field || dtg === null) return;
    const text = foldedValue(view.cable, field);
    const match = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) +(\d{1,2}) .*?(\d{4})$/.exec(text);
    const month = match ? MONTHS.indexOf(match[1]!.toUpperCase()) + 1 : 0;
    if (!match || month === 0) return;
    const archived = dayNumber({ year: Number(match[3]), month, day: Number(match[2]) });
    if (Math.abs(archived - dtg) > 1)
      report(span(field), `The preamble date is ${written(archived)}, the date-time group ${written(dtg)}.`, {
        related: {
          ...dtgSpan(view)!,
          message: `The date-time group says ${written(dtg)}.`,
        },
      });
  }),
  rule('xref/eo-na-classified', 'error', 'What is classified is classified under an order.', (subject, report) => {
    const found = order(subject);
    const level = levelOfCable(subject.view);
    if (found && isClassified(level) && (subject.view.year ?? 0) >= 1972 && /^N\/?A$/i.test(found.instruction.trim()))
      report(span(found.field), 'Classified, but the executive order line says N/A.', {
        related: {
          ...subject.view.classification!.word,
          message: `The cable is ${level}.`,
        },
      });
  }),
  rule(
    'xref/eo-decl-unclassified',
    'warning',
    'What is not classified need not be declassified.',
    (subject, report) => {
      const found = order(subject);
      if (!found || levelOfCable(subject.view) !== 'UNCLASSIFIED') return;
      const { text, base } = valueText(subject.view.cable, found.field);
      const match = /DECL\b[\s\S]*?(?=REASON|$)/i.exec(text);
      if (found.date || match)
        report(
          match ? token(match[0].trimEnd(), base + match.index) : found.date!,
          'Unclassified, but a declassification date is given.',
          {
            related: { ...subject.view.classification!.word, message: 'The cable is UNCLASSIFIED.' },
            ...(match && {
              fix: { ...replace(token(match[0].trimEnd(), base + match.index), 'N/A'), drafter: true },
            }),
          },
        );
    },
  ),
  rule('xref/eo-era', 'warning', 'An order holds from its first day to the next order.', (subject, report) => {
    const found = order(subject);
    const dtg = dtgDay(subject.view);
    const span = found?.number ? IN_FORCE[found.number.text] : undefined;
    const inForce =
      dtg !== null &&
      Object.keys(IN_FORCE).find((each) => day(IN_FORCE[each]![0]) <= dtg && dtg <= day(IN_FORCE[each]![1]));
    if (!found?.number || !span || dtg === null) return;
    if (dtg < day(span[0]) || dtg > day(span[1]) + GRACE)
      report(found.number, `E.O. ${found.number.text} was not in force on ${written(dtg)}.`, {
        related: {
          ...dtgSpan(subject.view)!,
          message: `The date-time group says ${written(dtg)}.`,
        },
        ...(inForce && { fix: replace(found.number, inForce) }),
      });
  }),
  rule('xref/decl-before-dtg', 'error', 'A cable is declassified after it is written.', (subject, report) => {
    const found = order(subject);
    const dtg = dtgDay(subject.view);
    if (found?.date && found.declassifyOn && dtg !== null && day(found.declassifyOn) < dtg)
      report(found.date, 'To be declassified before it was written.', {
        related: {
          ...dtgSpan(subject.view)!,
          message: `The date-time group says ${written(dtg)}.`,
        },
      });
  }),
  rule('xref/decl-too-late', 'information', 'Orders set 25 years as the longest term.', (subject, report) => {
    const found = order(subject);
    const dtg = dtgDay(subject.view);
    if (found?.date && found.declassifyOn && dtg !== null && day(found.declassifyOn) > dtg + YEARS_25)
      report(found.date, 'More than 25 years after the date-time group.');
  }),
  rule('xref/xcode-era', 'information', 'X codes ended in 2003, OADR in 1995.', (subject, report) => {
    const found = order(subject);
    const { year } = subject.view;
    if (!found || year === undefined) return;
    const { text, base } = valueText(subject.view.cable, found.field);
    const match = /(?<![\dA-Z])X[1-8]\b|\bOADR\b/.exec(text);
    const ended = match && (match[0] === 'OADR' ? 1995 : 2003);
    if (match && ended && year > ended)
      report(token(match[0], base + match.index), `${match[0]} was not used after ${ended}.`);
  }),
  rule(
    'xref/classified-by-missing',
    'warning',
    'Since October 1995 a classified cable names its classifier.',
    (subject, report) => {
      const { view, message, partial } = subject;
      const dtg = dtgDay(view);
      if (partial || dtg === null || dtg < CLASSIFIER_FROM + GRACE || !isClassified(levelOfCable(view))) return;
      if (view.cable.layout === 'smart' || fields(message, 'classified-by').length || !fields(message, 'eo').length)
        return;
      // It may stand in the first paragraphs, where the parser took it for text.
      const head = view.cable.clean.slice(message.start, Math.min(message.end, message.start + 6000));
      if (!/CLASS?IFI?ED\s+BY|REASONS?\b[^\n]{0,20}1\.[4-6]/i.test(head))
        report(view.classification!.word, 'A classified cable names its classifier.');
    },
  ),
  rule('xref/classified-by-unneeded', 'information', 'Unclassified cables need no classifier.', (subject, report) => {
    const found = fields(subject.message, 'classified-by')[0];
    if (found && levelOfCable(subject.view) === 'UNCLASSIFIED')
      report(span(found), 'Unclassified cables need no classifier.');
  }),
  rule('xref/reason-era', 'information', 'Section 1.5 applied until March 2003, 1.4 since.', (subject, report) => {
    const { view, message } = subject;
    const section = readClassifiedBy(view.cable, fields(message, 'classified-by'))?.section;
    const dtg = dtgDay(view);
    if (!section || dtg === null) return;
    const old = section.text === '1.5' && dtg > SECTION_1_4_FROM + 4 * GRACE;
    const early = section.text === '1.4' && dtg < SECTION_1_4_FROM - GRACE && dtg > CLASSIFIER_FROM;
    if (old || early)
      report(section, 'Section 1.5 applied until March 2003, 1.4 since.', {
        fix: replace(section, old ? '1.4' : '1.5'),
      });
  }),
];

/** Rules on archive wrappers (FORMAT 1). */
import { exists, MONTHS } from '../model/dates';
import { foldedValue, span, token, words } from '../model/fields';
import { preambleField, type Rule, rule, type Subject } from './rule';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const DATE = /^([A-Z][a-z]{2}) ([A-Z][a-z]{2}) +(\d{1,2}) (?:\d{2}:\d{2}:\d{2} [+-]\d{4} )?(\d{4})$/;
/** The row of a web page (FORMAT 1.3). */
const WEB_DATE = /^(\d{4})-(\d{2})-(\d{2})(?: \d{2}:\d{2}(?::\d{2})?)?$/;
const LEVEL =
  /^(?:UNCLASSIFIED|LIMITED OFFICIAL USE|CONFIDENTIAL|SECRET|TOP SECRET)(?:\/\/(?:FOR OFFICIAL USE ONLY|NOFORN)){0,2}$/i;

/** Five lines of the archive, not the table of a web page. */
const isPreamble = ({ view }: Subject) =>
  (!view.cable.preamble?.children.some(({ kind }) => kind === 'wrapper') &&
    view.cable.preamble?.fields.some(({ kind }) => kind === 'preamble-date' || kind === 'preamble-classification')) ??
  false;

function preambleDate(subject: Subject) {
  const field = preambleField(subject, 'preamble-date');
  const text = field ? foldedValue(subject.view.cable, field) : '';
  const match = DATE.exec(text);
  const iso = WEB_DATE.exec(text);
  if (!field || !(match || iso)) return { field, date: null };
  const [year, day] = match ? [Number(match[4]), Number(match[3])] : [Number(iso![1]), Number(iso![3])];
  const month = match ? MONTHS.indexOf(match[2]!.toUpperCase()) + 1 : Number(iso![2]);
  return { field, date: exists(year, month, day) ? { weekday: match?.[1] ?? '', year, month, day } : null };
}

export const archiveRules: Rule[] = [
  rule(
    'archive/preamble-incomplete',
    'warning',
    'The archive writes five lines before the cable; fewer mean that a line was lost.',
    (subject, report) => {
      if (!isPreamble(subject)) return;
      const { cable } = subject.view;
      const found = cable.preamble!.fields.length + (cable.preamble!.children.length - cable.preamble!.fields.length);
      if (found < 5)
        report(span(cable.preamble!.fields[0]!), `The archive preamble should have five lines; ${found} found.`);
    },
  ),
  rule(
    'archive/mrn-malformed',
    'warning',
    'The identifier is two digits of the year, the post without blanks, and the number.',
    (subject, report) => {
      const field = preambleField(subject, 'mrn');
      if (!field || !isPreamble(subject)) return;
      const text = foldedValue(subject.view.cable, field);
      if (!/^\d{2}[A-Z][A-Z'.-]*\d{1,7}$/i.test(text) || /^\d{4}[A-Z]/.test(text))
        report(span(field), `\`${text}\` is not year + post + serial.`);
    },
  ),
  rule(
    'archive/date-invalid',
    'warning',
    'The archive writes weekday, month, day, time, zone and year.',
    (subject, report) => {
      const { field, date } = preambleDate(subject);
      if (field && !date) report(span(field), 'This is not a date the archive uses.');
    },
  ),
  rule('archive/weekday-mismatch', 'information', 'The weekday does not belong to the date.', (subject, report) => {
    const { field, date } = preambleDate(subject);
    if (!field || !date) return;
    const weekday = DAYS[new Date(Date.UTC(date.year, date.month - 1, date.day)).getUTCDay()]!;
    if (!weekday.startsWith(date.weekday)) {
      const written = `${date.day} ${MONTHS[date.month - 1]} ${date.year}`;
      report({ start: field.start, end: field.start + 3 }, `${written} was a ${weekday}.`);
    }
  }),
  rule(
    'archive/classification-unknown',
    'warning',
    'The archive knows five levels and two caveats.',
    (subject, report) => {
      const field = preambleField(subject, 'preamble-classification');
      if (!field) return;
      const text = foldedValue(subject.view.cable, field);
      if (!LEVEL.test(text)) report(span(field), `\`${text}\` is not a classification of this archive.`);
    },
  ),
  rule(
    'archive/distribution-sum',
    'information',
    'The total after the slash is the sum of all copies.',
    ({ view, message }, report) => {
      const blocks = (message.transmission?.fields ?? []).filter(({ kind }) => kind === 'action-block');
      if (!blocks.length) return;
      const parts = blocks.flatMap((block) =>
        words({ text: view.cable.clean.slice(block.start, block.end), base: block.start }),
      );
      const end = parts.findIndex(({ text }) => /^\/\d{3}$/.test(text));
      if (end < 0) return;
      const copies = parts
        .slice(0, end)
        .map(({ text }) => /^[A-Z][A-Z/]*-(\d{2})$/.exec(text))
        .filter((match) => match !== null);
      const sum = copies.reduce((total, match) => total + Number(match[1]), 0);
      const total = Number(parts[end]!.text.slice(1));
      if (copies.length > 1 && sum !== total) report(parts[end]!, `The copies add up to ${sum}, not ${total}.`);
    },
  ),
  rule(
    'archive/attribute-unknown',
    'information',
    'The archive of 1973-79 uses about 65 attribute names.',
    ({ view, message }, report) => {
      if (message !== view.cable.messages[0]) return;
      for (const field of view.cable.trailer?.fields ?? []) {
        const key = view.cable.clean.slice(field.label.start, field.label.end);
        if (!ATTRIBUTES.test(key))
          report(token(key, field.label.start), `\`${key}\` is not an attribute of this archive.`);
      }
    },
  ),
  rule('archive/page-number-order', 'warning', 'Pages of a record follow each other.', ({ view, message }, report) => {
    if (message !== view.cable.messages[0] || view.cable.layout !== 'aad') return;
    let before = 0;
    for (const line of view.cable.lines) {
      if (line.kind !== 'page') continue;
      const text = view.cable.clean.slice(line.start, line.end);
      const match = /^\s*PAGE +(\d{2})/.exec(text);
      if (!match) continue;
      const page = Number(match[1]);
      if (before > 0 && page !== before + 1 && page !== before && page !== 1)
        report({ start: line.start + text.indexOf('PAGE'), end: line.end }, `Page ${page} follows page ${before}.`);
      before = page;
    }
  }),
  rule(
    'archive/text-unavailable',
    'information',
    'Some records of 1973-79 kept only their attributes.',
    ({ view, message }, report) => {
      if (message !== view.cable.messages[0]) return;
      for (const field of view.cable.trailer?.fields ?? []) {
        const key = view.cable.clean.slice(field.label.start, field.label.end);
        if (
          /^Locator$/i.test(key) &&
          !/TEXT ON-LINE/i.test(foldedValue(view.cable, field)) &&
          /UNRETRIEVABLE|NOT CONVERTED|GARBLED|MICROFILM/i.test(foldedValue(view.cable, field))
        )
          report(span(field), 'The record says its text could not be kept.');
      }
    },
  ),
];

const ATTRIBUTES =
  /^(?:Automatic Decaptioning|Capture Date|Channel Indicators?|Concepts|Control Number|Copy|Current .*|Decaption .*|Disposition .*|Document (?:Number|Source|Unique ID)|ISecure|Sent Date|Draft Date|Drafter|Enclosure|Errors|Executive Order|Film Number|Format|From|Handling Restrictions|Image Path|Legacy Key|Line Count|Litigation .*|Locator|Markings|Media|Message ID|Office|Original .*|Page Count|Previous .*|Reference|Retention|Review .*|Schema|Secure|Status|Subject|TAGS|To|Type)$/i;

/** Rules on the transmission header (FORMAT 2). */
import { exists, isLeap, MONTHS, pad } from '../model/dates';
import { field, fields, foldedValue, span, token, words } from '../model/fields';
import { fl2Words, readFl3, readFl4 } from '../model/transmission';
import type { Field, FieldKind } from '../syntax/tree';
import { editDistance } from '../text/edit-distance';
import { isRedacted, type Rule, rule, type Subject, style } from './rule';

const NAMES: Partial<Record<FieldKind, string>> = {
  fl1: 'transmission identifier (FL1)',
  fl2: 'routing line (FL2)',
  fl3: 'DE line (FL3)',
  fl4: 'security line (FL4)',
  fl5: 'date-time group (FL5)',
  from: 'FM',
  to: 'TO',
  info: 'INFO',
  xmt: 'XMT',
};
const ORDER: FieldKind[] = ['fl1', 'fl2', 'fl3', 'fl4', 'fl5', 'from', 'to', 'info', 'xmt'];
const PAIRS: Record<string, string> = { ZNR: 'U', ZNY: 'ERCSTU' };

const each =
  (
    kind: FieldKind,
    check: (subject: Subject, target: Field, report: Parameters<Rule['check']>[1]) => void,
  ): Rule['check'] =>
  (subject, report) => {
    for (const target of subject.message.transmission?.fields ?? [])
      if (target.kind === kind) check(subject, target, report);
  };

/** SMART carries the same facts in labelled fields; its rules are of their own. */
const isPlain = ({ view }: Subject) => view.cable.layout !== 'smart';

export const transmissionRules: Rule[] = [
  rule('header/line-order', 'warning', 'The format lines keep one order.', ({ message }, report) => {
    let highest = -1;
    for (const target of message.transmission?.fields ?? []) {
      const place = ORDER.indexOf(target.kind);
      if (place < 0) continue;
      // XMT exempts from the collective before it, wherever that stands.
      if (place < highest && target.kind !== 'xmt')
        report(span(target), `${NAMES[target.kind]} should come before ${NAMES[ORDER[highest]!]}.`);
      if (target.kind !== 'xmt') highest = Math.max(highest, place);
    }
  }),
  rule(
    'header/line-missing',
    'error',
    'Without originator, addressee and date-time group a message cannot be identified.',
    (subject, report) => {
      const { message, partial } = subject;
      if (partial || !isPlain(subject) || !message.transmission?.fields.length) return;
      const has = (kind: FieldKind) => fields(message, kind).length > 0;
      const at = span(message.transmission.fields[0]!);
      if (!has('fl5') && !has('janap-line')) report(at, 'The date-time group (FL5) line is missing.');
      if (!has('from')) report(at, 'The FM line is missing.');
      if (!has('to')) report(at, 'The TO line is missing.', has('info') ? 'information' : 'error');
    },
  ),
  rule('header/line-duplicate', 'warning', 'Each format line stands once.', ({ message }, report) => {
    const seen = new Set<FieldKind>();
    for (const target of message.transmission?.fields ?? []) {
      if (!NAMES[target.kind] || target.kind === 'xmt') continue;
      if (seen.has(target.kind)) report(span(target), `A second ${NAMES[target.kind]} line.`);
      seen.add(target.kind);
    }
  }),
  rule(
    'header/unknown-line',
    'information',
    'Something stands in the header that the format does not know.',
    ({ view, message }, report) => {
      for (const target of [...(message.transmission?.fields ?? []), ...(message.header?.fields ?? [])])
        if (target.kind === 'unknown-line' && !isRedacted(foldedValue(view.cable, target)))
          report(span(target), 'This line was not recognised as part of the header.');
    },
  ),
  rule(
    'header/fl1-malformed',
    'warning',
    'FL1 names the circuit and a running number.',
    each('fl1', ({ view }, target, report) => {
      const text = foldedValue(view.cable, target);
      if (!/^(?:VZCZC|VV )[A-Z]{3}\d{3,4}(?: (?:UU|HH))?$/i.test(text) && !isRedacted(text))
        report(span(target), 'Expected VZCZC, three letters and three or four digits.');
    }),
  ),
  rule(
    'header/fl2-precedence-invalid',
    'error',
    'FL2 begins with the doubled letter of the highest precedence.',
    each('fl2', ({ view }, target, report) => {
      const first = fl2Words(view.cable, target)[0];
      if (first && !/^(?:ZZ|OO|PP|RR|YY|WW)$/i.test(first.text)) report(first, 'Expected ZZ, OO, PP or RR.');
    }),
  ),
  rule(
    'header/ri-malformed',
    'warning',
    'Routing indicators have four to eight letters.',
    each('fl2', ({ view }, target, report) => {
      for (const word of fl2Words(view.cable, target).slice(1))
        if (!/^[A-Z]{4,8}$/i.test(word.text) && !isRedacted(word.text))
          report(word, `\`${word.text}\` is not a routing indicator.`);
    }),
  ),
  style(
    'header/ri-duplicate',
    'A relay needs each indicator once.',
    each('fl2', ({ view }, target, report) => {
      const seen = new Set<string>();
      for (const word of fl2Words(view.cable, target).slice(1)) {
        if (seen.has(word.text)) report(word, `${word.text} is listed twice.`);
        seen.add(word.text);
      }
    }),
  ),
  rule(
    'header/de-malformed',
    'error',
    'FL3 names station, serial and filing time.',
    each('fl3', ({ view }, target, report) => {
      const text = foldedValue(view.cable, target);
      const read = readFl3(view.cable, target);
      if (!isRedacted(text) && (!read?.serial || !read.day))
        report(span(target), 'Expected DE, routing indicator, #serial and filing time.');
    }),
  ),
  rule(
    'header/julian-day-invalid',
    'error',
    'The filing day counts from 001 to 365 or 366.',
    each('fl3', ({ view }, target, report) => {
      const day = readFl3(view.cable, target)?.day;
      if (day?.text.length !== 3) return;
      const number = Number(day.text);
      const year = view.year;
      if (number === 0 || number > 366 || (number === 366 && year !== undefined && !isLeap(year)))
        report(day, `Day ${day.text} does not exist in ${year ?? 'any year'}.`);
    }),
  ),
  rule(
    'header/julian-time-invalid',
    'error',
    'The filing time is a time of day in UTC.',
    each('fl3', ({ view }, target, report) => {
      const time = readFl3(view.cable, target)?.time;
      if (time?.text.length === 4 && (Number(time.text.slice(0, 2)) > 23 || Number(time.text.slice(2)) > 59))
        report(time, `${time.text} is not a time.`);
    }),
  ),
  rule(
    'header/security-mark-malformed',
    'error',
    'The letter of the classification is sent five times so that it survives garbling.',
    each('fl4', ({ view }, target, report) => {
      const { mark } = readFl4(view.cable, target);
      if (mark && !isRedacted(mark.text) && !/^(?:([A-Z])\1{4}|([A-Z])\2{2}[A-Z]{2})(?:\/[A-Z]{5})?$/i.test(mark.text))
        report(mark, 'The classification letter must be repeated five times.');
    }),
  ),
  rule(
    'header/security-signal-mismatch',
    'error',
    'ZNR goes with unclassified marks, ZNY with all others.',
    each('fl4', ({ view }, target, report) => {
      const { prosign, mark } = readFl4(view.cable, target);
      const letter = mark && /^([A-Z])\1{4}/i.exec(mark.text)?.[1]?.toUpperCase();
      const allowed = PAIRS[prosign.text.toUpperCase()];
      if (letter && allowed && 'UERCST'.includes(letter) && !allowed.includes(letter))
        report({ start: prosign.start, end: mark.end }, `${prosign.text} does not go with ${mark.text}.`);
    }),
  ),
  rule(
    'header/message-cancelled',
    'information',
    'The number refers to a message that was withdrawn.',
    ({ view, message }, report) =>
      signalled(view, message, /^ZFR$/, 'The header says this transmission was cancelled (ZFR).', report),
  ),
  rule(
    'header/message-repeated',
    'information',
    'The same cable may stand elsewhere in the archive.',
    ({ view, message }, report) => {
      signalled(
        view,
        message,
        /^(?:ZDK|ZFD)$/,
        'The header says this is a repetition or a suspected duplicate.',
        report,
      );
      const line = field(message, 'classification');
      const at = line ? /SUSPECTED DUPLICATE/i.exec(view.cable.clean.slice(line.start, line.end)) : null;
      if (line && at)
        report(token(at[0], line.start + at.index), 'The header says this is a repetition or a suspected duplicate.');
    },
  ),
  rule(
    'header/dtg-malformed',
    'error',
    'The date-time group identifies the message together with its originator.',
    each('fl5', (subject, target, report) => {
      const text = foldedValue(subject.view.cable, target);
      const dtg = subject.view.dtg;
      if (isRedacted(text)) return;
      if (dtg?.digits?.text.length !== 6 || !dtg.month || (dtg.precedences.length === 0 && isPlain(subject)))
        report(span(target), 'Expected precedence and ddhhmmZ MON yy.');
    }),
  ),
  rule('header/dtg-invalid-date', 'error', 'The day does not exist in that month.', (subject, report) => {
    const dtg = subject.view.dtg;
    if (!dtg?.date || !dtg.digits || !dtg.month) return;
    const { year, month, day } = dtg.date;
    if (!exists(year, month, day))
      report(
        { start: dtg.digits.start, end: (dtg.year ?? dtg.month).end },
        `${day} ${MONTHS[month - 1]} ${year} does not exist.`,
      );
  }),
  rule('header/dtg-invalid-time', 'error', 'Hours run to 23, minutes to 59.', (subject, report) => {
    const dtg = subject.view.dtg;
    if (!dtg?.date || !dtg.digits) return;
    const { hour, minute } = dtg.date;
    if (hour > 23 || minute > 59)
      report({ start: dtg.digits.start + 2, end: dtg.digits.end }, `${pad(hour)}${pad(minute)} is not a time of day.`);
  }),
  rule('header/dtg-zone', 'warning', 'State uses Z, UTC.', (subject, report) => {
    const dtg = subject.view.dtg;
    if (dtg?.zone && dtg.zone.text.toUpperCase() !== 'Z')
      report(dtg.zone, `State date-time groups use Z (UTC); found ${dtg.zone.text}.`);
  }),
  rule('header/dtg-month-unknown', 'error', 'Months are written with three letters.', (subject, report) => {
    const dtg = subject.view.dtg;
    if (!dtg?.month || MONTHS.includes(dtg.month.text.toUpperCase().slice(0, 3)) || isRedacted(dtg.month.text)) return;
    const near = MONTHS.find((month) => editDistance(month, dtg.month!.text.toUpperCase(), 1) <= 1);
    report(dtg.month, `\`${dtg.month.text}\` is not a month abbreviation.${near ? ` ${near}?` : ''}`);
  }),
  rule('header/dtg-future', 'warning', 'A message cannot be later than today.', ({ view }, report) => {
    const { dtg } = view;
    // A day of grace: the reader's clock may be behind.
    if (dtg?.utc && dtg.digits && Date.parse(dtg.utc) > Date.now() + 86_400_000)
      report(
        { start: dtg.digits.start, end: (dtg.year ?? dtg.month ?? dtg.digits).end },
        'The date-time group lies in the future.',
      );
  }),
  rule('header/bt-unbalanced', 'information', 'BT opens and closes the text.', ({ message }, report) => {
    const opening = fields(message, 'bt')[0];
    const closing = message.ending?.fields.find(({ kind }) => kind === 'bt');
    const only = opening ?? closing;
    if (only && (!opening || !closing)) report(span(only), 'Only one BT; the text should lie between two.');
  }),
  rule('header/text-after-end', 'information', 'What follows NNNN is outside the message.', ({ message }, report) => {
    const all = message.ending?.fields ?? [];
    const end = all.findIndex(({ kind }) => kind === 'end-of-message');
    const after = end < 0 ? undefined : all.slice(end).find(({ kind }) => kind === 'unknown-line');
    if (after) report(span(after), 'There is text after the end of the message.');
  }),
];

function signalled(
  view: Subject['view'],
  message: Subject['message'],
  pattern: RegExp,
  text: string,
  report: Parameters<Rule['check']>[1],
): void {
  for (const kind of ['fl4', 'fl5', 'classification'] as const) {
    for (const target of fields(message, kind)) {
      const found = words({ text: view.cable.clean.slice(target.start, target.end), base: target.start }).find((word) =>
        pattern.test(word.text),
      );
      if (found) {
        report(found, text);
        return;
      }
    }
  }
}

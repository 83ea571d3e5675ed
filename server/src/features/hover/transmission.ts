import { postByName, routingIndicator } from '../../data/posts';
import { dayOfYear, MONTHS, pad } from '../../model/dates';
import { fold, span, type Token } from '../../model/fields';
import {
  type Addressee,
  addressees,
  fl2Words,
  originator,
  precedenceName,
  readFl3,
  readFl4,
} from '../../model/transmission';
import type { Field, Message } from '../../syntax/tree';
import type { Snapshot } from '../snapshot';
import { card, type Explanation, type LocalTime, one, within } from './card';
import { MARKS, SIGNALS } from './texts';

/** Cards for the transmission header: format lines 1 to 9 (FORMAT 2). */
export function explainTransmission(
  { cable, view }: Snapshot,
  message: Message,
  target: Field,
  offset: number,
  localTime: LocalTime,
): Explanation | null {
  switch (target.kind) {
    case 'fl1':
      return one(
        span(target),
        'Transmission identifier (FL1)',
        'VZCZC begins the transmission; three letters name circuit and direction; then a running number of the circuit.',
      );
    case 'fl2': {
      const [precedence, ...indicators] = fl2Words(cable, target);
      if (precedence && within(precedence, offset))
        return one(
          precedence,
          `${precedence.text}: ${precedenceName(precedence.text) ?? 'not a precedence'}`,
          'Highest precedence of the message, doubled in FL2.',
        );
      const indicator = indicators.find((each) => within(each, offset));
      return indicator
        ? explainIndicator(indicator, 'Called station: a relay repeats only the stations it serves.')
        : null;
    }
    case 'fl3': {
      const read = readFl3(cable, target);
      if (!read) return null;
      if (within(read.station, offset))
        return explainIndicator(read.station, 'Calling station: the post that sent the message.');
      if (within(read.day, offset) || within(read.time, offset)) {
        const at = { start: read.day!.start, end: (read.time ?? read.day!).end };
        const date = view.year !== undefined && read.day ? dayOfYear(view.year, Number(read.day.text)) : null;
        const written = date
          ? `${date.day} ${MONTHS[date.month - 1]} ${view.year}`
          : 'a day of the year that cannot be placed';
        const time = read.time?.text ?? '';
        return one(
          at,
          `Filed ${written}${time.length === 4 ? ` at ${time.slice(0, 2)}:${time.slice(2)} UTC` : ''}`,
          `Filing time: day ${read.day?.text} of the year, then hours and minutes.`,
          view.dtg?.utc ? `Date-time group: ${view.dtg.utc}` : '',
        );
      }
      if (within(read.section, offset))
        return one(
          read.section,
          `Section ${Number(read.section.text)}`,
          'The section of the cable that this transmission carried.',
        );
      return within(read.serial, offset)
        ? one(
            read.serial,
            `Station serial number ${read.serial.text}`,
            "The last four digits of the cable's own number.",
          )
        : null;
    }
    case 'fl4': {
      const { prosign, mark, signals } = readFl4(cable, target);
      if (within(prosign, offset))
        return one(prosign, prosign.text, SIGNALS[prosign.text.toUpperCase()] ?? 'Operating signal');
      if (within(mark, offset)) return one(mark, mark.text, MARKS[mark.text[0]!.toUpperCase()] ?? 'Security mark');
      const signal = signals.find((each) => within(each, offset));
      return signal
        ? one(signal, signal.text, SIGNALS[signal.text.toUpperCase()] ?? 'Operating signal (ACP-131)')
        : null;
    }
    case 'fl5': {
      const dtg = view.dtg;
      const precedence = dtg?.precedences.find((each) => within(each, offset));
      if (precedence)
        return one(
          precedence,
          `${precedence.text}: ${precedenceName(precedence.text) ?? 'not a precedence'}`,
          'Precedence of the action addressees; a second letter is that of the information addressees.',
        );
      if (!dtg?.date) return null;
      const { year, month, day, hour, minute } = dtg.date;
      const lines = dtg.utc
        ? [`UTC: ${dtg.utc.replace('T', ' ').replace(':00Z', '')}`, `Your time: ${localTime(new Date(dtg.utc))}`]
        : ['This date or time does not exist.'];
      return {
        at: { start: dtg.digits?.start ?? target.start, end: (dtg.year ?? dtg.month ?? dtg.digits)?.end ?? target.end },
        cards: [
          card(
            `${day} ${MONTHS[month - 1]} ${year}, ${pad(hour)}:${pad(minute)} ${dtg.zone?.text ?? ''}`,
            'Date-time group: day, hour and minute, zone, month and year.',
            ...lines,
          ),
        ],
      };
    }
    case 'from':
    case 'to':
    case 'info':
    case 'xmt': {
      const list =
        target.kind === 'from'
          ? [originator(cable, message)].filter((each) => each !== null)
          : target.kind === 'xmt'
            ? []
            : addressees(cable, message, target.kind);
      return explainAddress(list, offset);
    }
    default:
      return null;
  }
}

function explainIndicator(at: Token, role: string): Explanation {
  const entries = routingIndicator(at.text);
  const names = [...new Set(entries.map(({ plad }) => plad))];
  const shown = names.slice(0, 4).join('; ') + (names.length > 4 ? `; and ${names.length - 4} more` : '');
  return {
    at,
    cards: [
      {
        title: `${at.text}${shown ? `: ${shown}` : ''}`,
        lines: ['Routing indicator.', role, shown ? '' : 'Not in the table.'],
        ...(entries[0] && { source: entries[0].source }),
      },
    ],
  };
}

function explainAddress(list: readonly Addressee[], offset: number): Explanation | null {
  for (const { routingIndicator: indicator, name, precedence, channelNumber } of list) {
    if (indicator && within(indicator, offset)) return explainIndicator(indicator, `Written here for ${name.text}.`);
    if (precedence && within(precedence, offset))
      return one(
        precedence,
        fold(precedence.text),
        'Precedence for this addressee: it overrides that of FL5.',
        /NIACT/i.test(precedence.text) ? 'NIACT: night action, the officer is called at any hour.' : '',
      );
    if (channelNumber && within(channelNumber, offset))
      return one(
        channelNumber,
        `Channel number ${channelNumber.text}`,
        'Counts the messages from this station to that addressee (inferred).',
      );
    if (within(name, offset)) {
      const post = postByName(name.text.replace(/^(?:AMEMBASSY|AMCONSUL|USMISSION) /i, ''));
      return one(
        name,
        fold(name.text),
        post ? `${post.kind}: ${post.place}` : 'Plain language address.',
        /COLLECTIVE/i.test(name.text) ? 'A collective address: it stands for a list of posts.' : '',
      );
    }
  }
  return null;
}

import { postByName, postByPlad, routingIndicator } from '../../data/posts';
import { term } from '../../data/terms';
import { dayOfYear, MONTHS, pad } from '../../model/dates';
import { fold, span, type Token, token } from '../../model/fields';
import { type Addressee, fl2Words, precedenceName, readFl3, readFl4 } from '../../model/transmission';
import type { MessageView } from '../../model/view';
import type { Cable, Field } from '../../syntax/tree';
import type { Card } from '../markdown';
import { card, type Explanation, explainPart, type LinePart, type LocalTime, one } from './card';

/** Cards for the transmission header: format lines 1 to 9 (FORMAT 2), each line part by part. */
export function explainTransmission(
  view: MessageView,
  target: Field,
  offset: number,
  localTime: LocalTime,
): Explanation | null {
  const { cable } = view;
  switch (target.kind) {
    case 'fl1':
      return one(
        span(target),
        'Transmission identifier (FL1)',
        'VZCZC begins the transmission; three letters name circuit and direction; then a running number of the circuit.',
      );
    case 'fl2':
      return explainPart(calledStations(cable, target), offset);
    case 'fl3':
      return explainPart(callingStation(view, target), offset);
    case 'fl4':
      return explainPart(security(cable, target), offset);
    case 'fl5':
      return explainPart(dateTimeGroupParts(view, localTime), offset);
    case 'from': {
      return view.from ? explainPart(addressParts(view.from), offset) : null;
    }
    case 'to':
    case 'info': {
      const parts = view[target.kind].map(addressParts);
      return explainPart(
        parts.find((each) => each.some(({ at }) => at.start <= offset && offset <= at.end)) ?? [],
        offset,
      );
    }
    default:
      return null;
  }
}

const part = (at: Token, role: string, title: string, lines: readonly string[], source?: string): LinePart => ({
  at,
  role,
  card: { title, lines, ...(source && { source }) },
});
const parts = (...all: (LinePart | null | false | undefined)[]): LinePart[] => all.filter((each) => !!each);

function calledStations(cable: Cable, target: Field): LinePart[] {
  const [precedence, ...indicators] = fl2Words(cable, target);
  return parts(
    precedence && precedencePart(precedence, 'Highest precedence of the message, doubled in FL2.'),
    ...indicators.map((each) =>
      indicatorPart(each, 'called', 'Called station: a relay repeats only the stations it serves.'),
    ),
  );
}

function callingStation(view: MessageView, target: Field): LinePart[] {
  const read = readFl3(view.cable, target);
  if (!read) return [];
  const { station, serial, section, day, time } = read;
  return parts(
    station && indicatorPart(station, 'calling station', 'Calling station: the post that sent the message.'),
    serial &&
      part(serial, 'serial', `Station serial number ${serial.text}`, [
        "The last four digits of the cable's own number.",
      ]),
    section &&
      part(section, 'section', `Section ${Number(section.text)}`, [
        'The section of the cable that this transmission carried.',
      ]),
    day && filingPart(view, day, time),
  );
}

function filingPart({ year, dtg, cable }: MessageView, day: Token, time: Token | null): LinePart {
  const date = year !== undefined ? dayOfYear(year, Number(day.text)) : null;
  const written = date ? `${date.day} ${MONTHS[date.month - 1]} ${year}` : 'on a day of the year that cannot be placed';
  const clock = time && time.text.length === 4 ? ` at ${time.text.slice(0, 2)}:${time.text.slice(2)} UTC` : '';
  return part(
    token(cable.clean.slice(day.start, (time ?? day).end), day.start),
    'filing time',
    `Filed ${written}${clock}`,
    [
      `Filing time: day ${day.text} of the year, then hours and minutes.`,
      dtg?.utc ? `The date-time group says ${dtg.utc.slice(0, 16).replace('T', ' at ')} UTC.` : '',
    ],
  );
}

function security(cable: Cable, target: Field): LinePart[] {
  const { prosign, mark, signals } = readFl4(cable, target);
  const signal = (at: Token, role: string): LinePart => {
    const known = term('signal', at.text.toUpperCase());
    return part(
      at,
      role,
      known?.name ?? 'Operating signal that is not in the table',
      [`${at.text}, operating signal.`, known?.description ?? '', known?.certain === false ? 'Not certain.' : ''],
      known?.source,
    );
  };
  const meaning = mark && term('security-mark', mark.text[0]!.toUpperCase());
  return parts(
    prosign && signal(prosign, 'security signal'),
    mark &&
      part(
        mark,
        'security mark',
        meaning?.name ?? 'Security mark',
        [meaning?.description ?? '', 'One letter, five times.'],
        meaning?.source,
      ),
    ...signals.map((each) => signal(each, 'signal')),
  );
}

function dateTimeGroupParts({ dtg, cable }: MessageView, localTime: LocalTime): LinePart[] {
  if (!dtg) return [];
  const whole = dtg.digits && {
    start: dtg.digits.start,
    end: (dtg.year ?? dtg.month ?? dtg.zone ?? dtg.digits).end,
  };
  return parts(
    ...dtg.precedences.map((each) =>
      precedencePart(
        each,
        'Precedence of the action addressees; a second letter is that of the information addressees.',
      ),
    ),
    whole &&
      dtg.date && {
        at: token(cable.clean.slice(whole.start, whole.end), whole.start),
        role: 'date-time group',
        card: momentCard(dtg.date, dtg.zone?.text ?? '', dtg.utc, localTime),
      },
  );
}

function momentCard(
  { year, month, day, hour, minute }: { year: number; month: number; day: number; hour: number; minute: number },
  zone: string,
  utc: string | null,
  localTime: LocalTime,
): Card {
  return card(
    `${day} ${MONTHS[month - 1]} ${year}, ${pad(hour)}:${pad(minute)} ${zone}`,
    'Date-time group: day, hour and minute, zone, month and year.',
    ...(utc
      ? [`UTC: ${utc.replace('T', ' ').replace(':00Z', '')}`, `Your time: ${localTime(new Date(utc))}`]
      : ['This date or time does not exist.']),
  );
}

function addressParts({ routingIndicator: indicator, name, precedence, channelNumber }: Addressee): LinePart[] {
  return parts(
    indicator && indicatorPart(indicator, 'routing indicator', `Written here for ${fold(name.text)}.`),
    addressPart(name),
    precedence &&
      part(precedence, 'precedence', fold(precedence.text), [
        'Precedence for this addressee: it overrides that of FL5.',
        /NIACT/i.test(precedence.text) ? 'NIACT: night action, the officer is called at any hour.' : '',
      ]),
    channelNumber &&
      part(channelNumber, 'channel number', `Channel number ${channelNumber.text}`, [
        'Counts the messages from this station to that addressee (inferred).',
      ]),
  );
}

function addressPart(name: Token): LinePart {
  const plad = fold(name.text);
  const post = postByPlad(plad) ?? postByName(plad.replace(/^(?:AMEMBASSY|AMCONSUL|USMISSION) /i, ''));
  const collective = /COLLECTIVE/i.test(plad);
  return part(
    name,
    'address',
    post ? `${capital(post.kind)}: ${post.place}` : plad,
    [collective ? 'A collective address: it stands for a list of posts.' : 'Plain language address (PLAD).'],
    post?.source,
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function precedencePart(at: Token, role: string): LinePart {
  const known = term('precedence', at.text[0]!.toUpperCase());
  return part(
    at,
    'precedence',
    precedenceName(at.text) ?? 'Not a precedence',
    [known?.description ?? '', role],
    known?.source,
  );
}

function indicatorPart(at: Token, role: string, said: string): LinePart {
  const entries = routingIndicator(at.text);
  const names = [...new Set(entries.map(({ plad }) => plad))];
  const shown = names.slice(0, 4).join('; ') + (names.length > 4 ? `; and ${names.length - 4} more` : '');
  return part(
    at,
    role,
    shown || `${at.text}: not in the table`,
    [`${at.text}, routing indicator.`, said],
    entries[0]?.source,
  );
}

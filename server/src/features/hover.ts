import { acronymMeanings, isOrdinaryWord, officeMeanings, rankAcronyms } from '../data/acronyms';
import { postByName, routingIndicator } from '../data/posts';
import { tagMeanings, tagVariant } from '../data/tags';
import { CAPTIONS } from '../model/captions';
import { isClassified, levelOf, readClassificationLine } from '../model/classification';
import { dayOfYear, MONTHS, pad } from '../model/dates';
import { fold, span, type Token, token } from '../model/fields';
import { readExecutiveOrder } from '../model/header';
import { readReferences } from '../model/references';
import {
  type Addressee,
  addressees,
  fl2Words,
  originator,
  precedenceName,
  readFl3,
  readFl4,
} from '../model/transmission';
import type { Field, Message, Span } from '../syntax/tree';
import type { Card } from './markdown';
import type { Snapshot } from './snapshot';

export interface Explanation {
  readonly cards: readonly Card[];
  /** Offsets of the words that are explained. */
  readonly at: Span;
}

/** How a reader's own clock shows a moment; passed in, so that this stays a pure function. */
export type LocalTime = (utc: Date) => string;

/** Explains the word at an offset: by the field in which it stands first, then as an acronym. Null when nothing is known. */
export function explain(snapshot: Snapshot, offset: number, localTime: LocalTime): Explanation | null {
  const { cable } = snapshot;
  const message = cable.messages.find(({ start, end }) => offset >= start && offset < end) ?? cable.messages[0];
  const word = wordAt(cable.clean, offset);
  if (message) {
    const all = [
      ...(message.transmission?.fields ?? []),
      ...(message.header?.fields ?? []),
      ...message.body.repeatedHeaders.flatMap((header) => header.fields),
    ];
    const at = all.find(({ start, end }) => offset >= start && offset < end);
    const found = at
      ? explainField(snapshot, message, at, offset, word, localTime)
      : explainBody(message, offset, snapshot);
    if (found) return found;
  }
  const mrn = cable.preamble?.fields.find(({ start, end }) => offset >= start && offset < end);
  if (mrn) return explainPreamble(snapshot, mrn);
  return word ? explainAcronym(snapshot, word, false) : null;
}

const WORD = /[A-Za-z0-9¶]+(?:[/&.'’-][A-Za-z0-9]+)*/g;

/** The word at an offset: `G/TIP`, `MOI's`, `AmCit`. */
export function wordAt(text: string, offset: number): Token | null {
  const start = Math.max(0, offset - 60);
  for (const match of text.slice(start, offset + 60).matchAll(WORD)) {
    const from = start + match.index;
    if (from <= offset && offset <= from + match[0].length) return token(match[0], from);
  }
  return null;
}

const within = (at: Span | null | undefined, offset: number): at is Span =>
  at !== null && at !== undefined && offset >= at.start && offset <= at.end;
const card = (title: string, ...lines: string[]): Card => ({ title, lines });
const one = (at: Span, title: string, ...lines: string[]): Explanation => ({ at, cards: [card(title, ...lines)] });

function explainField(
  snapshot: Snapshot,
  message: Message,
  target: Field,
  offset: number,
  word: Token | null,
  localTime: LocalTime,
): Explanation | null {
  const { cable, view } = snapshot;
  if (target.label.end > target.label.start && within(target.label, offset) && LABELS[target.kind]) {
    return one(target.label, cable.clean.slice(target.label.start, target.label.end), LABELS[target.kind]!);
  }
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
    case 'classification': {
      const line = readClassificationLine(cable, target);
      if (within(line.word, offset)) return explainLevel(line.word);
      if (line.section && within(line.section, offset))
        return one(
          line.section,
          `Section ${line.sectionNumber} of ${line.sectionsAnnounced}`,
          'Long cables are sent in sections; each page line names its own.',
        );
      if (line.post && line.serial && (within(line.post, offset) || within(line.serial, offset)))
        return explainReference(
          { start: line.post.start, end: line.serial.end },
          view.reference?.id ?? null,
          line.post.text,
        );
      break;
    }
    case 'tags': {
      const tag = view.tags.find((each) => within(each, offset));
      if (!tag) break;
      const tags = view.tags.filter(({ start }) => start === tag.start);
      return { at: tag, cards: tags.map(({ code, kind }) => tagCard(code, kind, view.year)) };
    }
    case 'eo': {
      const { number, date, declassifyOn } = readExecutiveOrder(cable, target);
      if (number && within(number, offset))
        return one(
          number,
          `Executive Order ${number.text}`,
          ORDERS[number.text] ?? 'Not an order on classification that is known here.',
        );
      if (date && within(date, offset))
        return one(
          date,
          declassifyOn ? `To be declassified on ${declassifyOn}` : 'This date does not exist',
          'Month, day, year.',
        );
      const key = word && Object.keys(INSTRUCTIONS).find((each) => word.text.toUpperCase().startsWith(each));
      if (word && key) return one(word, word.text, INSTRUCTIONS[key]!);
      break;
    }
    case 'classified-by': {
      const reason = word && /^[a-h]$/i.test(word.text) ? REASONS[word.text.toLowerCase()] : undefined;
      if (word && reason) return one(word, `Reason (${word.text.toLowerCase()})`, reason);
      break;
    }
    case 'ref': {
      const reference = readReferences(cable, target, view.year ?? null).find((each) => within(each, offset));
      if (reference?.kind === 'cable')
        return explainReference(reference, reference.id, reference.postToken?.text ?? '');
      break;
    }
    default:
  }
  if (!word) return null;
  const caption = Object.keys(CAPTIONS).find(
    (name) =>
      name.split(' ').includes(word.text.toUpperCase()) &&
      (target.kind === 'caption' || target.kind === 'classification' || name === word.text),
  );
  if (caption && target.kind !== 'subject') return one(word, caption, CAPTIONS[caption]!);
  return explainAcronym(snapshot, word, target.kind === 'attention');
}

function explainBody(message: Message, offset: number, { cable }: Snapshot): Explanation | null {
  for (const section of message.body.sections) {
    if (offset < section.start || offset >= section.end) continue;
    for (const { mark } of section.paragraphs) {
      if (mark && within(mark, offset)) {
        const text = cable.clean.slice(mark.start, mark.end);
        return one(mark, `(${text})`, markMeaning(text));
      }
    }
  }
  return null;
}

function markMeaning(mark: string): string {
  const [level, ...caveats] = mark.toUpperCase().split(/[/ -]+/);
  const names: Record<string, string> = {
    U: 'Unclassified',
    SBU: 'Sensitive but unclassified',
    LOU: 'Limited official use',
    C: 'Confidential',
    S: 'Secret',
    TS: 'Top secret',
  };
  const noforn = caveats.some((each) => each === 'NF' || each === 'N' || each === 'NOFORN');
  return `Portion mark: ${names[level ?? ''] ?? mark}${noforn ? ', not releasable to foreign nationals' : ''}${/ENTIRE/i.test(mark) ? ', for the entire text' : ''}.`;
}

function explainPreamble({ view, cable }: Snapshot, target: Field): Explanation | null {
  if (target.kind === 'mrn')
    return explainReference(span(target), view.reference?.id ?? null, view.reference?.post ?? '');
  if (target.kind === 'preamble-date')
    return one(
      span(target),
      'Date in the archive',
      "The calendar date only: the time is midnight in the exporter's own zone.",
    );
  if (target.kind === 'preamble-classification')
    return explainLevel(token(fold(cable.clean.slice(target.start, target.end)).split('//')[0]!, target.start));
  return null;
}

function explainLevel(word: Token): Explanation | null {
  const level = levelOf(word.text);
  if (!level) return null;
  const meaning: Record<string, string> = {
    UNCLASSIFIED: 'Not classified. With the caption SENSITIVE it is sensitive but unclassified (SBU).',
    'LIMITED OFFICIAL USE': 'Administrative control marking until 1995; no national-security classification.',
    CONFIDENTIAL: 'Disclosure could cause damage to the national security.',
    SECRET: 'Disclosure could cause serious damage to the national security.',
    'TOP SECRET': 'Disclosure could cause exceptionally grave damage to the national security.',
  };
  return one(word, level, meaning[level]!, isClassified(level) ? 'Each paragraph carries a portion mark.' : '');
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

function explainReference(at: Span, id: string | null, postName: string): Explanation | null {
  const post = postByName(postName);
  const place = post ? `${post.kind} ${post.place}` : postName;
  return id ? one(at, id, `Message reference: year, post and number.`, place) : null;
}

function tagCard(code: string, kind: string, year: number | undefined): Card {
  if (kind === 'person') return card(code, 'Person: surname, given names');
  const entries = tagMeanings(code, year);
  if (!entries.length) return card(code, 'Not in the TAGS table.');
  const [first, ...others] = entries;
  return {
    title: `${code}: ${first!.name || 'program TAGS'}`,
    lines: [
      `TAGS, ${first!.kind}`,
      first!.kind === 'geographic' ? '' : first!.description,
      ...others.map((each) => `Also: ${each.name} (${each.kind})`),
    ],
    source: first!.source,
  };
}

/** Acronyms and office symbols, in the sense that fits the countries of this cable. */
function explainAcronym({ view, text }: Snapshot, word: Token, routing: boolean): Explanation | null {
  const bare = word.text.replace(/['’]s$/i, '').replace(/^¶\d*/, '');
  if (bare.length < 2 || !/[A-Z]/.test(bare) || /^\d/.test(bare)) return null;
  const mixedText = /[a-z]{4}/.test(text.slice(Math.max(0, word.start - 200), word.end + 200));
  const cards: Card[] = [];
  const defined = definition(text, bare);
  if (defined) cards.push(card(`${bare}: ${defined}`, 'Defined in this cable.'));
  const office = routing || bare.includes('/') ? officeMeanings(bare) : null;
  if (office?.entries.length) {
    const entry = office.entries[0]!;
    cards.push({
      title: `${entry.symbol}: ${entry.name}`,
      lines: [
        office.parent ? `${bare} is not in the table; this is the office above it.` : '',
        [entry.bureau && entry.bureau !== entry.symbol ? `Bureau ${entry.bureau}` : '', entry.years]
          .filter(Boolean)
          .join(', '),
      ],
      source: entry.source,
    });
  }
  if (!cards.length) {
    const shouting = bare === bare.toUpperCase();
    // An ordinary word in capitals, or a capitalised word of a sentence, is no acronym.
    if (isOrdinaryWord(bare) && !(shouting && mixedText && bare.length > 2)) return null;
    if (!shouting && !/[a-z][A-Z]/.test(bare) && !/s$/.test(bare)) return null;
    if (!shouting && !/[A-Z].*[A-Z]/.test(bare)) return null;
    const ranked = rankAcronyms(acronymMeanings(bare), view.countries).slice(0, 3);
    for (const { acronym, expansion, kind, scope, description, source } of ranked) {
      cards.push({
        title: `${acronym}: ${expansion}`,
        lines: [
          description,
          [kind, scope.length ? `in ${scope.slice(0, 6).join(', ')}` : ''].filter(Boolean).join(', '),
        ],
        source,
      });
    }
    if (!cards.length && bare.includes('/')) return null;
    const reading = cards.length ? null : tagVariant(bare);
    if (reading && routing) cards.push(card(bare, reading.join(' ')));
  }
  return cards.length ? { at: word, cards } : null;
}

/** `Full Name (ABC)`: the words before the bracket whose first letters spell it. */
function definition(text: string, acronym: string): string | null {
  if (!/^[A-Z]{2,8}$/.test(acronym)) return null;
  const at = text.indexOf(`(${acronym})`);
  if (at < 0) return null;
  const before = fold(text.slice(Math.max(0, at - 160), at)).split(' ');
  for (let count = acronym.length; count <= Math.min(before.length, acronym.length + 3); count++) {
    const words = before.slice(-count);
    const initials = words
      .filter((each) => /^[A-Z]/.test(each))
      .map((each) => each[0])
      .join('');
    if (/^[A-Z]/.test(words[0]!) && initials === acronym) return words.join(' ');
  }
  return null;
}

const LABELS: Record<string, string> = {
  from: 'FM (FL6): the originator.',
  to: 'TO (FL7): action addressees, one a line.',
  info: 'INFO (FL8): information addressees.',
  xmt: 'XMT (FL9): posts exempted from a collective address.',
  fl3: 'DE (FL3): calling station, station serial number, section, filing time.',
  eo: 'Executive order under which the cable is classified, and when it is to be declassified.',
  tags: 'TAGS: Traffic Analysis by Geography and Subject. Codes that file the cable.',
  subject: 'The subject of the cable.',
  ref: 'Earlier messages that this cable cites.',
  'classified-by': 'The officer who classified the cable, and the reason.',
};
const MARKS: Record<string, string> = {
  U: 'Unclassified, or encrypted before sending. Goes with ZNR.',
  E: 'Unclassified, encrypted for transmission only (EFTO). Goes with ZNY.',
  R: 'RESTRICTED (allied; not U.S. since 1953). Goes with ZNY.',
  C: 'Confidential. Goes with ZNY.',
  S: 'Secret. Goes with ZNY.',
  T: 'Top secret. Goes with ZNY.',
};
const SIGNALS: Record<string, string> = {
  ZNR: 'What follows may be sent in clear: unclassified, or already encrypted.',
  ZNY: 'What follows is classified or encrypted for transmission only.',
  ZZH: "State's own signal, on nearly every State cable.",
  ZZK: "State's own signal: NIACT, night action.",
  ZDK: 'A repetition sent on request.',
  ZFR: 'Cancel this transmission.',
  ZFD: 'Suspected duplicate.',
  ZEL: 'Correction.',
  ZDS: 'Corrected transmission.',
  ZOJ: 'Corrected version number.',
  ZFF: 'Acknowledge receipt by the addressee.',
  ZEX: 'Book message.',
  ZEN: 'Delivered by other means.',
};
const ORDERS: Record<string, string> = {
  '10501': 'In force 1953 to May 1972.',
  '11652': 'In force 1 June 1972 to 30 November 1978. GDS: general declassification schedule; XGDS: exempt from it.',
  '12065': 'In force 1 December 1978 to 31 July 1982.',
  '12356': 'In force 1 August 1982 to 13 October 1995. OADR: the originating agency decides.',
  '12958': 'In force 14 October 1995 to 26 June 2010; amended by 13292 in 2003, which State did not cite.',
  '13526': 'In force since 27 June 2010.',
};
const INSTRUCTIONS: Record<string, string> = {
  'N/A': 'Not applicable: the cable is unclassified.',
  DECL: 'To be declassified on the date or event that follows.',
  OADR: "Originating agency's determination required (1982-95).",
  XGDS: 'Exempt from the general declassification schedule; the digit is the reason (1972-78).',
  GDS: 'General declassification schedule (1972-78).',
  ADS: 'Accelerated declassification schedule (1972-78).',
  '25X': 'Exempt from declassification at 25 years.',
  X: 'Exempt from declassification at ten years; the digit is the reason (1995-2003).',
};
const REASONS: Record<string, string> = {
  a: 'Military plans, weapons systems, operations.',
  b: 'Foreign government information.',
  c: 'Intelligence activities, sources, methods, cryptology.',
  d: 'Foreign relations or activities, including confidential sources.',
  e: 'Scientific, technological or economic matters relating to national security.',
  f: 'Government programs for safeguarding nuclear materials or facilities.',
  g: 'Vulnerabilities or capabilities of systems, installations, infrastructures, projects, plans, protection services.',
  h: 'Weapons of mass destruction (section 1.4 only).',
};

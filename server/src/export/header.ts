/** The header of a message as rows of a table, and what the archive says of the record. */
import { fold } from '../model/fields';
import type { Addressee } from '../model/transmission';
import { type MessageView, viewOf } from '../model/view';
import type { Cable, Field, FieldKind, Span } from '../syntax/tree';
import type { Row, RowKey, Value } from './document';
import { plain, type Runs } from './runs';

/** Rows in their order, with the fields that they hold as they stand. */
const ROWS: readonly (readonly [key: RowKey, label: string, kinds: readonly FieldKind[]])[] = [
  ['number', 'Number', []],
  ['date', 'Date', []],
  ['from', 'From', []],
  ['to', 'To', []],
  ['info', 'Info', []],
  ['classification', 'Classification', ['classification', 'banner']],
  ['captions', 'Captions', ['caption']],
  ['attention', 'Attention', ['attention', 'handling-note']],
  ['order', 'E.O.', ['eo']],
  ['tags', 'TAGS', []],
  ['subject', 'Subject', []],
  ['references', 'References', []],
  ['classified-by', 'Classified by', ['classified-by']],
  [
    'transmission',
    'Transmission',
    ['fl1', 'fl2', 'fl3', 'fl4', 'janap-line', 'group-count', 'action-block', 'dash-line'],
  ],
  ['other', 'Other', ['notice', 'unknown-line']],
];

export function headerRows(view: MessageView, runs: Runs): Row[] {
  const rows = ROWS.flatMap(([key, label, kinds]): Row[] => {
    const fields = kinds.flatMap((kind) => view.fields(kind)).sort((a, b) => a.start - b.start);
    const [values, at] = special(key, view, runs) ?? [fields.map((each) => asWritten(view, each, runs)), fields[0]];
    const shown = values.filter((each) => each.runs.length > 0);
    return shown.length ? [{ key, label, values: shown, line: view.lineOf(at?.start ?? view.message.start) }] : [];
  });
  return [...rows, ...smartRows(view)];
}

const value = (text: string, aside: string | null = null): Value => ({
  runs: text === '' ? [] : [plain(text)],
  aside,
});

/** The text of a field: from its value on, where it has a label. */
function asWritten(view: MessageView, field: Field, runs: Runs): Value {
  if (field.kind === 'classified-by') return value(view.folded(field));
  const lines = field.children.filter(({ kind }) => kind === 'text');
  const isWhole = field.kind === 'classification' || field.kind === 'fl3' || field.kind === 'action-block';
  const start = isWhole ? field.start : field.value;
  return {
    runs: runs(lines.map((line) => ({ start: Math.max(line.start, start), end: line.end }))),
    aside: null,
  };
}

/** Rows that are more than their text; null for the others. */
function special(key: RowKey, view: MessageView, runs: Runs): [Value[], Span | null | undefined] | null {
  switch (key) {
    case 'number':
      return [
        [value(view.reference?.id ?? '')],
        view.preamble('mrn') ?? view.field('mrn') ?? view.field('classification'),
      ];
    case 'date':
      return [[value(fold(view.dtg?.raw ?? ''), dateInWords(view.dtg?.utc ?? null))], view.field('fl5')];
    case 'from':
      return [view.from ? [addressee(view.from)] : [], view.field('from')];
    case 'to':
    case 'info':
      return [view[key].map(addressee), view[key][0]?.name];
    case 'tags':
      return [
        view.tags.map(({ code, text, kind, name }) =>
          value(kind === 'person' ? code : fold(text).replace(/[.,:]$/, ''), name),
        ),
        view.field('tags'),
      ];
    case 'subject': {
      const field = view.field('subject');
      return [field ? [asWritten(view, field, runs)] : [], field];
    }
    case 'references':
      return [view.fields('ref').flatMap((field) => referenceLines(view, field, runs)), view.field('ref')];
    default:
      return null;
  }
}

function addressee({ name, precedence, channelNumber, excluded }: Addressee): Value {
  const asides = [
    precedence && fold(precedence.text).toUpperCase(),
    channelNumber?.text,
    excluded.length > 0 && `except ${excluded.map(({ text }) => fold(text)).join(', ')}`,
  ];
  return value(fold(name.text), asides.filter(Boolean).join(' ') || null);
}

/** An entry a line, with what is said of it: `B. 05 LUSAKA 1588 (NOTAL)`. */
function referenceLines(view: MessageView, field: Field, runs: Runs): Value[] {
  const entries: Span[][] = [];
  for (const line of field.children) {
    if (line.kind !== 'text') continue;
    const at = { start: Math.max(line.start, field.value), end: line.end };
    const begins = BEGINS_ENTRY.test(view.text(at));
    if (begins || !entries.length) entries.push([at]);
    else entries.at(-1)!.push(at);
  }
  return entries.map((spans) => ({ runs: runs(spans), aside: null }));
}
const BEGINS_ENTRY = /^\s*(?:\(?[A-Z][.)]|\[[A-Z]\]|\(?\d{1,2}[.)])/;

/** `2006-03-21T09:59:00Z` as `21 March 2006, 09:59 UTC`. */
export function dateInWords(utc: string | null): string | null {
  const match = utc && /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})/.exec(utc);
  return match ? `${Number(match[3])} ${MONTH_NAMES[Number(match[2]) - 1]} ${match[1]}, ${match[4]} UTC` : null;
}
const MONTH_NAMES = 'January February March April May June July August September October November December'.split(' ');

/** `Drafted By: …` of SMART, each under its own name. */
function smartRows(view: MessageView): Row[] {
  const { header, ending } = view.message;
  return [...(header?.fields ?? []), ...(ending?.fields ?? [])]
    .filter(({ kind }) => kind === 'smart-field')
    .map((each) => labelled(view, each));
}

/** What the archive put around the cable: five lines before it, attributes after it. */
export function archiveRows(cable: Cable): Row[] {
  const view = viewOf(cable);
  return [...(cable.preamble?.fields ?? []), ...(cable.trailer?.fields ?? [])]
    .map((each) => labelled(view, each))
    .filter(({ values }) => values.length > 0);
}

const PREAMBLE: Partial<Record<FieldKind, string>> = {
  mrn: 'Number',
  'preamble-subject': 'Subject',
  'preamble-date': 'Date',
  'preamble-classification': 'Classification',
  'preamble-origin': 'Origin',
};

function labelled(view: MessageView, field: Field): Row {
  const { label } = field;
  const written = fold(view.text(label)).replace(/ ?:$/, '');
  const text = view.folded(field);
  return {
    key: 'other',
    label: PREAMBLE[field.kind] ?? (written || 'Other'),
    values: text === '' ? [] : [value(text)],
    line: view.lineOf(field.start),
  };
}

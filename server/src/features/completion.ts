/** What may be written at a place of the header: TAGS, captions, addresses, labels; in the text only what this cable itself defines. */
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { allOffices } from '../data/offices';
import { allAddresses, allPosts } from '../data/posts';
import { allTags, type TagKind } from '../data/tags';
import { terms } from '../data/terms';
import { definitions } from '../meaning/definitions';
import { NO_GLOSSARY } from '../meaning/glossary';
import { readWord } from '../meaning/resolve';
import { levelOf } from '../model/classification';
import { fields, token } from '../model/fields';
import { type MessageView, viewOfYear } from '../model/view';
import type { Field, FieldKind, Message } from '../syntax/tree';
import { lineStart } from '../text/edits';
import { readingCard } from './hover/words';
import { toMarkdown, toPlainText } from './markdown';
import type { Snapshot } from './snapshot';

/** More would only make the list slow: what is not among them comes with the next letter. */
const LIMIT = 300;

export interface Completion {
  readonly items: CompletionItem[];
  /** Whether more would be found with more letters. */
  readonly isIncomplete: boolean;
}

type Item = Pick<CompletionItem, 'label' | 'kind'> & Partial<CompletionItem>;

export function completion(snapshot: Snapshot, offset: number): Completion {
  const view = snapshot.viewAt(offset);
  const near = snapshot.text.slice(Math.max(0, offset - 200), offset);
  const before = near.slice(lineStart(near, near.length));
  const found = itemsAt(view, offset, before);
  const items = found.items.length ? narrow(found.items, found.prefix) : [];
  const range = snapshot.lines.range({ start: offset - found.prefix.length, end: offset });
  return {
    isIncomplete: items.length > LIMIT,
    items: items.slice(0, LIMIT).map((item) => ({
      ...item,
      // The name in every row, not only in the one that is looked at.
      ...(item.detail && { labelDetails: { description: item.detail } }),
      textEdit: { range, newText: item.insertText ?? item.label },
    })),
  };
}

/** The explanation of an item, made when the reader looks at it. */
export function resolveCompletion(item: CompletionItem, markdown: boolean): CompletionItem {
  const { term, year } = (item.data ?? {}) as { term?: unknown; year?: unknown };
  if (typeof term !== 'string') return item;
  const view = viewOfYear(typeof year === 'number' ? year : undefined);
  const reading = readWord({ view, glossary: NO_GLOSSARY, place: 'anywhere' }, token(term, 0));
  if (!reading) return item;
  const cards = [readingCard(view, reading)];
  return {
    ...item,
    documentation: markdown ? { kind: 'markdown', value: toMarkdown(cards) } : toPlainText(cards),
  };
}

/** Those that hold what is typed: at the start of the label or of one of its words; a client ranks them further. */
function narrow(items: readonly Item[], prefix: string): Item[] {
  const typed = prefix.toUpperCase();
  if (!typed) return [...items];
  const words = (text: string) => text.toUpperCase().split(/[^A-Z0-9]+/);
  const starts = items.filter(({ label }) => label.toUpperCase().startsWith(typed));
  const within = items.filter(
    ({ label, detail }) =>
      !label.toUpperCase().startsWith(typed) &&
      typed.length > 1 &&
      words(`${label} ${detail ?? ''}`).some((word) => word.startsWith(typed)),
  );
  return [...starts, ...within.map((item) => ({ ...item, filterText: `${typed} ${item.label}` }))];
}

interface Offer {
  readonly items: readonly Item[];
  /** What is typed already and will be replaced. */
  readonly prefix: string;
}

const NOTHING: Offer = { items: [], prefix: '' };

function itemsAt(view: MessageView, offset: number, before: string): Offer {
  const { message } = view;
  const word = /(?<![A-Za-z0-9/&.-])[A-Za-z0-9/&.-]*$/.exec(before)![0];
  const field = message && fieldAt(message, offset);
  // At the start of a line of the header a label may follow, whatever that line is now.
  if (/^[A-Za-z.]{0,8}$/.test(before) && (!message || inHeader(message, offset)) && !isContinued(field, before))
    return { items: labels(view), prefix: before };
  switch (field?.kind) {
    case 'tags':
      return { items: tags(view, word), prefix: word };
    case 'caption':
      return { items: captions(), prefix: before.trimStart() };
    case 'attention':
      return { items: offices(view), prefix: word };
    case 'to':
    case 'info':
    case 'from':
    case 'xmt':
      return addresses(before, field.kind);
    case 'ref':
      return { items: posts(), prefix: /(?<![A-Za-z])[A-Za-z]*$/.exec(before)![0] };
    case 'eo':
      return /:\s*[^\s:]*$/.test(before)
        ? { items: instructions(view), prefix: /(?<!\S)\S*$/.exec(before)![0] }
        : NOTHING;
    default:
      return field ? NOTHING : inText(view, before);
  }
}

function fieldAt(message: Message, offset: number): Field | null {
  const all = [...(message.transmission?.fields ?? []), ...(message.header?.fields ?? [])];
  return all.findLast(({ start, end }) => start < offset && offset <= end) ?? null;
}

const inHeader = (message: Message, offset: number): boolean => {
  const first = message.body.sections[0];
  return !first || offset <= first.start;
};

/** A line in the middle of a TAGS or address list goes on with the list. */
const isContinued = (field: Field | null, before: string): boolean =>
  field !== null && before !== '' && ['tags', 'to', 'info', 'attention', 'caption'].includes(field.kind);

const GROUPS: Readonly<Record<TagKind, string>> = { subject: '1', program: '2', geographic: '3', organization: '4' };

function tags({ tags: present, year }: MessageView, typed: string): Item[] {
  // None twice; the one being typed is not yet one.
  const given = new Set(present.map(({ code }) => code).filter((code) => code !== typed.toUpperCase()));
  return allTags(year)
    .filter(({ code, name }) => !given.has(code) && name)
    .map(({ code, kind, name }) => ({
      label: code,
      kind: CompletionItemKind.EnumMember,
      detail: name,
      sortText: `${GROUPS[kind]}${code}`,
      commitCharacters: [' ', ','],
      data: { term: code, ...(year !== undefined && { year }) },
    }));
}

const captions = (): Item[] =>
  terms('caption').map(({ term, name }) => ({
    label: term,
    kind: CompletionItemKind.Keyword,
    detail: name,
    data: { term },
  }));

const offices = ({ year }: MessageView): Item[] =>
  allOffices()
    .filter(({ from, to }) => year === undefined || ((from ?? year) <= year && year <= (to ?? year)))
    .map(({ symbol, name }) => ({
      label: symbol,
      kind: CompletionItemKind.Class,
      detail: name,
      data: { term: symbol },
    }));

const posts = (): Item[] =>
  allPosts().map(({ written, place }) => ({ label: written, kind: CompletionItemKind.Constant, detail: place }));

const precedences = (): Item[] =>
  ['FLASH', 'IMMEDIATE', 'PRIORITY', 'ROUTINE'].map((label, at) => ({
    label,
    kind: CompletionItemKind.Keyword,
    detail: 'precedence',
    sortText: `0${at}`,
    commitCharacters: [' '],
  }));

/** Addresses by any of their words; after a routing indicator only those it stands for. */
function addresses(before: string, kind: FieldKind): Offer {
  const line = /^(?:(?:FM|TO|INFO|XMT)\s+)?(?:(R[A-Z]{3,7})\/)?(.*)/s.exec(before)!;
  const indicator = line[1];
  const typed = line[2]!;
  const known = allAddresses().filter((each) => !indicator || each.indicator === indicator);
  const ofPosts = indicator ? [] : allPosts().filter(({ plad }) => plad);
  const items: Item[] = [...new Set([...ofPosts.map(({ plad }) => plad), ...known.map(({ plad }) => plad)])].map(
    (label) => ({ label, kind: CompletionItemKind.Value, sortText: `1${label}` }),
  );
  // A complete address is followed by its precedence.
  const last = /(?<!\S)\S*$/.exec(typed)![0];
  const complete = typed.slice(0, typed.length - last.length).trimEnd();
  return complete && kind !== 'from' && items.some(({ label }) => label === complete.toUpperCase())
    ? { items: precedences(), prefix: last }
    : { items, prefix: typed };
}

/** The labels that the header lacks, in the order in which a header has them. */
function labels({ message, year }: MessageView): Item[] {
  const order =
    year === undefined ? '13526' : (terms('order').findLast(({ from }) => (from ?? 0) <= year)?.term ?? '13526');
  const all: readonly (readonly [FieldKind, string, string])[] = [
    ['from', 'FM ', 'originator'],
    ['to', 'TO ', 'action addressees'],
    ['info', 'INFO ', 'information addressees'],
    ['classification', 'UNCLAS ', 'classification line'],
    ['caption', 'SIPDIS', 'caption'],
    ['eo', `E.O. ${order}: `, 'executive order'],
    ['tags', 'TAGS: ', 'subjects, programs, places'],
    ['subject', 'SUBJECT: ', 'what the cable is about'],
    ['ref', 'REF: ', 'earlier messages'],
    ['classified-by', 'CLASSIFIED BY: ', 'officer and reasons'],
  ];
  return all
    .map(([kind, label, detail], at) => ({ kind, label, detail, at }))
    .filter(({ kind }) => !message || fields(message, kind).length === 0)
    .map(({ label, detail, at }) => ({
      label: label.trim(),
      insertText: label,
      kind: CompletionItemKind.Field,
      detail,
      sortText: String(at),
    }));
}

function instructions({ year }: MessageView): Item[] {
  return terms('instruction')
    .filter(({ from, to }) => year === undefined || ((from ?? year) <= year && year <= (to ?? year)))
    .map(({ term, name }) => ({
      label: term,
      insertText: term === 'DECL' ? 'DECL: ' : term,
      kind: CompletionItemKind.Keyword,
      detail: name,
      data: { term },
    }));
}

const LEVELS = ['UNCLASSIFIED', 'LIMITED OFFICIAL USE', 'CONFIDENTIAL', 'SECRET', 'TOP SECRET'];
const MARKS: readonly (readonly [mark: string, level: number])[] = [
  ['U', 0],
  ['SBU', 0],
  ['LOU', 1],
  ['C', 2],
  ['S', 3],
  ['TS', 4],
];

/** After a paragraph's number its mark, up to the level of the cable; else, of a word in capitals, what this cable defines. */
function inText(view: MessageView, before: string): Offer {
  const mark = /^\s*¶?\d{1,3}\.\s{1,3}(\([A-Z]{0,3})$/.exec(before);
  if (mark) {
    const level = LEVELS.indexOf((view.classification && levelOf(view.classification.word.text)) ?? 'TOP SECRET');
    const items = MARKS.filter(([, least]) => least <= level).map(([label], at) => ({
      label: `(${label})`,
      kind: CompletionItemKind.EnumMember,
      detail: terms('portion-mark').find(({ term }) => term === label)?.name ?? '',
      sortText: String(at),
    }));
    return { items, prefix: mark[1]! };
  }
  const word = /(?<![A-Za-z])[A-Z]{2,8}$/.exec(before)?.[0] ?? '';
  if (!word) return NOTHING;
  const items = [...definitions(view.cable).values()].map(({ acronym, expansion }) => ({
    label: acronym,
    kind: CompletionItemKind.Text,
    detail: expansion,
  }));
  return { items: items.filter(({ label }) => label.startsWith(word)), prefix: word };
}

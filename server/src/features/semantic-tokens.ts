/** Colours on top of the grammar: what only the tables, the cable itself and the library know. */
import type { Range, SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver-types';
import type { Glossary } from '../meaning/glossary';
import { readings } from '../meaning/readings';
import { placeAt } from '../meaning/resolve';
import type { LineIndex } from '../model/line-index';
import { type Mention, mentions } from '../model/mentions';
import { furniture } from '../model/pages';
import type { Tag } from '../model/tags';
import type { MessageView } from '../model/view';
import type { Span } from '../syntax/tree';
import { lastFrom } from '../text/sorted';
import { viewsOf } from './meant';
import { markLevel, type Portion } from './portions';
import type { Snapshot } from './snapshot';

/** Our own types, and the nearest standard one for a client that does not know them: its themes have colours for that. */
const TYPES = {
  subjectTag: 'enumMember',
  programTag: 'function',
  geographicTag: 'type',
  organizationTag: 'class',
  personTag: 'string',
  unknownTag: 'variable',
  acronym: 'macro',
  unknownAcronym: 'variable',
  reference: 'property',
  portionMark: 'modifier',
} as const;
type Type = keyof typeof TYPES;
const NAMES = Object.keys(TYPES) as Type[];

const MODIFIERS = [
  /** An acronym where the cable defines it. */
  'definition',
  /** A reference to a cable that the library has, or does not have. */
  'resolved',
  'missing',
  /** Levels of portion marks. */
  'unclassified',
  'sensitive',
  'confidential',
  'secret',
  'topSecret',
] as const;
type Modifier = (typeof MODIFIERS)[number];

/** @param own whether the client knows our own types. The numbers of both legends are the same. */
export const legend = (own: boolean): SemanticTokensLegend => ({
  tokenTypes: own ? [...NAMES] : NAMES.map((name) => TYPES[name]),
  tokenModifiers: [...MODIFIERS],
});

/** Whether the library has a cable, by its canonical number; null: it cannot be said, or not yet. */
export type Resolves = (id: string) => boolean | null;

interface Coloured extends Span {
  readonly type: Type;
  readonly modifier: Modifier | null;
}

/** All tokens, or those that touch a range: in the order of the text, none over the end of a line, none on another. */
export function semanticTokens(
  snapshot: Snapshot,
  glossary: Glossary,
  resolves: Resolves,
  range: Range | null = null,
): SemanticTokens {
  const { cable, lines } = snapshot;
  const start = range ? lines.offsetAt(range.start) : 0;
  const end = range ? lines.offsetAt(range.end) : cable.text.length;
  const touches = (span: Span): boolean => span.start < end && span.end > start;
  const encode = new Encoder(lines);
  for (const view of viewsOf(snapshot)) {
    if (!touches(view.message)) continue;
    const certain = [...tags(view), ...references(view, resolves), ...marks(view)].filter(touches);
    certain.sort((a, b) => a.start - b.start || b.end - a.end);
    for (const token of merged(certain, acronyms(view, glossary, start, end)))
      for (const piece of pieces(view, token)) encode.add(piece, token);
  }
  return { data: encode.data };
}

/** Both lists in one; of the second what does not touch the first. Each is in order. */
function* merged(certain: readonly Coloured[], others: readonly Coloured[]): Iterable<Coloured> {
  let free = 0;
  let at = 0;
  for (const token of certain) {
    if (token.start < free) continue;
    for (; at < others.length && others[at]!.end <= token.start; at++)
      if (others[at]!.start >= free) {
        yield others[at]!;
        free = others[at]!.end;
      }
    yield token;
    free = token.end;
  }
  for (; at < others.length; at++)
    if (others[at]!.start >= free) {
      yield others[at]!;
      free = others[at]!.end;
    }
}

const TAG_TYPES: Readonly<Record<Tag['kind'], Type>> = {
  subject: 'subjectTag',
  program: 'programTag',
  geographic: 'geographicTag',
  organization: 'organizationTag',
  person: 'personTag',
  unknown: 'unknownTag',
};

/** Of codes that run into each other the first; of a person the name without its brackets. */
const tags = (view: MessageView): Coloured[] =>
  view.tags.map(({ start, end, kind, text }) => {
    const inside = text.startsWith('(') && text.endsWith(')') ? 1 : 0;
    return { start: start + inside, end: end - inside, type: TAG_TYPES[kind], modifier: null };
  });

/** What cites cables; paragraphs are found by their rule. */
const references = (view: MessageView, resolves: Resolves): Coloured[] =>
  mentions(view).flatMap(({ kind, ids, start, end }): Coloured[] =>
    kind === 'paragraph' || !ids.length ? [] : [{ start, end, type: 'reference', modifier: resolution(ids, resolves) }],
  );

/** `refs A-C` leads somewhere as soon as one of them is here; it is missing when all are. */
function resolution(ids: Mention['ids'], resolves: Resolves): Modifier | null {
  let missing = true;
  for (const id of ids) {
    const found = resolves(id);
    if (found) return 'resolved';
    if (found === null) missing = false;
  }
  return missing ? 'missing' : null;
}

const LEVELS: Readonly<Record<Portion['level'], Modifier>> = {
  UNCLASSIFIED: 'unclassified',
  SENSITIVE: 'sensitive',
  CONFIDENTIAL: 'confidential',
  SECRET: 'secret',
  'TOP SECRET': 'topSecret',
};

/** The word of the level, `S` of `(S/NF)`: brackets and caveats look as the grammar has them. Quoted texts are marked too. */
const marks = (view: MessageView): Coloured[] =>
  view.message.body.sections.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ mark }): Coloured[] => {
      const level = mark && markLevel(view.text(mark));
      const { start } = mark ?? { start: 0 };
      return level
        ? [{ start, end: start + level.word.length, type: 'portionMark', modifier: LEVELS[level.level] }]
        : [];
    }),
  );

/** In words only: captions and offices of the header have their own colours already. */
function acronyms(view: MessageView, glossary: Glossary, from: number, to: number): Coloured[] {
  const found: Coloured[] = [];
  for (const { start, end, meaning } of readings(view, glossary)) {
    if (end <= from || (start < view.message.body.start && placeAt(view, start) !== 'prose')) continue;
    if (start >= to) break;
    const modifier = meaning?.definedAt?.start === start ? 'definition' : null;
    found.push({ start, end, type: meaning ? 'acronym' : 'unknownAcronym', modifier });
  }
  return found;
}

/** The parts of a token on each of its lines, those of page lines between them left out. */
function pieces(view: MessageView, { start, end }: Span): Span[] {
  const text = view.text({ start, end });
  if (!/[\r\n]/.test(text)) return [{ start, end }];
  const found: Span[] = [];
  for (const { 0: ink, index } of text.matchAll(/\S(?:[^\r\n]*\S)?/g)) {
    const piece = { start: start + index, end: start + index + ink.length };
    const before = lastFrom(furniture(view), piece.start);
    if (!before || before.end <= piece.start) found.push(piece);
  }
  return found;
}

/** Tokens as the protocol has them: five numbers each, places relative to the token before. */
class Encoder {
  readonly data: number[] = [];
  #line = 0;
  #character = 0;

  constructor(private readonly lines: LineIndex) {}

  add({ start, end }: Span, { type, modifier }: Coloured): void {
    const { line, character } = this.lines.positionAt(start);
    this.data.push(
      line - this.#line,
      line === this.#line ? character - this.#character : character,
      end - start,
      NAMES.indexOf(type),
      modifier ? 1 << MODIFIERS.indexOf(modifier) : 0,
    );
    this.#line = line;
    this.#character = character;
  }
}

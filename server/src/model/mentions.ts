/** Where a message cites cables and paragraphs, each place once, in the order of the text (FORMAT 3.8, 4.1, 5.1). */
import { lazy } from '../data/tables';
import type { Span } from '../syntax/tree';
import { isQuoted } from './body';
import { type Citation, citations, type Letter } from './citations';
import { messageNumbers } from './message-numbers';
import { isJoinedTo, paragraphsOfOthers } from './paragraph-mentions';
import { type Passage, textBefore } from './passages';
import type { Reference } from './references';
import type { MessageView } from './view';

/**
 * The words that one points at: `05 STATE 226504`, `ref B`, `reftel`, `para 5`, `paras 3-5`; of a list the first has its word with it
 * (`refs A`), and the others are themselves (`B`).
 */
export interface Mention extends Span {
  /** An item of the REF block; a message number in the subject or the text; `ref A`; `reftel`, `reftels`, `refs`; `para 5`. */
  readonly kind: 'entry' | 'number' | 'letter' | 'reftel' | 'paragraph';
  /** The entries of this cable's own REF block that are meant; of an entry itself. */
  readonly entries: readonly Reference[];
  /** Canonical numbers of the cables meant (`05STATE226504`), each once; empty where none is known, and for paragraphs of this cable. */
  readonly ids: readonly string[];
  /** The paragraphs meant: of this cable where `own`, else of the cables in `ids` (of `ref B para 3` both mentions have it). */
  readonly paragraphs: ParagraphRange | null;
  /** A paragraph of this cable. */
  readonly own: boolean;
}

/** Of one paragraph first and last are the same. */
export interface ParagraphRange {
  readonly first: number;
  readonly last: number;
  /** `a` of `para 2a`, else empty. */
  readonly letter: string;
}

/** All of a message, in the order of the text. */
export const mentions = (view: MessageView): readonly Mention[] => view.once(readMentions);

/** The narrowest mention at an offset, its end included; null where there is none. */
export function mentionAt(view: MessageView, offset: number): Mention | null {
  let found: Mention | null = null;
  for (const each of mentions(view))
    if (each.start <= offset && offset <= each.end && (!found || each.end - each.start < found.end - found.start))
      found = each;
  return found;
}

function readMentions(view: MessageView): Mention[] {
  const found: Making[] = view.references.map((each) => making('entry', each, each.id ? [each.id] : [], [each]));
  const phrases = phrasesOf(view);
  phrases.forEach((phrase, i) => {
    const { cites } = phrase;
    if (cites) phrase.mentions = paragraphsOf(view, cites, phrases[i - 1], phrases[i + 1]);
    for (const each of phrase.mentions) found.push(each);
  });
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

type Making = { -readonly [K in keyof Mention]: Mention[K] };

const making = (
  kind: Mention['kind'],
  { start, end }: Span,
  ids: readonly string[],
  entries: readonly Reference[] = [],
): Making => ({ kind, start, end, entries, ids, paragraphs: null, own: false });
const idsOf = (entries: readonly Reference[]): string[] => [...new Set(entries.flatMap(({ id }) => id ?? []))];

/** One citation of the text: of cables; or of paragraphs, which may be those of the cable beside it. */
interface Phrase extends Span {
  readonly passage: Passage;
  readonly cites: Citation | null;
  /** Those of paragraphs once it is known whose they are. */
  mentions: readonly Making[];
}

/** All in the order of the text; left out is what a quoted text cites of its own references and paragraphs. */
function phrasesOf(view: MessageView): Phrase[] {
  const found: Phrase[] = [];
  const numbers = messageNumbers(view);
  if (numbers.length) {
    const byId = grouped(view.references, ({ id }) => id);
    for (const { id, passage, start, end } of numbers)
      found.push({
        passage,
        start,
        end,
        cites: null,
        mentions: [making('number', { start, end }, [id], byId.get(id))],
      });
  }
  const listed = new Listed(view.references);
  let next = 0;
  for (const each of citations(view)) {
    if (isQuoted(view, each.start)) continue;
    const { kind, passage, start, end } = each;
    while (next < numbers.length && numbers[next]!.start < start) next++;
    const mentions = kind === 'paragraph' ? NONE : cablesOf(each, listed, numbers[next]?.start);
    if (kind === 'paragraph') found.push({ passage, start, end, cites: each, mentions });
    else if (mentions.length) found.push({ passage, start, end: mentions.at(-1)!.end, cites: null, mentions });
  }
  return numbers.length ? found.sort((a, b) => a.start - b.start) : found;
}
const NONE: readonly never[] = [];

/** The entries of a REF block, in the ways in which a text names them; each found when it is first asked for. */
class Listed {
  constructor(readonly all: readonly Reference[]) {}
  /** The ids of all. */
  readonly ids = lazy(() => idsOf(this.all));
  readonly byLabel = lazy(() => grouped(this.all, ({ label }) => label));
}

/** Entries that one letter has, or one number; real ones have a few. */
const MOST = 50;

function grouped(
  references: readonly Reference[],
  keyOf: (each: Reference) => string | null,
): Map<string, Reference[]> {
  const found = new Map<string, Reference[]>();
  for (const each of references) {
    const key = keyOf(each);
    if (key === null) continue;
    const others = found.get(key);
    if (!others) found.set(key, [each]);
    else if (others.length < MOST) others.push(each);
  }
  return found;
}

/**
 * What `ref A`, `reftel`, `refs` mean: nothing where the REF block does not have it.
 * @param number where the next message number begins
 */
function cablesOf(cites: Citation, listed: Listed, number: number | undefined): Making[] {
  const { kind, word, passage, letters, start } = cites;
  if (!listed.all.length) return [];
  const found = letters.length ? lettersOf(cites, listed.byLabel()) : [];
  if (found.length || (letters.length && kind !== 'reftel')) return found;
  // `ref STATE 12345` says itself which it means.
  if (kind !== 'reftel' && number === inkAfter(passage, word.end)) return [];
  const end = word.text.endsWith('.') ? word.end - 1 : word.end;
  return [making('reftel', { start, end }, listed.ids(), listed.all)];
}

/** The letters that the REF block has: `refs A`, `B`; a range is one. */
function lettersOf({ letters, word, passage }: Citation, byLabel: ReadonlyMap<string, Reference[]>): Making[] {
  const found: Making[] = [];
  for (let i = 0; i < letters.length; i++) {
    const first = letters[i]!;
    const last = letters[i + 1]?.ends ? letters[++i]! : first;
    const entries: Reference[] = [];
    for (let code = codeOf(first); code <= codeOf(last); code++)
      for (const each of byLabel.get(String.fromCharCode(code)) ?? []) entries.push(each);
    if (!entries.length || !first.possible || !last.possible) continue;
    const start = first === letters[0] ? word.start : first.start;
    found.push(making('letter', { start, end: closed(passage, start, last.end) }, idsOf(entries), entries));
  }
  return found;
}
const codeOf = ({ text }: Letter): number => text.charCodeAt(0);

/** The end of some words with the bracket that closes one within them: `ref (B)`. */
function closed({ text, base }: Passage, start: number, end: number): number {
  const last = text[end - base];
  const opens = last === ')' ? '(' : last === ']' ? '[' : null;
  return opens && text.slice(start - base, end - base).includes(opens) ? end + 1 : end;
}

/** Where the next word begins behind `ref`, `ref:`, `ref (`. */
function inkAfter({ text, base, end }: Passage, from: number): number {
  let at = from;
  while (at < end && at < from + 400 && /[\s:(]/.test(text[at - base]!)) at++;
  return at;
}

/** What stands between a cable and its paragraphs: `ref B para 3`, `STATE 12345 (paras 3-5)`, `reftel, in para 2`. */
const AFTER_CABLE = /^(?:['’]s?)? ?[.,:;()\]]{0,3} ?\(?(?:(?:at|in|per|its|see|cf\.?) )?$/i;
/** `para 3 of ref B`, `paras 3-5 reftel`. */
const BEFORE_CABLE = /^[ ,(]{0,4}(?:(?:of|in|from|to|under|on|at) )?(?:(?:the|our|your|its|their) )?$/i;

/** The paragraphs that a phrase cites: of this cable, or of the one beside them; none where they are of another text. */
function paragraphsOf(
  view: MessageView,
  cites: Citation,
  before: Phrase | undefined,
  after: Phrase | undefined,
): Making[] {
  const own = !paragraphsOfOthers(view).has(cites);
  let cables: readonly Making[] = [];
  if (!own && before && isBetween(AFTER_CABLE, before, cites) && !before.cites) cables = before.mentions.slice(-1);
  // `ref A para 3 and para 4`
  else if (!own && before?.cites && isJoinedTo(before.cites, cites)) cables = before.mentions.slice(0, 1);
  else if (!own && after && isBetween(BEFORE_CABLE, cites, after) && !after.cites) cables = after.mentions;
  if (!own && !cables.length) return [];
  const [{ entries, ids } = NOTHING] = cables.length > 1 ? [union(cables)] : cables;
  const { numbers, passage, word } = cites;
  const found: Making[] = [];
  for (let i = 0; i < numbers.length; i++) {
    const first = numbers[i]!;
    const last = first.range === 'from' ? numbers[++i]! : first;
    const start = first === numbers[0] ? word.start : first.start;
    const end = closed(passage, start, last.end + last.letter.length);
    const paragraphs = { first: first.value, last: last.value, letter: last.letter };
    found.push({ ...making('paragraph', { start, end }, ids, entries), paragraphs, own });
  }
  if (!before?.cites) for (const each of cables) each.paragraphs = found[0]!.paragraphs;
  return found;
}

const NOTHING: Pick<Mention, 'entries' | 'ids'> = { entries: [], ids: [] };
const union = (all: readonly Mention[]): Pick<Mention, 'entries' | 'ids'> => ({
  entries: [...new Set(all.flatMap(({ entries }) => entries))],
  ids: [...new Set(all.flatMap(({ ids }) => ids))],
});

function isBetween(pattern: RegExp, one: Span, other: Phrase | Citation): boolean {
  const { passage, start } = other;
  const width = start - one.end;
  return (
    one.start >= passage.start &&
    width >= 0 &&
    width < 450 &&
    pattern.test(textBefore(passage, start, width).replace(/\s+/g, ' '))
  );
}

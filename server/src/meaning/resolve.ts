/**
 * The one place that decides what a word of a cable means. Asked in this order: the cable's own definitions, the user's glossary, the
 * place where the word stands, then the tables in the light of the cable's country and date. The first that answers leads; what the
 * others know follows as other meanings.
 */
import type { Token } from '../model/fields';
import type { MessageView } from '../model/view';
import { lastFrom } from '../text/sorted';
import { acronymMeanings } from './acronyms';
import { captionMeaning } from './captions';
import { countriesOf } from './countries';
import { type Definition, definitions } from './definitions';
import { type Glossary, glossaryEntries, NO_GLOSSARY } from './glossary';
import type { Meaning, Reading } from './meaning';
import { coinedMeaning } from './officers';
import { isOffice, namesOffice, officeMeanings } from './offices';
import { isFunctionWord, isLookalike, isShouted } from './ordinary';
import { tagMeaning } from './tags';
import { bare, isCapitals, isMixed, partsOf, spellings, wordAt } from './words';

/** Where a word stands, as far as that decides between meanings. */
export type Place = 'attention' | 'caption' | 'prose' | 'anywhere';

export interface Context {
  readonly view: MessageView;
  readonly glossary: Glossary;
  readonly place: Place;
}

/** A word of this cable's prose, without a user's glossary. */
export const proseOf = (view: MessageView, glossary: Glossary = NO_GLOSSARY): Context => ({
  view,
  glossary,
  place: 'prose',
});

/** Where in a message an offset lies, as far as it decides between meanings; null in what is no prose: numbers, codes, references. */
export function placeAt({ message }: MessageView, offset: number): Place | null {
  const field = lastFrom(message?.header?.fields ?? [], offset);
  if (!field || field.end <= offset) return 'prose';
  if (field.kind === 'attention') return 'attention';
  if (field.kind === 'caption') return 'caption';
  return field.kind === 'subject' || field.kind === 'handling-note' ? 'prose' : null;
}

/** What the word at an offset of the cable means; null where nothing is known, and for words that only look like acronyms. */
export function readAt(context: Context, offset: number): Reading | null {
  const word = wordAt(context.view.cable.clean, offset);
  return word && readWord(context, word, offset);
}

/** The same for a word already found. Of a compound the part at the offset is read when the whole is not known. */
export function readWord(context: Context, word: Token, offset: number = word.start): Reading | null {
  const whole = meaningsOf(context, word);
  if (whole.length) return { at: word, meanings: whole };
  const part = partsOf(word).find(({ start, end }) => start <= offset && offset <= end);
  const meanings = part ? meaningsOf(context, part) : [];
  return part && meanings.length ? { at: part, meanings } : null;
}

function meaningsOf(context: Context, word: Token): Meaning[] {
  const forms = spellings(word.text);
  // A definition or a glossary speaks for a word even among capitals, but not for `Moi`, a name.
  const shaped = isCapitals(bare(word.text)) || isMixed(word.text);
  const found = [
    ...(shaped ? forms.flatMap((form) => definedMeaning(context.view, form)) : []),
    ...forms.flatMap((form) => glossaryMeanings(context, form)),
    ...placeMeanings(context, forms),
    ...tableMeanings(context, word, forms),
  ];
  return distinct(found);
}

function placeMeanings({ place, view }: Context, forms: readonly string[]): Meaning[] {
  switch (place) {
    case 'attention':
      return officeMeanings(forms[0]!, view.year).map((each) => ({ ...each, evidence: 'place' as const }));
    case 'caption':
      return forms.flatMap((form) => captionMeaning(form, true));
    case 'anywhere':
      return forms.flatMap((form) => [
        ...officeMeanings(form, view.year),
        ...captionMeaning(form, true),
        ...tagMeaning(form, view.year),
      ]);
    default:
      return [];
  }
}

/** What the tables know, unless the word only looks like an acronym. */
function tableMeanings(context: Context, word: Token, forms: readonly string[]): Meaning[] {
  const { view, place } = context;
  const text = view.cable.clean;
  const plain = bare(word.text);
  const explicit = place === 'anywhere';
  const shouted = !explicit && isShouted(text, word.start, word.end);
  if (plain.length < 2 || (shouted && forms.some(isFunctionWord))) return [];
  if (plain.includes('/')) return compoundMeanings(context, plain);
  const known = forms.map((form) => acronymMeanings(view, form)).find((each) => each.length > 0) ?? [];
  if (shouted && forms.some(isLookalike)) return known.filter(({ evidence }) => evidence === 'country');
  if (!explicit && !isCapitals(plain) && !isMixed(plain)) {
    // `reftel`, `Poloff`, `Interpol`: words only where the table has them as words, or nobody else can.
    const words = known.filter(({ term }) => forms.includes(term) || (plain.length > 4 && !isLookalike(plain)));
    return words.length ? words : plain.length > 4 ? coined(forms) : [];
  }
  const office = isCapitals(plain) && namesOffice(text, word, plain) ? officeMeanings(plain, view.year) : [];
  const others = known.length || office.length ? [] : otherTables(view, plain, forms, shouted);
  return [...office, ...known, ...others];
}

/** A compound is an office or a row of the table; else its parts are read. */
function compoundMeanings({ view, place }: Context, symbol: string): Meaning[] {
  const known = acronymMeanings(view, symbol);
  if (known.length) return known;
  const offices = officeMeanings(symbol, view.year);
  if (offices.length === 0 || place !== 'prose' || isOffice(symbol)) return offices;
  // `UN/NATO` is two words, `EAP/XYZ` an office not in the table.
  const parts = symbol.split('/');
  return isCapitals(symbol) && !parts.slice(1).some((part) => acronymMeanings(view, part).length > 0) ? offices : [];
}

const coined = (forms: readonly string[]): Meaning[] => {
  const found = coinedMeaning(forms[0]!);
  return found ? [found] : [];
};

/** For what is no acronym: a coined word, a caption, a code of the TAGS line, a bureau. */
function otherTables(view: MessageView, plain: string, forms: readonly string[], shouted: boolean): Meaning[] {
  const word = coined(forms);
  if (word.length || !isCapitals(plain)) return word;
  const caption = captionMeaning(plain, false);
  if (caption.length) return caption;
  if (/^[A-Z]{4}$/.test(plain)) {
    const tag = tagMeaning(plain, view.year).filter(({ kind }) => !kind.startsWith('organization'));
    if (tag.length) return tag;
  }
  return plain.length > 2 && !shouted && !plain.includes('-') ? officeMeanings(plain, view.year) : [];
}

function definedMeaning(view: MessageView, form: string): Meaning[] {
  const defined = definitions(view.cable).get(form.toUpperCase());
  if (!defined) return [];
  const row = acronymMeanings(view, form).find(({ expansion }) => alike(expansion, defined.expansion));
  return [fromDefinition(view, defined, row)];
}

const fromDefinition = (
  view: MessageView,
  { acronym, expansion, at }: Definition,
  row: Meaning | undefined,
): Meaning => ({
  term: acronym,
  expansion,
  kind: row?.kind ?? '',
  note: row?.note ?? '',
  evidence: 'defined',
  because: `defined in this cable, line ${view.lineOf(at.start) + 1}`,
  source: row?.source ?? '',
  definedAt: at,
});

function glossaryMeanings({ view, glossary }: Context, form: string): Meaning[] {
  const codes = countriesOf(view).map(({ code }) => code);
  return glossaryEntries(glossary, form, view.year, codes).map(({ term, meaning, kind, note, origin }) => ({
    term,
    expansion: meaning,
    kind,
    note,
    evidence: 'glossary',
    because: `from ${origin}`,
    source: '',
    definedAt: null,
  }));
}

const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(?:the|of|for|and)\b /g, '')
    .trim();
/** Whether two expansions say the same, but for case, small words and a plural. */
const alike = (a: string, b: string): boolean => plainWords(a).replace(/s$/, '') === plainWords(b).replace(/s$/, '');

const distinct = (meanings: readonly Meaning[]): Meaning[] =>
  meanings.filter((each, at) => meanings.findIndex(({ expansion }) => alike(expansion, each.expansion)) === at);

/** Every acronym, office, TAGS code and caption that a cable uses, with its meaning there. */
import { type MessageView, viewOf } from '../model/view';
import type { Cable } from '../syntax/tree';
import type { Glossary } from './glossary';
import type { Meaning } from './meaning';
import { capitalWords, occurrences } from './occurrences';
import { placeAt, readWord } from './resolve';
import { tagMeaning } from './tags';

export interface UsedTerm {
  readonly term: string;
  readonly meaning: Meaning;
  readonly count: number;
  /** Offset of the first occurrence. */
  readonly first: number;
}

/** In the order of the alphabet; a plural counts with its singular. */
export function glossaryOf(cable: Cable, glossary: Glossary): UsedTerm[] {
  const found = new Map<string, UsedTerm>();
  const add = (used: UsedTerm) => {
    const known = found.get(used.term);
    // The meaning of the singular, where both forms occur; the first place of either.
    if (!known) found.set(used.term, used);
    else if (used.meaning.term === used.term) found.set(used.term, { ...used, first: known.first });
  };
  for (const message of cable.messages) {
    const view = viewOf(cable, message);
    for (const tag of view.tags) {
      const [meaning] = tag.kind === 'person' || tag.kind === 'unknown' ? [] : tagMeaning(tag.code, view.year);
      if (meaning) add({ term: tag.code, meaning, count: occurrences(cable, tag.code).length || 1, first: tag.start });
    }
  }
  for (const list of capitalWords(cable)) {
    const word = list.find(({ start }) => placeAt(viewAt(cable, start), start) !== null);
    if (!word) continue;
    const view = viewAt(cable, word.start);
    const reading = readWord({ view, glossary, place: placeAt(view, word.start)! }, word);
    if (!reading || reading.at !== word) continue;
    const term = singular(word.text, reading.meanings[0]!);
    add({ term, meaning: reading.meanings[0]!, count: occurrences(cable, term).length, first: word.start });
  }
  return [...found.values()].sort((a, b) => (a.term < b.term ? -1 : a.term > b.term ? 1 : 0));
}

/** An office above an unknown one is listed under the word itself. */
const singular = (word: string, { term, kind }: Meaning): string =>
  kind === 'office' ? word : term.replace(/(?<=[A-Z])s$/, '');

const viewAt = (cable: Cable, offset: number): MessageView =>
  viewOf(
    cable,
    cable.messages.find(({ start, end }) => start <= offset && offset < end),
  );

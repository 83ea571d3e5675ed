/** Definition, references and highlights of what stands for something: every occurrence of the word, and where the cable defines it. */
import type { DocumentHighlight, Location } from 'vscode-languageserver-types';
import { definitions } from '../meaning/definitions';
import type { Glossary } from '../meaning/glossary';
import { occurrences } from '../meaning/occurrences';
import { isShouted } from '../meaning/ordinary';
import { proseOf, readAt } from '../meaning/resolve';
import { bare, isCapitals, spellings, wordAt } from '../meaning/words';
import type { Token } from '../model/fields';
import type { Snapshot } from './snapshot';

/** The word at an offset that stands for something: one with a known meaning, or in capitals where the text around is not. */
export function acronymAt(snapshot: Snapshot, offset: number, glossary: Glossary): Token | null {
  const reading = readAt(proseOf(snapshot.viewAt(offset), glossary), offset);
  if (reading) return reading.at;
  const { cable } = snapshot;
  const word = wordAt(cable.clean, offset);
  const unknown =
    word && /^[A-Z][A-Z0-9/&-]+s?$/.test(bare(word.text)) && isCapitals(bare(word.text).replace(/s$/, ''));
  return unknown && !isShouted(cable.clean, word.start, word.end) ? word : null;
}

export function definition(snapshot: Snapshot, offset: number, glossary: Glossary): Location | null {
  const word = acronymAt(snapshot, offset, glossary);
  const found = word && definedBy(snapshot, word);
  return found ? { uri: snapshot.uri, range: snapshot.lines.range(found) } : null;
}

export function references(
  snapshot: Snapshot,
  offset: number,
  glossary: Glossary,
  includeDeclaration: boolean,
): Location[] {
  const word = acronymAt(snapshot, offset, glossary);
  if (!word) return [];
  const defined = definedBy(snapshot, word);
  return occurrences(snapshot.cable, word.text)
    .filter(({ start }) => includeDeclaration || start !== defined?.start)
    .map((at) => ({ uri: snapshot.uri, range: snapshot.lines.range(at) }));
}

export function documentHighlights(snapshot: Snapshot, offset: number, glossary: Glossary): DocumentHighlight[] {
  const word = acronymAt(snapshot, offset, glossary);
  return word ? occurrences(snapshot.cable, word.text).map((at) => ({ range: snapshot.lines.range(at) })) : [];
}

const definedBy = ({ cable }: Snapshot, word: Token) =>
  spellings(word.text)
    .map((form) => definitions(cable).get(form.toUpperCase()))
    .find((each) => each !== undefined)?.at ?? null;

/** Letters of references (FORMAT 3.8): in the REF block, and in the text that cites them. */
import { isQuoted } from '../../model/body';
import { type Citation, citations } from '../../model/citations';
import { mentions } from '../../model/mentions';
import { type MessageView, viewOf } from '../../model/view';
import { type Enumerator, enumerators } from '../../rules/facts/reference-letters';
import { parse } from '../../syntax/parse';
import type { Span } from '../../syntax/tree';
import { applyEdits, type Edit } from '../../text/edits';
import { CannotRename, type Target } from './target';

/** Null where no reference is cited at an offset, nor its letter written. Throws `CannotRename` where it has none. */
export function letterAt(view: MessageView, offset: number): Target | null {
  const listed = view.fields('ref').flatMap((field) => enumerators(view, field));
  const touches = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  for (const { letter, places } of listed) {
    const at = places.find(touches);
    if (at) return target(view, listed, at, letter);
  }
  const citing = ownCitations(view).find(touches);
  if (!citing) return null;
  const { letters, word } = citing;
  const letter = letters.find(touches) ?? (letters.length === 1 ? letters[0] : undefined);
  if (letter) return target(view, listed, { start: letter.start, end: letter.end }, letter.text);
  if (!view.references.length) throw new CannotRename('This cable has no references.');
  if (listed.length)
    throw new CannotRename(`“${word.text}” means several references: only the letter of one can be renamed.`);
  throw new CannotRename(
    view.references.length === 1
      ? 'The one reference of this cable has no letter.'
      : 'The references of this cable have no letters.',
  );
}

/** Those of references, in what the drafter wrote himself. */
const ownCitations = (view: MessageView): Citation[] =>
  citations(view).filter(({ kind, start }) => kind !== 'paragraph' && !isQuoted(view, start));

function target(view: MessageView, listed: readonly Enumerator[], at: Span, letter: string): Target {
  const own = listed.filter((each) => each.letter === letter);
  if (!own.length)
    throw new CannotRename(
      listed.length ? `There is no reference ${letter} in the REF block.` : 'The references have no letters.',
    );
  if (own.length > 1)
    throw new CannotRename(`Several references have the letter ${letter}, and nobody knows which of them is cited.`);
  return { at, name: letter, edits: (name) => edits(view, listed, own[0]!, name.toUpperCase()) };
}

function edits(view: MessageView, listed: readonly Enumerator[], { letter, places }: Enumerator, name: string): Edit[] {
  if (!/^[A-Z]$/.test(name)) throw new CannotRename('A reference is named by one letter, A to Z.');
  if (name === letter) return [];
  const other = listed.find((each) => each.letter === name);
  if (other)
    throw new CannotRename(`The reference in line ${view.lineOf(other.start) + 1} has the letter ${name} already.`);
  const cited = ownCitations(view).flatMap((citation) => {
    refuseRange(view, citation, letter, name);
    return citation.letters.filter(({ text, possible }) => possible && text === letter);
  });
  const found = [...places, ...cited].map(({ start, end }) => {
    const isSmall = view.text({ start, end }) !== letter;
    return { start, end, text: isSmall ? name.toLowerCase() : name };
  });
  if (!readsAsBefore(view, found)) throw new CannotRename(`As ${name} it would not be read as a reference everywhere.`);
  return found.sort((a, b) => a.start - b.start);
}

/** `refs A-D` would mean others than before, if either letter lies in it. */
function refuseRange(view: MessageView, { letters }: Citation, ...names: string[]): void {
  letters.forEach((last, i) => {
    const first = letters[i - 1];
    if (!first || !last.ends || !first.possible) return;
    const inside = names.find((name) => first.text <= name && name <= last.text);
    if (inside)
      throw new CannotRename(
        `Line ${view.lineOf(first.start) + 1} cites all from ${first.text} to ${last.text}: write their letters out first.`,
      );
  });
}

/** A letter is as long as another: every mention stands where it stood, and means what it meant. */
function readsAsBefore(view: MessageView, changes: readonly Edit[]): boolean {
  const { cable, message } = view;
  const after = parse(applyEdits(cable.text, changes));
  const there = after.messages[cable.messages.indexOf(message)];
  return there !== undefined && meaningOf(view) === meaningOf(viewOf(after, there));
}

const meaningOf = (view: MessageView): string =>
  JSON.stringify(
    mentions(view).map(({ kind, start, end, entries }) => [kind, start, end, entries.map((each) => each.start)]),
  );

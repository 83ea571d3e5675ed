/** Letters of references (FORMAT 3.8): in the REF block, and in the text that cites them. */
import * as l10n from '@vscode/l10n';
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
  if (!view.references.length) throw new CannotRename(l10n.t('This cable has no references.'));
  if (listed.length)
    throw new CannotRename(l10n.t('“{0}” means several references: only the letter of one can be renamed.', word.text));
  throw new CannotRename(
    view.references.length === 1
      ? l10n.t('The one reference of this cable has no letter.')
      : l10n.t('The references of this cable have no letters.'),
  );
}

/** Those of references, in what the drafter wrote himself. */
const ownCitations = (view: MessageView): Citation[] =>
  citations(view).filter(({ kind, start }) => kind !== 'paragraph' && !isQuoted(view, start));

function target(view: MessageView, listed: readonly Enumerator[], at: Span, letter: string): Target {
  const own = listed.filter((each) => each.letter === letter);
  if (!own.length)
    throw new CannotRename(
      listed.length
        ? l10n.t('There is no reference {0} in the REF block.', letter)
        : l10n.t('The references have no letters.'),
    );
  if (own.length > 1)
    throw new CannotRename(
      l10n.t('Several references have the letter {0}, and nobody knows which of them is cited.', letter),
    );
  return { at, name: letter, edits: (name) => edits(view, listed, own[0]!, name.toUpperCase()) };
}

function edits(view: MessageView, listed: readonly Enumerator[], { letter, places }: Enumerator, name: string): Edit[] {
  if (!/^[A-Z]$/.test(name)) throw new CannotRename(l10n.t('A reference is named by one letter, A to Z.'));
  if (name === letter) return [];
  const other = listed.find((each) => each.letter === name);
  if (other)
    throw new CannotRename(
      l10n.t('The reference in line {0} has the letter {1} already.', view.lineOf(other.start) + 1, name),
    );
  const cited = ownCitations(view).flatMap((citation) => {
    refuseRange(view, citation, letter, name);
    return citation.letters.filter(({ text, possible }) => possible && text === letter);
  });
  const found = [...places, ...cited].map(({ start, end }) => {
    const isSmall = view.text({ start, end }) !== letter;
    return { start, end, text: isSmall ? name.toLowerCase() : name };
  });
  if (!readsAsBefore(view, found))
    throw new CannotRename(l10n.t('As {0} it would not be read as a reference everywhere.', name));
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
        l10n.t(
          'Line {0} cites all from {1} to {2}: write their letters out first.',
          view.lineOf(first.start) + 1,
          first.text,
          last.text,
        ),
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

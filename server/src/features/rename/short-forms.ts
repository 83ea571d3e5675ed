/** Short forms: acronyms and the like, in the running text. */
import * as l10n from '@vscode/l10n';
import type { Glossary } from '../../meaning/glossary';
import type { Meaning } from '../../meaning/meaning';
import { occurrences } from '../../meaning/occurrences';
import { isLookalike } from '../../meaning/ordinary';
import { readings } from '../../meaning/readings';
import { placeAt } from '../../meaning/resolve';
import { bare } from '../../meaning/words';
import type { Token } from '../../model/fields';
import { mentions } from '../../model/mentions';
import type { MessageView } from '../../model/view';
import type { Span } from '../../syntax/tree';
import type { Edit } from '../../text/edits';
import { lastFrom } from '../../text/sorted';
import { acronymAt } from '../acronym';
import { viewsOf } from '../meant';
import type { Snapshot } from '../snapshot';
import { CannotRename, type Target } from './target';

/** Null where no short form stands. Throws `CannotRename` of one that has to stay as it is. */
export function shortFormAt(snapshot: Snapshot, offset: number, glossary: Glossary): Target | null {
  const word = acronymAt(snapshot, offset, glossary);
  if (!word || !/[A-Z].*[A-Z]/.test(word.text)) return null;
  const view = snapshot.viewAt(word.start);
  const { header, body } = view.message;
  if (![header, body].some((part) => part && part.start <= word.start && word.start < part.end)) return null;
  if (placeAt(view, word.start) !== 'prose')
    throw new CannotRename(l10n.t('Codes and captions of the header cannot be renamed.'));
  const words = new Words(snapshot, glossary);
  const meaning = words.meaningOf(word);
  const name = singular(word, meaning);
  const all = words.all(name, meaning);
  const at = all.find(({ start }) => start === word.start);
  if (!at) {
    // With points or blanks between its letters, or with entities.
    if (occurrences(snapshot.cable, name).some(({ start }) => start === word.start))
      throw new CannotRename(l10n.t('“{0}” cannot be renamed as it is written.', word.text));
    return null;
  }
  return { at, name, edits: (wanted) => edits(snapshot, words, name, all, wanted) };
}

const SHORT_FORM = /^[A-Z][A-Za-z0-9]*(?:[/&-][A-Za-z0-9]+)*$/;
const LONGEST = 15;

function edits(snapshot: Snapshot, words: Words, name: string, all: readonly Span[], wanted: string): Edit[] {
  if (!SHORT_FORM.test(wanted) || !/[A-Z].*[A-Z0-9]/.test(wanted) || wanted.length > LONGEST)
    throw new CannotRename(
      l10n.t(
        'A short form begins with a capital and has another capital or a digit, as IOM, G/TIP or AmCit; at most {0} characters.',
        LONGEST,
      ),
    );
  if (wanted === name) return [];
  const [other] = wanted.toUpperCase() === name.toUpperCase() ? [] : words.all(wanted, undefined);
  if (other)
    throw new CannotRename(
      l10n.t('{0} stands in line {1} already: both would be one.', wanted, snapshot.lines.lineAt(other.start) + 1),
    );
  return all
    .map(({ start, end }) => ({ start, end, text: wanted }))
    .filter(({ start, end, text }) => snapshot.text.slice(start, end) !== text);
}

/** The words of all messages of a file. */
class Words {
  readonly #views: readonly MessageView[];
  /** Meanings of the words that were read, by where they begin; null of a word that has the look of an acronym. */
  readonly #meanings = new Map<number, Meaning | null>();
  readonly #cited: readonly Span[];

  constructor(
    private readonly snapshot: Snapshot,
    glossary: Glossary,
  ) {
    this.#views = viewsOf(snapshot);
    for (const view of this.#views)
      for (const { start, meaning } of readings(view, glossary)) this.#meanings.set(start, meaning);
    this.#cited = this.#views.flatMap((view) => mentions(view)).filter(({ kind }) => kind !== 'paragraph');
  }

  /** Undefined of a word that is only a word, as far as one can tell. */
  meaningOf({ start }: Span): Meaning | null | undefined {
    return this.#meanings.get(start);
  }

  /**
   * Every place where a short form stands in running text, without what grammar added to it (`NGOs`, `MOI's`).
   * @param meaning what it stands for: a word of the same letters that stands for something else is another; undefined: for anything
   */
  all(name: string, meaning: Meaning | null | undefined): Span[] {
    const { cable, text } = this.snapshot;
    return occurrences(cable, name).flatMap((word): Span[] => {
      const its = this.meaningOf(word);
      if (meaning !== undefined && !this.#isSame(word, its, meaning)) return [];
      const { start } = word;
      const end = start + name.length;
      const isWritten = text.slice(start, end).toUpperCase() === name.toUpperCase();
      if (!isWritten || singular(word, its).length !== name.length) return [];
      const view = this.#views.find(({ message }) => message.start <= start && start < message.end);
      if (!view || placeAt(view, start) !== 'prose') return [];
      const cited = lastFrom(this.#cited, start);
      return cited && start < cited.end ? [] : [{ start, end }];
    });
  }

  /** A word of which nothing is known is the same, in a line of capitals too, unless it may be an ordinary word there. */
  #isSame({ text }: Token, its: Meaning | null | undefined, meaning: Meaning | null): boolean {
    if (meaning && its) return its.expansion === meaning.expansion || isPlural(its.term, meaning.term);
    if (meaning) return false;
    return its === null || (its === undefined && !isLookalike(text));
  }
}

/** Without the s of a plural: `NGOs`, and `NGOS` where that is known to be one. */
function singular({ text }: Token, meaning: Meaning | null | undefined): string {
  const plain = bare(text);
  if (/[A-Z0-9]s$/.test(plain)) return plain.slice(0, -1);
  const single = plain.slice(0, -1);
  return /[A-Z]S$/.test(plain) && meaning?.term.toUpperCase() === single.toUpperCase() ? single : plain;
}

/** Of two terms of the tables one may be the plural of the other. */
const isPlural = (a: string, b: string): boolean => a === `${b}s` || b === `${a}s`;

/** Where one arrives from a place in a cable: at other cables of the library, at a paragraph, at the words that define an acronym. */
import type { Location, LocationLink, Range } from 'vscode-languageserver-types';
import type { Entry } from '../library/view';
import type { Glossary } from '../meaning/glossary';
import { paragraphOf } from '../model/paragraph';
import type { Paragraph, Span } from '../syntax/tree';
import * as acronym from './acronym';
import { inkOf, paragraphsIn } from './arrival';
import type { LibraryContext } from './library-context';
import { rangeOf } from './library-tree';
import { type Meant, type Mentioned, meantAt } from './meant';
import type { Snapshot } from './snapshot';

interface Target {
  readonly uri: string;
  /** What is shown. */
  readonly range: Range;
  /** Where the cursor goes. */
  readonly selection: Range;
}

/**
 * The copies of a cable that is cited, the best first, at the paragraph that is named; where the library has none, the item of the REF
 * block. A number of the cable itself, or of a paragraph, leads to itself, from where an editor shows the references.
 * @param links whether the client takes links, which tell the words that lead away.
 */
export function definition(
  snapshot: Snapshot,
  offset: number,
  glossary: Glossary,
  context: LibraryContext,
  links: boolean,
): Location | Location[] | LocationLink[] | null {
  const meant = meantAt(snapshot, offset);
  const targets = meant ? targetsOf(snapshot, meant, context) : [];
  if (!meant || targets.length === 0) return acronym.definition(snapshot, offset, glossary);
  if (!links) return targets.map(({ uri, selection }) => ({ uri, range: selection }));
  const originSelectionRange = snapshot.lines.range(meant.at);
  return targets.map(({ uri, range, selection }) => ({
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: selection,
    originSelectionRange,
  }));
}

function targetsOf(snapshot: Snapshot, meant: Meant, context: LibraryContext): Target[] {
  switch (meant.kind) {
    case 'mention':
      return mentioned(snapshot, meant, context);
    case 'paragraph':
      return [paragraphTarget(snapshot, meant.paragraph)];
    case 'self': {
      const here = context.address(snapshot.uri);
      const others = context.library?.find(meant.id).filter(({ uri }) => uri !== here) ?? [];
      return [spanTarget(snapshot, meant.at), ...others.map(entryTarget)];
    }
  }
}

function mentioned(snapshot: Snapshot, { mention, view }: Mentioned, context: LibraryContext): Target[] {
  const { paragraphs, own, ids, entries, kind } = mention;
  if (own) {
    const paragraph = paragraphs && paragraphOf(view, paragraphs.first, paragraphs.letter);
    return paragraph ? [paragraphTarget(snapshot, paragraph)] : [];
  }
  const copies = ids.flatMap((id) => context.library?.find(id) ?? []);
  const inside = paragraphs ? paragraphsIn(copies, paragraphs, context) : [];
  if (inside.length) return inside.map((each) => paragraphTarget(each.snapshot, each.paragraph));
  if (copies.length) return copies.map(entryTarget);
  return kind === 'entry' ? [] : entries.map((each) => spanTarget(snapshot, each));
}

function entryTarget({ uri, at }: Entry): Target {
  const range = rangeOf(at);
  return { uri, range, selection: range };
}

function spanTarget({ uri, lines }: Snapshot, { start, end }: Span): Target {
  const range = lines.range({ start, end });
  return { uri, range, selection: range };
}

function paragraphTarget({ uri, lines }: Snapshot, paragraph: Paragraph): Target {
  const whole = inkOf(paragraph);
  const number = paragraph.number ?? { start: whole.start, end: whole.start };
  return { uri, range: lines.range(whole), selection: lines.range(number) };
}

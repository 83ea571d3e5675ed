/** Links on items of the REF block and on message numbers. */
import type { DocumentLink } from 'vscode-languageserver-types';
import { mentions } from '../model/mentions';
import { nameOf } from './cable-names';
import type { LibraryContext } from './library-context';
import { viewsOf } from './meant';
import type { Snapshot } from './snapshot';

/** One for each that the library has, to the best of its copies; to this document itself none. Only map look-ups: no file is read. */
export function documentLinks(snapshot: Snapshot, { library, address }: LibraryContext): DocumentLink[] {
  if (!library) return [];
  const here = address(snapshot.uri);
  return viewsOf(snapshot).flatMap((view) =>
    mentions(view).flatMap(({ kind, ids, start, end }): DocumentLink[] => {
      const best = (kind === 'entry' || kind === 'number') && ids[0] ? library.find(ids[0])[0] : undefined;
      if (!best || best.uri === here) return [];
      return [
        {
          range: snapshot.lines.range({ start, end }),
          target: `${best.uri}#L${best.at.line + 1}`,
          tooltip: plain(nameOf(best)),
        },
      ];
    }),
  );
}

/** An editor may put a tooltip into Markdown that it trusts (VS Code does, as the words of a link): what could end or begin a link goes. */
const plain = (text: string): string =>
  text
    .replace(/[\\[\]<>`*_|~]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Above the number of a cable: how many cables cite it, and how many it cites. */
import type { CodeLens } from 'vscode-languageserver-types';
import { mentions } from '../model/mentions';
import { ownNumbers } from '../model/own-number';
import type { MessageView } from '../model/view';
import { counted } from './cable-names';
import type { LibraryContext } from './library-context';
import { viewsOf } from './meant';
import type { Snapshot } from './snapshot';

/** The client's command that shows who cites the cable at a place: of an address and a position. */
export const SHOW_CITING = 'cable.showCiting';

/**
 * One for each message that has a number. Empty where there is no library.
 * @param showsReferences whether the client has the command.
 */
export function codeLenses(
  snapshot: Snapshot,
  { library, building }: LibraryContext,
  showsReferences: boolean,
): CodeLens[] {
  if (!library) return [];
  return viewsOf(snapshot).flatMap((view): CodeLens[] => {
    const [number] = ownNumbers(view);
    const id = view.reference?.id;
    if (!number || !id) return [];
    const times = library.timesCited(id);
    const cited = times ? `cited by ${counted(times, 'cable')}` : 'cited by no cable';
    const cites = citedBy(view, id);
    // Until all files are read nobody knows.
    const missing = building ? 0 : cites.filter((each) => library.find(each).length === 0).length;
    const title = `${cited}${building ? ' so far' : ''}, cites ${cites.length || 'none'}${missing ? ` (${missing} not here)` : ''}`;
    const range = snapshot.lines.range(number);
    const shows = showsReferences && times > 0;
    return [
      {
        range,
        command: shows
          ? { title, command: SHOW_CITING, arguments: [snapshot.uri, range.start] }
          : { title, command: '' },
      },
    ];
  });
}

/** The cables that a message cites, each once, itself not. */
const citedBy = (view: MessageView, own: string): string[] =>
  [...new Set(mentions(view).flatMap(({ ids }) => ids))].filter((id) => id !== own);

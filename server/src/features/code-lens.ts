/** Above the number of a cable: how many cables cite it, and how many it cites. */
import * as l10n from '@vscode/l10n';
import type { CodeLens } from 'vscode-languageserver-types';
import { mentions } from '../model/mentions';
import { ownNumbers } from '../model/own-number';
import type { MessageView } from '../model/view';
import type { LibraryContext } from './library-context';
import { viewsOf } from './meant';
import type { Snapshot } from './snapshot';

/** The commands that show who cites the cable at a place, given its address and the position: our own client's, and the server's. */
export const SHOW_CITING = { client: 'cable.showCiting', server: 'cable.server.showCiting' } as const;

/**
 * One for each message that has a number. Empty where there is no library.
 * @param showsReferences whether the client has a command for it.
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
    const cites = citedBy(view, id);
    // Until all files are read nobody knows.
    const missing = building ? 0 : cites.filter((each) => library.find(each).length === 0).length;
    const title = `${wordsOfCited(times, building)}, ${wordsOfCites(cites.length, missing)}`;
    const range = snapshot.lines.range(number);
    const command = SHOW_CITING[showsReferences ? 'client' : 'server'];
    return [
      {
        range,
        // Without a command it is text.
        command: times > 0 ? { title, command, arguments: [snapshot.uri, range.start] } : { title, command: '' },
      },
    ];
  });
}

function wordsOfCited(times: number, building: boolean): string {
  const cited =
    times === 0
      ? l10n.t('cited by no cable')
      : times === 1
        ? l10n.t('cited by 1 cable')
        : l10n.t('cited by {0} cables', times);
  return building ? l10n.t('{0} so far', cited) : cited;
}

function wordsOfCites(count: number, missing: number): string {
  if (count === 0) return l10n.t('cites none');
  return missing ? l10n.t('cites {0} ({1} not here)', count, missing) : l10n.t('cites {0}', count);
}

/** The cables that a message cites, each once, itself not. */
const citedBy = (view: MessageView, own: string): string[] =>
  [...new Set(mentions(view).flatMap(({ ids }) => ids))].filter((id) => id !== own);

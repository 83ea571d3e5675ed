/** What our own client asks of the library, for its views and pictures. */
import type { Connection } from 'vscode-languageserver';
import { citations, copiesOf, entryAt } from '../features/citations-tree';
import { libraryCables, libraryGroups, rangeOf } from '../features/library-tree';
import { referenceGraph } from '../features/reference-graph';
import type { Entry } from '../library/view';
import { type Answer, answering, commandOf } from './answering';
import type { Commands } from './commands';
import type { LibraryStore } from './library-store';
import type { LibraryState, Requests, Which } from './requests';

export function libraryRequests(connection: Connection, commands: Commands, store: LibraryStore, answer: Answer): void {
  const on = answering(connection, commands, answer);
  const start = (which: Which): Entry | string | null =>
    'id' in which ? which.id : entryAt(store.all, store.address(which.uri), which.line);

  on('cable/library/groups', { groups: [], size: 0, found: 0, problems: [] }, ({ by, ...listed }) =>
    libraryGroups(store.all, by, listed),
  );
  on('cable/library/cables', { cables: [], total: 0 }, ({ offset, limit, ...listed }) =>
    libraryCables(store.all, listed, offset, limit),
  );
  on('cable/library/citations', null, (which) => {
    const entry = start(which);
    return entry === null ? null : citations(store.all, entry);
  });
  on('cable/library/graph', null, ({ which, depth, limit }) => {
    const entry = start(which);
    return entry === null ? null : referenceGraph(store.all, entry, depth, limit);
  });
  on('cable/library/find', null, ({ id }) => {
    const [best] = store.all.find(id);
    return best ? { uri: best.uri, range: rangeOf(best.at) } : null;
  });
  on('cable/library/copies', [], ({ uri }) => {
    const here = store.address(uri);
    const copies = store.all.of(here).flatMap((entry) => copiesOf(store.all, entry));
    return [...new Set(copies.map((copy) => copy.uri))].filter((each) => each !== here);
  });
  const state = async ({ settled }: Requests['cable/libraryState']['params']): Promise<LibraryState> => {
    if (settled) await store.settled();
    return answer('cable/libraryState', store.state, () => store.state);
  };
  connection.onRequest('cable/libraryState', state);
  commands.add(commandOf('cable/libraryState'), ({ given: [params] }) => state(params ?? {}));
}

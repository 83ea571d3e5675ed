/** What the lens above a cable does in editors that have no command of ours: the user chooses among the places that cite it. */
import { type Connection, type Location, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { beginning, fileOf, nameOf } from '../features/cable-names';
import type { Client } from './client';
import type { LibraryStore } from './library-store';

export interface CitingHost {
  readonly connection: Connection;
  readonly client: Client;
  readonly library: LibraryStore;
}

/** More do not fit under a message. */
const MOST = 12;
const WIDTH = 60;

/** Opens the place that is chosen; tells them all where the editor cannot open one, or cannot ask. */
export async function showCiting(
  { connection, client, library }: CitingHost,
  places: readonly Location[],
): Promise<void> {
  const all = places.map(({ uri, range }) => {
    const entry = library.all.of(library.address(uri)).findLast(({ at }) => at.line <= range.start.line);
    const name = beginning((entry && nameOf(entry)) || fileOf(uri), WIDTH);
    return { uri, range, title: `${name} (${fileOf(uri)}:${range.start.line + 1})` };
  });
  const shown = all.slice(0, MOST);
  if (client.showsDocuments && shown.length) {
    const message = `Cited in ${all.length === 1 ? '1 place' : `${all.length} places`}`;
    try {
      const actions = shown.map(({ title }) => ({ title }));
      const chosen = await connection.window.showInformationMessage(message, ...actions);
      const place = chosen && shown.find(({ title }) => title === chosen.title);
      if (place) await connection.window.showDocument({ uri: place.uri, selection: place.range, takeFocus: true });
      return;
    } catch {
      // It has no way to ask: it is told.
    }
  }
  const message = all.map(({ title }) => title).join('\n') || 'Cited nowhere';
  await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
}

/** Who is told that the library has changed: neither at once nor for every file. */
import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';
import type { Client } from './client';
import type { LibraryStore } from './library-store';
import { LIBRARY_CHANGED, type LibraryChanged } from './requests';

export interface ToldHost {
  readonly connection: Connection;
  readonly client: () => Client;
  readonly store: () => LibraryStore;
  readonly renewLinks: () => void;
  /** What rests on a whole library has to be found anew. */
  readonly stale: () => void;
  readonly failed: (what: string, error: unknown) => void;
}

/** Milliseconds from one telling to the next. */
const VIEW = 400;
const LENSES = 1000;

/** The function to call when the library or its state may be another. */
export function libraryTold({ connection, client, store, renewLinks, stale, failed }: ToldHost): () => void {
  const view = onlyNews(
    VIEW,
    (): LibraryChanged => ({ state: store().state, revision: store().revision }),
    (news) => {
      if (client().showsLibrary) void connection.sendNotification(LIBRARY_CHANGED, news);
    },
  );
  const answers = onlyNews(
    LENSES,
    () => [store().revision, store().building, store().whole],
    () => {
      if (client().refreshesLenses)
        connection.sendRequest(CodeLensRefreshRequest.type).catch((error: unknown) => failed('refresh', error));
      stale();
    },
  );
  const links = onlyNews(
    LENSES,
    // While it grows they would come and go.
    () => store().whole && store().revision,
    (news) => {
      if (news !== false && client().registersLinks) renewLinks();
    },
  );
  return () => {
    view();
    answers();
    links();
  };
}

/** Looks after `pace` milliseconds, and tells what is not as it was told before. */
function onlyNews<T>(pace: number, look: () => T, tell: (news: T) => void): () => void {
  let timer: NodeJS.Timeout | null = null;
  let last = '';
  return () => {
    if (timer) return;
    timer = setTimeout(() => {
      timer = null;
      const news = look();
      const text = JSON.stringify(news);
      if (text !== last) tell(news);
      last = text;
    }, pace);
  };
}

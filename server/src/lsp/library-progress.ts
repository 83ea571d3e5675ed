/** How far the reading of the library has come, for who looks on. */
import * as l10n from '@vscode/l10n';
import type { Connection, WorkDoneProgressReporter, WorkDoneProgressServerReporter } from 'vscode-languageserver';

export interface LibraryProgress {
  told(done: number, total: number, isAll: boolean): void;
  end(): void;
}

/** Fewer files than this are read sooner than one has seen that they are. */
const MANY = 1000;
/** Milliseconds from one report to the next. */
const PACE = 100;

/**
 * @param asked the place that the client has given; null: one of our own, where it can show one.
 * @param stop is called when the user has had enough.
 */
export function libraryProgress(
  connection: Connection,
  asked: WorkDoneProgressReporter | null,
  canShow: boolean,
  stop: () => void,
): LibraryProgress {
  let state: 'none' | 'asked for' | 'shown' | 'over' = 'none';
  let reporter: WorkDoneProgressReporter | null = null;
  let last = 0;
  const isOver = (): boolean => state === 'over';
  const begin = (own: WorkDoneProgressReporter): void => {
    reporter = own;
    state = 'shown';
    reporter.begin(l10n.t('Reading the library of cables'), 0, undefined, true);
  };
  const create = async (): Promise<void> => {
    state = 'asked for';
    // A client that can show progress may still refuse to.
    const own: WorkDoneProgressServerReporter | null = await connection.window
      .createWorkDoneProgress()
      .catch(() => null);
    if (!own || isOver()) return;
    begin(own);
    own.token.onCancellationRequested(stop);
  };
  if (asked) begin(asked);
  return {
    told: (done, total, isAll) => {
      if (state === 'none' && canShow && total >= MANY) void create();
      if (state !== 'shown' || Date.now() - last < PACE) return;
      last = Date.now();
      // Until all files are found, nobody knows how large a part this is.
      const message = isAll ? l10n.t('{0} of {1}', done, total) : l10n.t('{0} of {1} so far', done, total);
      if (isAll) reporter?.report(Math.floor((100 * done) / total), message);
      else reporter?.report(message);
    },
    end: () => {
      state = 'over';
      reporter?.done();
    },
  };
}

/** Checking every cable below the workspace folders: a command, not a standing request. */
import * as l10n from '@vscode/l10n';
import type {
  CancellationToken,
  Connection,
  Diagnostic,
  WorkDoneProgressReporter,
  WorkDoneProgressServerReporter,
} from 'vscode-languageserver';
import type { FileResult, Range, Row } from '../batch/result';
import { ruleByName } from '../config/names';
import { SEVERITIES, TAGS } from '../features/diagnostics';
import type { Client } from './client';
import type { ConfigStore } from './config-store';
import { fitDiagnostic } from './fitting';
import type { Host } from './host';

export interface WorkspaceResult {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly cancelled: boolean;
}

/** More findings than this are not shown: an editor's list of problems is no place for them. */
const MOST = 10_000;
export interface WorkspaceCheck {
  /** Checks all, or goes on as it was when it is running already. `asked`: where the client wants to be told of progress. */
  run(
    folders: readonly string[],
    asked: WorkDoneProgressReporter | null,
    token: CancellationToken,
  ): Promise<WorkspaceResult>;
  /** A document is open: its diagnostics come from its own text now. */
  opened(uri: string): void;
  /** A file has changed or is gone: what was found in it is no longer true. */
  changed(uri: string): void;
}

export function workspaceCheck(
  connection: Connection,
  { files, check: checkFolders }: Host,
  client: () => Client,
  config: ConfigStore,
  docs: () => string | null,
  openPaths: () => ReadonlySet<string>,
): WorkspaceCheck {
  /** Paths of the files whose findings are shown: clients write the same address in several ways. */
  const shown = new Set<string>();
  let running: Promise<WorkspaceResult> | null = null;

  const clear = (path: string | null): void => {
    if (path !== null && shown.delete(path))
      void connection.sendDiagnostics({ uri: files.uriOf(path), diagnostics: [] });
  };
  /** A client that can show progress may still refuse to. */
  const ownProgress = (): Promise<WorkDoneProgressServerReporter | null> =>
    client().progress ? connection.window.createWorkDoneProgress().catch(() => null) : Promise.resolve(null);

  async function check(
    folders: readonly string[],
    asked: WorkDoneProgressReporter | null,
    token: CancellationToken,
  ): Promise<WorkspaceResult> {
    const abort = new AbortController();
    const stop = (): void => abort.abort();
    token.onCancellationRequested(stop);
    const own = asked ? null : await ownProgress();
    own?.token.onCancellationRequested(stop);
    const progress = asked ?? own;
    progress?.begin(l10n.t('Checking cables'), 0, undefined, true);
    const counts = { files: 0, error: 0, warning: 0, information: 0, hint: 0 };
    try {
      const { total, results: found } = await checkFolders(folders, config.options(), abort.signal);
      const stale = new Set(shown);
      let [done, told] = [0, 0];
      for await (const results of found) {
        if (abort.signal.aborted) break;
        for (const result of results) {
          done++;
          if (!result) continue;
          if (result.trouble) connection.console.warn(result.trouble);
          if (!result.read) continue;
          counts.files++;
          for (const { severity } of result.rows) counts[severity]++;
          stale.delete(show(result));
        }
        const percent = Math.floor((100 * done) / total);
        if (percent > told) progress?.report(percent, l10n.t('{0} of {1}', done, total));
        told = Math.max(told, percent);
      }
      if (!abort.signal.aborted) stale.forEach(clear);
    } finally {
      progress?.done();
    }
    const { files, error: errors, warning: warnings, information } = counts;
    return { files, errors, warnings, information, cancelled: abort.signal.aborted };
  }

  let findings = 0;
  /** Shows what was found in a file; an open one shows it by itself. Hints are in no editor's list. */
  function show({ name: path, rows }: FileResult): string {
    const uri = files.uriOf(path);
    const listed = rows.filter(({ severity }) => severity !== 'hint');
    if (openPaths().has(path)) return path;
    if (listed.length === 0 || findings >= MOST) clear(path);
    else {
      findings += listed.length;
      shown.add(path);
      void connection.sendDiagnostics({
        uri,
        diagnostics: listed.map((row) => fitDiagnostic(diagnosticOf(row, uri, docs()), client())),
      });
    }
    return path;
  }

  return {
    run: (folders, asked, token) => {
      if (running) return running;
      findings = 0;
      running = check(folders, asked, token).finally(() => {
        running = null;
      });
      return running;
    },
    opened: (uri) => clear(files.pathOf(uri)),
    changed: (uri) => clear(files.pathOf(uri)),
  };
}

const rangeOf = ({ start, end }: Range) => ({
  start: { line: start.line - 1, character: start.column - 1 },
  end: { line: end.line - 1, character: end.column - 1 },
});

function diagnosticOf({ rule, severity, message, range, related }: Row, uri: string, docs: string | null): Diagnostic {
  const tag = ruleByName(rule)?.tag;
  return {
    source: 'cable',
    code: rule,
    ...(docs && { codeDescription: { href: `${docs}${rule}.md` } }),
    severity: SEVERITIES[severity],
    message,
    range: rangeOf(range),
    ...(tag && { tags: [TAGS[tag]] }),
    ...(related && {
      relatedInformation: [{ location: { uri, range: rangeOf(related.range) }, message: related.message }],
    }),
  };
}

/** The extension, wherever its server runs. */
import { commands, type ExtensionContext, l10n, type TextDocument, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient, DocumentFilter, LanguageClientOptions } from 'vscode-languageclient';
import { TRUSTED } from '../../server/src/lsp/requests';
import { registerCableCommands } from './cable-items';
import { registerCitationsView } from './citations-view';
import { registerCompare } from './compare';
import { detectCable } from './detect';
import { registerExport } from './export';
import { followHeadings } from './follow-headings';
import { registerGlossary } from './glossary';
import { LibraryClient } from './library';
import { registerLibraryView } from './library-view';
import { registerNewCable } from './new-cable';
import { offerRenumbering } from './offer-renumbering';
import { registerReadingView } from './reading-view';
import { registerReferenceGraph } from './reference-graph';
import { registerRewriteCommands } from './rewrite-commands';
import { registerShowCiting } from './show-citing';
import { registerStatus } from './status';
import { registerWorkspaceCheck } from './workspace-check';

/** A server that dies this often within a few minutes stays down until the reader restarts it. */
const RESTARTS = 4;
const WITHIN = 3 * 60 * 1000;

/** What is otherwise in a browser than on a desktop. */
export interface Server {
  /** The client of a server that starts with it. */
  make(options: LanguageClientOptions): BaseLanguageClient | Promise<BaseLanguageClient>;
  /** Configurations that the server can read. */
  readonly configurations: DocumentFilter;
  /** What only such a server has to be told. */
  readonly told?: object;
}

let client: BaseLanguageClient | undefined;

export async function run(context: ExtensionContext, server: Server): Promise<void> {
  const output = window.createOutputChannel('Diplomatic Cables', { log: true });
  context.subscriptions.push(output);
  const crashes: number[] = [];
  let starting: Promise<void> | undefined;
  const options: Omit<LanguageClientOptions, 'errorHandler'> = {
    // The configuration of the checker is checked too, as it is typed.
    documentSelector: [{ language: 'cable' }, server.configurations],
    outputChannel: output,
    // Asked for at each start: by then the folders may be trusted.
    initializationOptions: () => ({
      trusted: workspace.isTrusted,
      // So that the first answers go by them; the server asks for them too, and then nothing has changed. A copy: VS Code's own object cannot
      // be sent to a worker.
      cable: JSON.parse(JSON.stringify(workspace.getConfiguration().get('cable') ?? null)) as object | null,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      docs: Uri.joinPath(context.extensionUri, 'docs', 'rules').toString(),
      addToGlossary: true,
      knowsSchemas: true,
      showsReferences: true,
      showsLibrary: true,
      ownTokens: true,
      followsHeadings: true,
      // The server's own words in the language of the editor; undefined in English.
      l10n: l10n.bundle,
      ...server.told,
    }),
  };
  const tellTrouble = async (message: string): Promise<void> => {
    const [restart, log] = [l10n.t('Restart'), l10n.t('Show Log')];
    const answer = await window.showErrorMessage(message, restart, log);
    if (answer === restart) await commands.executeCommand('cable.restartServer');
    else if (answer === log) output.show();
  };
  const begin = async (): Promise<void> => {
    try {
      // Most of the extension's code is the client's: a window without cables does not load it.
      const { CloseAction, ErrorAction } = await import('vscode-languageclient');
      client = await server.make({
        ...options,
        errorHandler: {
          error: () => ({ action: ErrorAction.Continue }),
          closed: () => {
            const now = Date.now();
            crashes.push(now);
            if (crashes.filter((at) => now - at < WITHIN).length < RESTARTS) return { action: CloseAction.Restart };
            void tellTrouble(l10n.t('The cable language server stopped several times in a row.'));
            return { action: CloseAction.DoNotRestart, handled: true };
          },
        },
      });
      library.listen(client);
      await client.start();
    } catch (error) {
      output.error(error instanceof Error ? error : String(error));
      void tellTrouble(l10n.t('The cable language server did not start.'));
    }
  };
  const start = (): Promise<void> => {
    starting = begin();
    return starting;
  };
  const running = async (): Promise<BaseLanguageClient | undefined> => {
    await (starting ?? start());
    return client;
  };
  const library = new LibraryClient(running);
  context.subscriptions.push(
    library,
    commands.registerCommand('cable.restartServer', async () => {
      crashes.length = 0;
      try {
        await client?.dispose();
      } catch {
        // A server that is already gone cannot be stopped: the new one is what counts.
      }
      await start();
    }),
    commands.registerCommand('cable.showLog', () => output.show()),
    ...registerGlossary(() => client),
    registerWorkspaceCheck(running),
    ...registerCableCommands(),
    ...registerLibraryView(library, context.workspaceState),
    ...registerCitationsView(library),
    ...registerReferenceGraph(context, library),
    registerShowCiting(),
    ...registerReadingView(context, library),
    ...registerCompare(library),
    registerExport(library),
    registerNewCable(running),
    ...registerRewriteCommands(),
    followHeadings(),
    offerRenumbering(),
    ...registerStatus(library),
  );
  // Any plain text wakes the extension, as it may be a cable; only a cable starts the server.
  const opened = async (document: TextDocument): Promise<void> => {
    if (document.languageId === 'cable' && !starting) await start();
    else await detectCable(document);
  };
  // A change of language is told as closed and opened again.
  context.subscriptions.push(
    workspace.onDidOpenTextDocument(opened),
    workspace.onDidGrantWorkspaceTrust(() => void client?.sendNotification(TRUSTED)),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const pasted = contentChanges.some(({ range, text }) => range.start.line === 0 && text.trim().includes('\n'));
      if (pasted) void detectCable(document);
    }),
  );
  await Promise.all(workspace.textDocuments.map(opened));
}

/** Ends the server. */
export const stop = (): Promise<void> | undefined => client?.dispose();

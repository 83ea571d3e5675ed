/** Wiring only: each request takes a snapshot and calls one pure feature. */
import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  ErrorCodes,
  type InitializeParams,
  ResponseError,
  TextDocumentSyncKind,
  WatchKind,
} from 'vscode-languageserver';
import { findingsFor } from '../config/findings';
import { type CheckContext, diagnostics } from '../features/diagnostics';
import { glossaryPage } from '../features/glossary-page';
import { shelfOf } from '../features/library-context';
import type { Snapshot } from '../features/snapshot';
import { GLOSSARY_FILE } from '../meaning/glossary';
import { asksShelf } from '../rules/check';
import type { Rule, Shelf } from '../rules/rule';
import { answering } from './answering';
import { calm } from './calm';
import { type Client, foldersOf, readClient } from './client';
import { commandTable } from './commands';
import { configStore, isConfig } from './config-store';
import { diagnosing } from './diagnosing';
import { editing, editingCapabilities } from './editing';
import { fitDiagnostic } from './fitting';
import { glossaryStore } from './glossary-store';
import type { Host } from './host';
import { answeringInSteps } from './in-steps';
import { speak } from './language';
import { libraryRequests } from './library-requests';
import { libraryStore } from './library-store';
import { libraryTold } from './library-told';
import { linkRenewal } from './link-renewal';
import { navigation } from './navigation';
import { openDocuments } from './open-documents';
import { pages } from './pages';
import { reading, readingCapabilities } from './reading';
import { TRUSTED } from './requests';
import { resultIds } from './result-ids';
import { type Settings, settingsIn } from './settings';
import { workspaceCheck } from './workspace-check';
import { writing, writingCapabilities } from './writing';

/** The commands by which any client checks the whole workspace, and has its library read again. */
const CHECK_WORKSPACE = 'cable.server.checkWorkspace';
const READ_LIBRARY = 'cable.server.readLibrary';
/** Configurations, and others that they extend. */
const CONFIG_GLOB = '**/*.cablerc.json';

export function startServer(connection: Connection, host: Host): void {
  const { files } = host;
  const open = openDocuments();
  const { documents } = open;
  let client: Client = readClient({ capabilities: {}, processId: null, rootUri: null });
  let folders: string[] = [];
  /** Whether what lies in the folders may configure anything: our own client says where it may not. */
  let trusted = true;
  /** Whether cables say who cites them. */
  let lenses = true;
  /** What was said of the settings at the start: it holds where the client has no others. */
  let initial: Settings = {};
  const glossary = glossaryStore(
    files,
    (problem) => connection.console.warn(problem),
    () => client.watchesFiles,
  );
  const config = configStore(
    files,
    (path) =>
      documents
        .all()
        .find(({ uri }) => isConfig(uri) && files.pathOf(uri) === path)
        ?.getText() ?? null,
    () => client.watchesFiles,
    (problem) => connection.console.warn(problem),
  );
  const docs = (): string | null => client.docs ?? host.docs;

  const latest = (uri: string): Snapshot | null => (isConfig(uri) ? null : open.latest(uri));
  const failed = (name: string, error: unknown): void =>
    connection.console.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const rest = calm();
  const library = libraryStore({
    connection,
    host,
    documents,
    client: () => client,
    latest,
    watch: () => watchEverything(),
    told: libraryTold({
      connection,
      client: () => client,
      store: () => library,
      renewLinks: linkRenewal(connection, failed),
      stale: () => {
        reader.refresh();
        if (documents.all().some(({ uri }) => asksShelf(config.settings(uri).severities))) diagnose.refresh();
      },
      failed,
    }),
    calm: rest.come,
    failed,
  });
  /** The library, for the rules that ask it: what a part of it does not have may still come. */
  const shelf = (): Shelf | null => (library.whole ? shelfOf(library.all) : null);
  const brokenRules = new Set<string>();
  const context = (uri: string): CheckContext => ({
    settings: config.settings(uri),
    docs: docs(),
    shelf: shelf(),
    failed: (rule: Rule, error: unknown) => {
      if (!brokenRules.has(rule.name)) failed(rule.name, error);
      brokenRules.add(rule.name);
    },
  });
  const resultId = resultIds((uri) => {
    const of = latest(uri);
    const settings = of && config.settings(uri);
    return settings && [of, settings, library.whole && asksShelf(settings.severities) ? library.revision : -1];
  });
  /** A feature that fails answers with nothing and says so in the log; the server lives on. */
  const guard = <T>(name: string, empty: T, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      failed(name, error);
      return empty;
    }
  };
  /** So does what a client was asked for and refused, although it had said that it can do it. */
  const ask = <T>(name: string, answer: Promise<T>, use?: (value: T) => void): Promise<void> =>
    answer.then(use ?? (() => {})).catch((error: unknown) => failed(name, error));
  /** What every request is told before `initialize` and after `shutdown`. */
  let refusal: ResponseError<void> | null = new ResponseError(ErrorCodes.ServerNotInitialized, 'not initialized');
  const answer = <T>(name: string, empty: T, work: () => T): T => {
    if (refusal) throw refusal;
    rest.asked();
    return guard(name, empty, work);
  };
  const inSteps = answeringInSteps({ latest, answer, failed });

  connection.onInitialize((params: InitializeParams) => {
    refusal = null;
    client = readClient(params);
    speak(params.initializationOptions);
    trusted = (params.initializationOptions as { trusted?: unknown } | null)?.trusted !== false;
    initial = settingsIn(params.initializationOptions);
    takeSettings(initial);
    used = JSON.stringify(initial);
    setFolders(foldersOf(params, files.uriOf));
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        ...(!client.registersLinks && { documentLinkProvider: {} }),
        codeLensProvider: {},
        callHierarchyProvider: true,
        workspaceSymbolProvider: true,
        ...readingCapabilities(client),
        ...writingCapabilities(client),
        ...editingCapabilities(client),
        executeCommandProvider: { commands: commands.names, workDoneProgress: true },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...(client.pull && { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }),
      },
      serverInfo: { name: 'cable' },
    };
  });

  connection.onInitialized(() => {
    // Not before: the protocol's library puts a handler of its own in the place of one that is there when it is initialized.
    connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event: { added, removed } }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      setFolders([...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)]);
    });
    if (client.watchesFiles)
      void ask(
        'watch files',
        connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [
            { globPattern: `**/${GLOSSARY_FILE}` },
            { globPattern: CONFIG_GLOB },
            { globPattern: '**/*.{cable,txt}' },
          ],
        }),
      );
    if (client.configuration) {
      if (client.registersSettings)
        void ask(
          'watch settings',
          connection.client.register(DidChangeConfigurationNotification.type, { section: 'cable' }),
        );
      void readSettings().then(library.start);
    } else library.start();
  });
  const watchEverything = (): void => {
    // Folders are told of only where everything is asked for.
    if (client.watchesFiles)
      void ask(
        'watch folders',
        connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [{ globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete }],
        }),
      );
  };
  const takeSettings = (settings: Settings): void => {
    glossary.setSettings(settings.glossary);
    config.setRules(settings.rules);
    library.setSettings(settings.library);
    reader.setSettings(settings.inlayHints);
    writer.setSettings(settings.format);
    lenses = settings.codeLens?.citations !== false;
  };
  /** Those in force, as JSON: who asks to be told of changes is told at once of what there is. */
  let used = '';
  const useSettings = (settings: Settings | null | undefined): void => {
    // An editor without such a section: what it said when it started holds.
    if (!settings) return;
    const now = JSON.stringify(settings);
    if (now === used) return;
    used = now;
    const before = lenses;
    takeSettings({ ...initial, ...settings });
    reader.refresh();
    if (before !== lenses && client.refreshesLenses)
      void ask('refresh', connection.sendRequest(CodeLensRefreshRequest.type));
    diagnose.refresh();
  };
  const readSettings = (): Promise<void> =>
    ask('settings', connection.workspace.getConfiguration('cable'), useSettings);
  connection.onDidChangeConfiguration(async ({ settings }) => {
    if (client.configuration) await readSettings();
    else useSettings((settings as { cable?: object } | null)?.cable);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    files.changed(changes.map(({ uri }) => uri));
    if (changes.some(({ uri }) => uri.endsWith(`/${GLOSSARY_FILE}`))) {
      glossary.refresh();
      reader.refresh();
    }
    if (changes.some(({ uri }) => isConfig(uri))) reconfigure();
    for (const { uri } of changes) wholeWorkspace.changed(uri);
    library.changed(changes);
  });
  const reconfigure = (): void => {
    config.forget();
    diagnose.refresh();
  };
  files.onNews(() => {
    glossary.refresh();
    reader.refresh();
    reconfigure();
  });
  /** What is configured for a document may lie in a file that has not been read yet, and that one may extend another. */
  const ready = async (uri: string): Promise<void> => {
    do config.settings(uri);
    while (await files.settled());
  };
  const setFolders = (uris: string[]): void => {
    folders = uris;
    files.setFolders(uris);
    glossary.setFolders(trusted ? uris : []);
    config.setTrusted(trusted);
    config.setFolders(uris);
    library.setFolders(uris);
  };
  connection.onNotification(TRUSTED, () => {
    trusted = true;
    setFolders(folders);
    reader.refresh();
    diagnose.refresh();
  });
  connection.onShutdown(async () => {
    refusal = new ResponseError(ErrorCodes.InvalidRequest, 'shut down');
    await library.end();
  });

  const commands = commandTable(connection, () => {
    if (refusal) throw refusal;
  });
  navigation({
    connection,
    commands,
    client: () => client,
    latest,
    library,
    settled: files.settled,
    glossary: glossary.current,
    lenses: () => lenses,
    answer,
  });
  const reader = reading({
    connection,
    client: () => client,
    latest,
    library,
    glossary: glossary.current,
    answer,
    failed,
  });
  const writer = writing({
    connection,
    client: () => client,
    latest,
    glossary: glossary.current,
    answer,
    inSteps,
  });
  libraryRequests(connection, commands, library, answer);
  pages({
    connection,
    commands,
    latest,
    glossary: glossary.current,
    findings: ({ cable, uri }) => findingsFor(cable, config.settings(uri)),
    answer,
  });
  editing({
    connection,
    commands,
    client: () => client,
    latest,
    context,
    glossary,
    target: config.target,
    answer,
    inSteps,
  });
  commands.add(READ_LIBRARY, ({ progress, token }) => library.readAgain(progress, token));
  commands.add(CHECK_WORKSPACE, ({ progress, token }) =>
    wholeWorkspace.run(
      folders.flatMap((uri) => files.pathOf(uri) ?? []),
      progress,
      token,
    ),
  );
  answering(connection, commands, answer)('cable/glossary', null, ({ uri }) => {
    const current = latest(uri);
    return current && glossaryPage(current, glossary.current(), folders[0]?.replace(/\/$/, ''));
  });
  const diagnose = diagnosing({
    connection,
    documents,
    client: () => client,
    config,
    ready,
    cable: (uri) => {
      const current = latest(uri);
      return (
        current &&
        guard('diagnostic', [], () => diagnostics(current, context(uri)).map((each) => fitDiagnostic(each, client)))
      );
    },
    resultId,
    allowed: () => {
      if (refusal) throw refusal;
    },
    failed,
  });
  const wholeWorkspace = workspaceCheck(
    connection,
    host,
    () => client,
    config,
    docs,
    () => new Set(documents.all().flatMap(({ uri }) => files.pathOf(uri) ?? [])),
  );
  documents.onDidOpen(({ document: { uri } }) => wholeWorkspace.opened(uri));
  documents.onDidChangeContent(({ document: { uri } }) => {
    if (isConfig(uri)) reconfigure();
  });
  // A client that watches no files tells at least of these: others may have been written meanwhile.
  documents.onDidOpen(() => {
    if (!client.watchesFiles) config.forget();
  });
  documents.onDidSave(() => {
    if (client.watchesFiles) return;
    glossary.refresh();
    reconfigure();
  });
  // What was not saved is gone: the file counts again.
  documents.onDidClose(({ document: { uri } }) => {
    if (isConfig(uri)) reconfigure();
  });
  documents.listen(connection);
  connection.listen();
}

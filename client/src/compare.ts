/** "Compare With…": two cables paragraph by paragraph in the diff editor, page lines and the folding of lines left aside. */
import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  type QuickPickItem,
  type TextDocument,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { LibraryClient } from './library';
import { openCableFirst } from './words';

const SCHEME = 'cable-structure';

interface Other extends QuickPickItem {
  readonly uri: Uri | null;
}

export function registerCompare(library: LibraryClient): Disposable[] {
  const changed = new EventEmitter<Uri>();
  const pages: TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: async ({ query }) => {
      const document = await workspace.openTextDocument(Uri.parse(query, true));
      return (await library.request('cable/structure', { text: document.getText() })) ?? '';
    },
  };
  /** The page that shows the structure of a cable: its own address carries that of the cable. */
  const pageOf = (uri: Uri): Uri => Uri.from({ scheme: SCHEME, path: uri.path, query: uri.toString() });
  return [
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, pages),
    workspace.onDidChangeTextDocument(({ document }) => {
      const page = pageOf(document.uri);
      if (workspace.textDocuments.some(({ uri }) => uri.toString() === page.toString())) changed.fire(page);
    }),
    commands.registerCommand('cable.compareWith', async (first?: unknown, second?: unknown) => {
      const left = first instanceof Uri ? first : window.activeTextEditor?.document.uri;
      if (!left) {
        void window.showInformationMessage(openCableFirst());
        return;
      }
      const right = second instanceof Uri ? second : await choose(left, library);
      if (!right) return;
      await commands.executeCommand('vscode.diff', pageOf(left), pageOf(right), `${nameOf(left)} ↔ ${nameOf(right)}`);
    }),
  ];
}

const nameOf = ({ path }: Uri): string => path.slice(path.lastIndexOf('/') + 1);

/** Copies of the same cable first, then what is open, then any file. */
async function choose(left: Uri, library: LibraryClient): Promise<Uri | null> {
  // The server writes addresses in its own way: here they are compared with those of the editor.
  const copies = ((await library.request('cable/library/copies', { uri: left.toString() })) ?? []).map((uri) =>
    Uri.parse(uri),
  );
  const isOpen = ({ languageId, uri }: TextDocument): boolean =>
    languageId === 'cable' &&
    uri.scheme !== SCHEME &&
    uri.toString() !== left.toString() &&
    !copies.some((copy) => copy.toString() === uri.toString());
  const item = (uri: Uri, description: string): Other => ({
    label: nameOf(uri),
    description,
    detail: workspace.asRelativePath(uri),
    uri,
  });
  const items: Other[] = [
    ...copies.map((uri) => item(uri, l10n.t('another copy of this cable'))),
    ...workspace.textDocuments.filter(isOpen).map(({ uri }) => item(uri, l10n.t('open'))),
    { label: l10n.t('Another file…'), uri: null },
  ];
  const title = l10n.t('Compare {0} with', nameOf(left));
  const chosen = items.length === 1 ? items[0] : await window.showQuickPick(items, { title, matchOnDetail: true });
  if (!chosen) return null;
  if (chosen.uri) return chosen.uri;
  const [file] = (await window.showOpenDialog({ title, filters: { [l10n.t('Cables')]: ['cable', 'txt'] } })) ?? [];
  return file ?? null;
}

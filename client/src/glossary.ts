/** The glossary of a cable as a page, and the user's own glossary. */
import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  type TextDocumentContentProvider,
  Uri,
  ViewColumn,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { openCableFirst } from './words';

const SCHEME = 'cable-glossary';
const FILE = 'cable-glossary.json';

/** Commands and pages; `client` gives the one that runs now. */
export function registerGlossary(client: () => BaseLanguageClient | undefined): Disposable[] {
  const changed = new EventEmitter<Uri>();
  const pages: TextDocumentContentProvider = {
    onDidChange: changed.event,
    provideTextDocumentContent: async ({ query }) =>
      (await client()?.sendRequest<string | null>('cable/glossary', { uri: query })) ??
      l10n.t('The cable is not open.'),
  };
  return [
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, pages),
    commands.registerCommand('cable.showGlossary', async () => {
      const document = window.activeTextEditor?.document;
      if (document?.languageId !== 'cable') {
        void window.showInformationMessage(openCableFirst());
        return;
      }
      const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
      const page = Uri.from({
        scheme: SCHEME,
        path: `/${l10n.t('Glossary of {0}', name)}.md`,
        query: document.uri.toString(),
      });
      changed.fire(page);
      await showPage(page);
    }),
    commands.registerCommand('cable.addToGlossary', addToGlossary),
  ];
}

async function showPage(page: Uri): Promise<void> {
  try {
    await commands.executeCommand('markdown.showPreviewToSide', page);
  } catch {
    // What shows Markdown as a page is an extension too, and may be off: it can be read as it is.
    await window.showTextDocument(page, { viewColumn: ViewColumn.Beside });
  }
}

async function addToGlossary(term: string): Promise<void> {
  const meaning = await window.showInputBox({
    title: l10n.t('Add {0} to the glossary', term),
    prompt: l10n.t('What does {0} stand for?', term),
    validateInput: (value) => (value.trim() ? null : l10n.t('Type its meaning, or press Escape.')),
  });
  if (!meaning) return;
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) {
    const settings = workspace.getConfiguration('cable');
    await settings.update('glossary', { ...settings.get<object>('glossary'), [term]: meaning.trim() }, true);
    return;
  }
  await writeEntry(Uri.joinPath(folder.uri, FILE), term, meaning.trim());
}

/** Writes through an editor's edit, so that it can be undone and nothing unsaved is lost. */
async function writeEntry(file: Uri, term: string, meaning: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.createFile(file, { ignoreIfExists: true, contents: new TextEncoder().encode('{\n}\n') });
  await workspace.applyEdit(edit);
  const document = await workspace.openTextDocument(file);
  const text = document.getText();
  let known: Record<string, unknown>;
  try {
    known = JSON.parse(text.trim() || '{}') as Record<string, unknown>;
  } catch {
    void window.showErrorMessage(l10n.t('{0} is not valid JSON: mend it first.', FILE));
    await window.showTextDocument(document);
    return;
  }
  const brace = text.indexOf('{');
  const entry = `\n  ${JSON.stringify(term)}: ${JSON.stringify(meaning)}${Object.keys(known).length ? ',' : ''}`;
  const write = new WorkspaceEdit();
  if (brace < 0) write.insert(file, document.positionAt(0), `{${entry}\n}\n`);
  else write.insert(file, document.positionAt(brace + 1), entry);
  await workspace.applyEdit(write);
  await document.save();
}

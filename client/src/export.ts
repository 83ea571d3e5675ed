/** "Export": the open cable as Markdown, a page, data or TEI. */
import { commands, type Disposable, env, Uri, window, workspace } from 'vscode';
import type { ExportFormat } from '../../server/src/features/export';
import type { LibraryClient } from './library';

const FORMATS: readonly {
  readonly to: ExportFormat;
  readonly label: string;
  readonly detail: string;
  readonly extension: string;
}[] = [
  { to: 'markdown', label: 'Markdown', detail: 'For notes and wikis', extension: 'md' },
  { to: 'html', label: 'HTML', detail: 'One page, to read, print and share', extension: 'html' },
  { to: 'tei', label: 'TEI XML', detail: 'In the manner of the Foreign Relations volumes', extension: 'xml' },
  { to: 'json', label: 'JSON', detail: 'What the parser understood, as `cable json` prints it', extension: 'json' },
];

export const registerExport = (library: LibraryClient): Disposable =>
  commands.registerCommand('cable.export', async (given?: unknown) => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== 'cable') {
      void window.showInformationMessage('Open a cable first.');
      return;
    }
    const format =
      FORMATS.find(({ to }) => to === given) ??
      (await window.showQuickPick(FORMATS, { title: 'Export this cable as' }));
    if (!format) return;
    const { uri } = document;
    const content = await library.request('cable/export', { uri: uri.toString(), to: format.to });
    if (content === null || content === undefined) return;
    const name = `${uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/\.(?:cable|txt)$/i, '')}.${format.extension}`;
    const folder = uri.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(uri, '..');
    const target = await window.showSaveDialog({
      title: `Export as ${format.label}`,
      ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
      filters: { [format.label]: [format.extension] },
    });
    if (!target) return;
    await workspace.fs.writeFile(target, Buffer.from(content, 'utf8'));
    const answer = await window.showInformationMessage(`Exported ${name}.`, 'Open', 'Copy Path');
    if (answer === 'Open') await window.showTextDocument(target);
    else if (answer === 'Copy Path') await env.clipboard.writeText(target.fsPath);
  });

/** "Export": the open cable as Markdown, a page, data or TEI. */
import { commands, type Disposable, env, l10n, window, workspace } from 'vscode';
import type { ExportFormat } from '../../server/src/features/export';
import { beside } from './beside';
import type { LibraryClient } from './library';
import { openCableFirst } from './words';

interface Format {
  readonly to: ExportFormat;
  readonly label: string;
  readonly detail: string;
  readonly extension: string;
}

const formats = (): readonly Format[] => [
  { to: 'markdown', label: 'Markdown', detail: l10n.t('For notes and wikis'), extension: 'md' },
  { to: 'html', label: 'HTML', detail: l10n.t('One page, to read, print and share'), extension: 'html' },
  { to: 'tei', label: 'TEI XML', detail: l10n.t('In the manner of the Foreign Relations volumes'), extension: 'xml' },
  {
    to: 'json',
    label: 'JSON',
    detail: l10n.t('What the parser understood, as `cable json` prints it'),
    extension: 'json',
  },
];

export const registerExport = (library: LibraryClient): Disposable =>
  commands.registerCommand('cable.export', async (given?: unknown) => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== 'cable') {
      void window.showInformationMessage(openCableFirst());
      return;
    }
    const format =
      formats().find(({ to }) => to === given) ??
      (await window.showQuickPick(formats(), { title: l10n.t('Export this cable as') }));
    if (!format) return;
    const { uri } = document;
    const content = await library.request('cable/export', { uri: uri.toString(), to: format.to });
    if (content === null || content === undefined) return;
    const name = `${uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/\.(?:cable|txt)$/i, '')}.${format.extension}`;
    const defaultUri = beside(uri, name);
    const target = await window.showSaveDialog({
      title: l10n.t('Export as {0}', format.label),
      ...(defaultUri && { defaultUri }),
      filters: { [format.label]: [format.extension] },
    });
    if (!target) return;
    await workspace.fs.writeFile(target, new TextEncoder().encode(content));
    const [open, copy] = [l10n.t('Open'), l10n.t('Copy Path')];
    const answer = await window.showInformationMessage(l10n.t('Exported {0}.', name), open, copy);
    if (answer === open) await window.showTextDocument(target);
    else if (answer === copy) await env.clipboard.writeText(target.fsPath);
  });

/** "Open Reading View": the cable as a clean page beside its text. The page runs no script but its own, and loads nothing. */
import {
  commands,
  Disposable,
  type ExtensionContext,
  env,
  l10n,
  Position,
  Range,
  Selection,
  type TextDocument,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { escapeMarkup } from '../../server/src/export/escape';
import { STYLE } from '../../server/src/export/style';
import type { ReadingPage } from '../../server/src/features/reading-view';
import { difference } from '../../server/src/text/difference';
import { beside } from './beside';
import type { LibraryClient } from './library';
import { makeNonce } from './nonce';
import { languageAttributes } from './page-language';
import { openCableFirst } from './words';

const TYPE = 'cable.readingView';

/** What the page tells. */
type Told =
  | { readonly type: 'ready' | 'print' }
  | { readonly type: 'scrolled' | 'reveal'; readonly line: number }
  | { readonly type: 'open'; readonly ids: readonly string[] };

export function registerReadingView(context: ExtensionContext, library: LibraryClient): Disposable[] {
  const open = new Map<string, WebviewPanel>();
  const show = (document: TextDocument, given?: WebviewPanel): void => {
    const uri = document.uri.toString();
    const known = open.get(uri);
    if (known) {
      known.reveal();
      return;
    }
    const panel =
      given ??
      window.createWebviewPanel(
        TYPE,
        l10n.t('Reading View'),
        { viewColumn: ViewColumn.Beside, preserveFocus: true },
        {
          enableScripts: true,
          enableFindWidget: true,
          localResourceRoots: [Uri.joinPath(context.extensionUri, 'dist')],
        },
      );
    open.set(uri, panel);
    const reading = new ReadingView(document.uri, panel, context.extensionUri, library);
    panel.onDidDispose(() => {
      open.delete(uri);
      reading.dispose();
    });
  };
  return [
    commands.registerCommand('cable.openReadingView', (uri?: unknown) => {
      const wanted = uri instanceof Uri ? workspace.openTextDocument(uri) : window.activeTextEditor?.document;
      return Promise.resolve(wanted).then((document) => {
        if (document?.languageId === 'cable') show(document);
        else void window.showInformationMessage(openCableFirst());
      });
    }),
    window.registerWebviewPanelSerializer(TYPE, {
      deserializeWebviewPanel: async (panel, state: { uri?: unknown } | undefined) => {
        try {
          if (typeof state?.uri !== 'string') throw new Error('nothing was shown');
          show(await workspace.openTextDocument(Uri.parse(state.uri, true)), panel);
        } catch {
          // The cable is gone since.
          panel.dispose();
        }
      },
    }),
    new Disposable(() => {
      for (const panel of open.values()) panel.dispose();
    }),
  ];
}

class ReadingView implements Disposable {
  #uri: Uri;
  #panel: WebviewPanel;
  #library: LibraryClient;
  #disposables: Disposable[] = [];
  /** A line that the page has told: the text follows, and does not tell it back. */
  #following = 0;
  /** What the server said last; null before, and where it says nothing. */
  #reading: ReadingPage | null | undefined = null;
  /** What the page has of it, and how often it was told: only what changes is sent. */
  #shown = { body: '', turn: 0 };
  #isReady = false;
  #isAsking = false;
  /** The text has changed since it was asked. */
  #isStale = false;
  #isClosed = false;

  constructor(uri: Uri, panel: WebviewPanel, extension: Uri, library: LibraryClient) {
    this.#uri = uri;
    this.#panel = panel;
    this.#library = library;
    this.#disposables.push(
      workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#isOwn(document)) void this.#refresh();
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges }) => {
        if (this.#isOwn(textEditor.document) && Date.now() > this.#following)
          this.#toLine(visibleRanges[0]?.start.line);
      }),
      panel.webview.onDidReceiveMessage((told: Told) => this.#told(told)),
    );
    void this.#refresh().then(() => {
      // With the cable in it, so that it is shown as soon as there is a page at all.
      if (!this.#isClosed) panel.webview.html = page(panel, extension, this.#reading?.body ?? '');
    });
  }

  #isOwn = (document: TextDocument): boolean => document.uri.toString() === this.#uri.toString();

  /** Asks anew after each change, once at a time: keys that come meanwhile are one change. */
  async #refresh(): Promise<void> {
    this.#isStale = true;
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      while (this.#isStale) {
        this.#isStale = false;
        this.#reading = await this.#library.request('cable/reading', { uri: this.#uri.toString() });
        if (this.#isClosed) return;
        if (this.#reading && this.#panel.title !== this.#reading.title) this.#panel.title = this.#reading.title;
        if (this.#isReady) this.#show();
      }
    } finally {
      this.#isAsking = false;
    }
  }

  #show(): void {
    if (!this.#reading) return;
    const { title, body } = this.#reading;
    const since = this.#shown;
    this.#shown = { body, turn: since.turn + 1 };
    void this.#panel.webview.postMessage({
      type: 'show',
      uri: this.#uri.toString(),
      title,
      change: difference(since.body, body),
      since: since.body === '' ? 0 : since.turn,
      turn: this.#shown.turn,
    });
  }

  #toLine(line: number | undefined): void {
    if (line !== undefined) void this.#panel.webview.postMessage({ type: 'line', line });
  }

  get #editor() {
    return window.visibleTextEditors.find(({ document }) => this.#isOwn(document));
  }

  async #told(told: Told): Promise<void> {
    switch (told.type) {
      case 'ready':
        // It tells so again when it was hidden meanwhile.
        this.#isReady = true;
        this.#shown = { ...this.#shown, body: '' };
        this.#show();
        this.#toLine(this.#editor?.visibleRanges[0]?.start.line);
        break;
      case 'scrolled':
        if (!isLine(told.line)) return;
        this.#following = Date.now() + 300;
        this.#editor?.revealRange(new Range(told.line, 0, told.line, 0), TextEditorRevealType.AtTop);
        break;
      case 'reveal': {
        if (!isLine(told.line)) return;
        const at = new Position(told.line, 0);
        await window.showTextDocument(this.#uri, {
          selection: new Selection(at, at),
          viewColumn: this.#editor?.viewColumn ?? ViewColumn.One,
        });
        break;
      }
      case 'open':
        if (Array.isArray(told.ids)) await this.#open(told.ids.filter((id): id is string => typeof id === 'string'));
        break;
      case 'print':
        await this.#print();
        break;
      default:
    }
  }

  /** A cable that the page cites; of several that are meant, the reader chooses. */
  async #open(ids: readonly string[]): Promise<void> {
    const id = ids.length > 1 ? await window.showQuickPick([...ids], { title: l10n.t('Open which cable?') }) : ids[0];
    if (!id) return;
    const found = await this.#library.request('cable/library/find', { id });
    if (!found) {
      void window.showInformationMessage(l10n.t('{0} is not in the library.', id));
      return;
    }
    const { start, end } = found.range;
    await window.showTextDocument(Uri.parse(found.uri), {
      viewColumn: this.#editor?.viewColumn ?? ViewColumn.One,
      selection: new Range(start.line, start.character, end.line, end.character),
    });
  }

  /** A page of its own for a browser, which can print. */
  async #print(): Promise<void> {
    const html = await this.#library.request('cable/export', { uri: this.#uri.toString(), to: 'html' });
    if (!html) return;
    const name = `${this.#panel.title.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 60) || 'cable'}.html`;
    const defaultUri = beside(this.#uri, name);
    const target = await window.showSaveDialog({
      title: l10n.t('Save a page to print'),
      ...(defaultUri && { defaultUri }),
      filters: { HTML: ['html'] },
    });
    if (!target) return;
    await workspace.fs.writeFile(target, new TextEncoder().encode(html));
    const saved = l10n.t('Saved {0}.', name);
    const show = l10n.t('Open in Browser');
    // What lies in a repository, or in the memory of a browser, no other program can open.
    const actions = target.scheme === 'file' ? [show] : [];
    if ((await window.showInformationMessage(saved, ...actions)) === show) await env.openExternal(target);
  }

  dispose(): void {
    this.#isClosed = true;
    Disposable.from(...this.#disposables).dispose();
  }
}

const isLine = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

/** The colours of the editor's theme. A level is always written out as well, so colour is never the only sign. */
const THEME = `
html { font-size: var(--size, 100%); scroll-behavior: auto; }
body {
  padding: 0; background: var(--vscode-editor-background);
  --ink: var(--vscode-editor-foreground); --quiet: var(--vscode-descriptionForeground); --accent: var(--vscode-textLink-foreground);
  --line: var(--vscode-contrastBorder, var(--vscode-editorWidget-border, #8884)); --target: var(--vscode-editor-findMatchHighlightBackground);
  --serif: Charter, 'Bitstream Charter', Georgia, 'Noto Serif', 'DejaVu Serif', serif; --sans: var(--vscode-font-family), sans-serif; --mono: var(--vscode-editor-font-family), monospace;
  --unclassified: #2f7d4f; --restricted: #8a6100; --confidential: #1f5fa8; --secret: #b3261e; --top-secret: #a14a00;
}
body.vscode-dark { --unclassified: #7cc79a; --restricted: #d9b35c; --confidential: #86b6ee; --secret: #f2938c; --top-secret: #f0a766; }
body.vscode-high-contrast { --unclassified: var(--ink); --restricted: var(--ink); --confidential: var(--ink); --secret: var(--ink); --top-secret: var(--ink); --quiet: var(--ink); }
nav { position: sticky; top: 0; display: flex; justify-content: flex-end; gap: 0.25rem; padding: 0.4rem 0.75rem; font-family: var(--sans); background: var(--vscode-editor-background); }
main { padding: 0.25rem 1.75rem 4rem; }
html { scroll-padding-top: 2.5rem; }
button { font: inherit; font-size: 0.8125rem; padding: 0.15rem 0.55rem; border: 1px solid var(--vscode-button-border, transparent); border-radius: 3px; color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); cursor: pointer; }
button:hover { background: var(--vscode-button-secondaryHoverBackground); }
button:focus-visible, a:focus-visible, summary:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
@media print { nav { display: none; } }
`;

const escaped = <T extends Record<string, string>>(words: T): T =>
  Object.fromEntries(Object.entries(words).map(([name, text]) => [name, escapeMarkup(text)])) as T;

/** @param body of a page that was made of the cable: all of its text is escaped. */
function page({ webview }: WebviewPanel, extension: Uri, body: string): string {
  const nonce = makeNonce();
  const script = webview.asWebviewUri(Uri.joinPath(extension, 'dist', 'reading.js'));
  const words = escaped({
    cable: l10n.t('Cable'),
    view: l10n.t('Reading View'),
    smaller: l10n.t('Smaller text'),
    larger: l10n.t('Larger text'),
    save: l10n.t('Save a page to print'),
    print: l10n.t('Print…'),
  });
  return `<!DOCTYPE html>
<html ${languageAttributes()}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style nonce="${nonce}">${STYLE}${THEME}</style>
<title>${words.cable}</title>
</head>
<body>
<nav aria-label="${words.view}">
<button id="smaller" type="button" title="${words.smaller}" aria-label="A&minus;, ${words.smaller}">A&minus;</button>
<button id="larger" type="button" title="${words.larger}" aria-label="A+, ${words.larger}">A+</button>
<button id="print" type="button" title="${words.save}">${words.print}</button>
</nav>
<main lang="en">${body}</main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

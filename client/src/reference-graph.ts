/** "Show Reference Graph": a picture of who cites whom around a cable, in a panel beside it. */
import {
  commands,
  type Disposable,
  type ExtensionContext,
  l10n,
  TabInputWebview,
  Uri,
  ViewColumn,
  type Webview,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { escapeMarkup } from '../../server/src/export/escape';
import type { Graph } from '../../server/src/features/reference-graph';
import type { Which } from '../../server/src/lsp/requests';
import { isCableElement, placeOf } from './cable-items';
import type { LibraryClient } from './library';
import { makeNonce } from './nonce';
import { languageAttributes } from './page-language';
import { readMessage, type ShowGraph } from './webview/messages';
import { later, openCableFirst } from './words';

const VIEW = 'cable.graph';
/** More boxes than this are no picture. */
const LIMIT = 80;
/** Milliseconds after a change of the library, or of the open cable, until the picture follows. */
const AFTER_CHANGE = 300;

class GraphPanel implements Disposable {
  #panel: WebviewPanel;
  #library: LibraryClient;
  #which: Which;
  #depth = 2;
  #follows = false;
  #graph: Graph | null = null;
  /** The page has loaded its script. */
  #ready = false;
  #asked = 0;
  #disposables: Disposable[];

  constructor(panel: WebviewPanel, root: Uri, library: LibraryClient, which: Which, closed: () => void) {
    this.#panel = panel;
    this.#library = library;
    this.#which = which;
    const soon = later(() => void this.#draw());
    this.#disposables = [
      soon,
      library.onDidChange(() => soon.in(AFTER_CHANGE)),
      window.onDidChangeActiveTextEditor(() => {
        const open = this.#follows ? openCable() : null;
        if (!open) return;
        this.#which = open;
        soon.in(AFTER_CHANGE);
      }),
      panel.onDidDispose(() => {
        this.dispose();
        closed();
      }),
      panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
    ];
    panel.webview.options = { enableScripts: true, localResourceRoots: [Uri.joinPath(root, 'dist')] };
    panel.webview.html = page(panel.webview, root);
  }

  show(which: Which): void {
    this.#which = which;
    this.#panel.reveal();
    void this.#draw();
  }

  async #draw(): Promise<void> {
    const asked = ++this.#asked;
    const graph = await this.#library.request('cable/library/graph', {
      which: this.#which,
      depth: this.#depth,
      limit: LIMIT,
    });
    // Overtaken by another question, or not answered.
    if (asked !== this.#asked || graph === undefined) return;
    this.#graph = graph;
    const name = graph?.nodes[0]?.cable?.number ?? graph?.nodes[0]?.id;
    this.#panel.title = name ? l10n.t('References of {0}', name) : l10n.t('References');
    this.#send();
  }

  #send(): void {
    if (!this.#ready) return;
    const message: ShowGraph = {
      type: 'graph',
      graph: this.#graph,
      depth: this.#depth,
      follows: this.#follows,
      building: this.#library.state?.phase === 'reading',
    };
    void this.#panel.webview.postMessage(message);
  }

  async #receive(told: unknown): Promise<void> {
    const message = readMessage(told);
    if (!message) return;
    switch (message.type) {
      case 'ready':
        // Again where the panel was moved to a window of its own.
        this.#ready = true;
        await this.#draw();
        break;
      case 'open':
        await this.#open(message.key);
        break;
      case 'centre':
        await this.#centre(message.key);
        break;
      case 'depth':
        this.#depth = message.depth;
        await this.#draw();
        break;
      case 'follow': {
        this.#follows = message.follows;
        const open = message.follows ? openCable() : null;
        if (open) this.#which = open;
        await this.#draw();
        break;
      }
      case 'save':
        await this.#save(message.svg);
    }
  }

  async #open(key: string): Promise<void> {
    const cable = this.#graph?.nodes.find((node) => node.key === key)?.cable;
    if (!cable) return;
    // Beside the picture, where the reader had the last cable.
    const beside = window.tabGroups.all.find(({ viewColumn }) => viewColumn !== this.#panel.viewColumn);
    await window.showTextDocument(Uri.parse(cable.uri), {
      viewColumn: beside?.viewColumn ?? ViewColumn.Beside,
      selection: placeOf(cable),
    });
  }

  async #centre(key: string): Promise<void> {
    const node = this.#graph?.nodes.find((each) => each.key === key);
    if (node?.cable) this.#which = { uri: node.cable.uri, line: node.cable.range.start.line };
    else if (node?.id) this.#which = { id: node.id };
    await this.#draw();
  }

  async #save(svg: string): Promise<void> {
    const name = `references-${this.#graph?.nodes[0]?.id ?? 'cable'}.svg`;
    const [folder] = workspace.workspaceFolders ?? [];
    const file = await window.showSaveDialog({
      ...(folder && { defaultUri: Uri.joinPath(folder.uri, name) }),
      filters: { SVG: ['svg'] },
      title: l10n.t('Save the Reference Graph'),
    });
    if (file) await workspace.fs.writeFile(file, new TextEncoder().encode(svg));
  }

  dispose(): void {
    // What is still to be answered comes too late.
    this.#asked++;
    for (const each of this.#disposables) each.dispose();
  }
}

/** Nothing from elsewhere, no script but ours, no style but ours. */
function page(webview: Webview, root: Uri): string {
  const nonce = makeNonce();
  const address = (file: string) => webview.asWebviewUri(Uri.joinPath(root, 'dist', file)).toString();
  return `<!DOCTYPE html>
<html ${languageAttributes()}>
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(l10n.t('References'))}</title>
<link rel="stylesheet" nonce="${nonce}" href="${address('graph.css')}">
</head>
<body>
<script nonce="${nonce}" src="${address('graph.js')}"></script>
</body>
</html>`;
}

/** Where the picture is alone in its group, cables that are opened from lists go to another, and not over it. */
function keepApart(panel: WebviewPanel): void {
  const isDone = (): boolean => {
    const { activeTab, tabs } = window.tabGroups.activeTabGroup;
    if (!(activeTab?.input instanceof TabInputWebview) || !activeTab.input.viewType.endsWith(VIEW)) return false;
    if (tabs.length === 1) void commands.executeCommand('workbench.action.lockEditorGroup');
    return true;
  };
  if (isDone()) return;
  // The window is told of a tab some time after it was asked for.
  const waiting = window.tabGroups.onDidChangeTabs(() => {
    if (isDone()) waiting.dispose();
  });
  panel.onDidDispose(() => waiting.dispose());
}

/** The cable in the active editor; while the picture has the focus, the one beside it. */
function openCable(): Which | null {
  const { activeTextEditor, visibleTextEditors } = window;
  const editor = activeTextEditor ?? visibleTextEditors.find(({ document }) => document.languageId === 'cable');
  if (editor?.document.languageId !== 'cable') return null;
  return { uri: editor.document.uri.toString(), line: editor.selection.active.line };
}

export function registerReferenceGraph({ extensionUri }: ExtensionContext, library: LibraryClient): Disposable[] {
  let open: GraphPanel | null = null;
  const show = (which: Which): void => {
    if (open) {
      open.show(which);
      return;
    }
    const panel = window.createWebviewPanel(VIEW, l10n.t('References'), ViewColumn.Beside, {
      retainContextWhenHidden: true,
    });
    open = new GraphPanel(panel, extensionUri, library, which, () => {
      open = null;
    });
    keepApart(panel);
  };
  return [
    { dispose: () => open?.dispose() },
    commands.registerCommand('cable.showReferenceGraph', (element: unknown) => {
      const of = isCableElement(element) ? element : null;
      if (of?.cable) show({ uri: of.cable.uri, line: of.cable.range.start.line });
      else if (of?.id) show({ id: of.id });
      else {
        const which = openCable();
        if (which) show(which);
        else void window.showInformationMessage(openCableFirst());
      }
    }),
  ];
}

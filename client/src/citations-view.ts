/** The view "Citations": who cites the open cable and what it cites, as far as one follows. */
import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
} from 'vscode';
import type { Citations, Related } from '../../server/src/features/citations-tree';
import type { Which } from '../../server/src/lsp/requests';
import { cableTreeItem, createList, isCableElement, nameOf, openCommand, placeOf, rangeOf } from './cable-items';
import type { LibraryClient } from './library';
import { cables, later, written } from './words';

type Way = 'citedBy' | 'cites';

interface WayElement {
  readonly way: Way;
  readonly related: readonly Related[];
}
/** A cable on the way from the root: `path` is what lies between. */
interface RelatedElement {
  readonly id: string | null;
  readonly cable: Related['cable'];
  readonly related: Related;
  readonly way: Way;
  readonly path: string;
}
type Element = WayElement | RelatedElement;

/** Milliseconds after a change of editor, of place or of the library until the list follows. */
const AFTER_CHANGE = 200;

class CitationsTree implements TreeDataProvider<Element>, Disposable {
  #library: LibraryClient;
  #changed = new EventEmitter<undefined>();
  #which: Which | null = null;
  /** Whether the file of the root holds no other cable, so that it does not matter where the cursor is. */
  #alone = false;
  /** The cable that was opened from this list: it does not become its root. */
  #opened: string | null = null;
  #view: TreeView<Element>;
  #disposables: Disposable[];

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(library: LibraryClient) {
    this.#library = library;
    this.#view = createList('cable.citations', this);
    const soon = later(() => this.#changed.fire(undefined));
    this.#disposables = [
      this.#view,
      this.#changed,
      soon,
      library.onDidChange(() => soon.in(AFTER_CHANGE)),
      window.onDidChangeActiveTextEditor(() => {
        if (this.#follow()) soon.in(AFTER_CHANGE);
      }),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        // In a file of several messages, that of the cursor.
        if (textEditor === window.activeTextEditor && this.#follow()) soon.in(AFTER_CHANGE);
      }),
    ];
    this.#follow();
  }

  /** Takes the open cable for the root; whether that is another than before. */
  #follow(): boolean {
    const editor = window.activeTextEditor;
    if (editor?.document.languageId !== 'cable') return false;
    const uri = editor.document.uri.toString();
    if (uri === this.#opened) return false;
    this.#opened = null;
    const line = editor.selection.active.line;
    const now = this.#which;
    if (now && 'uri' in now && now.uri === uri && (this.#alone || now.line === line)) return false;
    this.#which = { uri, line };
    return true;
  }

  /** Shows the citations of a cable that need not be open. */
  async show(which: Which): Promise<void> {
    this.#which = which;
    // Until another editor is chosen.
    this.#opened = window.activeTextEditor?.document.uri.toString() ?? null;
    this.#changed.fire(undefined);
    await commands.executeCommand('cable.citations.focus');
  }

  async open({ related, way }: RelatedElement): Promise<void> {
    const { cable, at } = related;
    // What cites opens where it does; what is not here, where it is cited.
    const leads = way === 'cites' && cable !== null;
    const uri = Uri.parse(leads ? cable.uri : at.uri);
    this.#opened = uri.toString();
    const { command, arguments: given } = openCommand(uri, leads ? placeOf(cable) : rangeOf(at.range));
    await commands.executeCommand(command, ...given);
  }

  async getChildren(element?: Element): Promise<Element[]> {
    if (!element) return this.#roots();
    if (!('path' in element)) return element.related.map((related) => elementOf(related, element.way, element.way));
    const { related, way, path } = element;
    const answer = related.id === null ? undefined : await this.#ask({ id: related.id });
    return (answer?.[way] ?? []).map((each) => elementOf(each, way, path));
  }

  async #roots(): Promise<Element[]> {
    const answer = this.#which && (await this.#ask(this.#which));
    this.#alone = answer?.alone ?? false;
    this.#view.description = answer ? (answer.cable ? nameOf(answer.cable) : (answer.id ?? '')) : '';
    this.#view.message =
      this.#which && answer === null && this.#library.state?.phase === 'ready'
        ? l10n.t('This cable lies outside the folders of the library.')
        : undefined;
    if (!answer) return [];
    return [
      { way: 'citedBy', related: answer.citedBy },
      { way: 'cites', related: answer.cites },
    ];
  }

  #ask(which: Which): Promise<Citations | null | undefined> {
    return this.#library.request('cable/library/citations', which);
  }

  getTreeItem(element: Element): TreeItem {
    return 'path' in element ? relatedItem(element) : wayItem(element);
  }

  dispose(): void {
    for (const each of this.#disposables) each.dispose();
  }
}

const elementOf = (related: Related, way: Way, path: string): RelatedElement => ({
  id: related.id,
  cable: related.cable,
  related,
  way,
  path: `${path}/${related.id ?? `${related.at.uri}#${related.at.range.start.line}`}`,
});

function wayItem({ way, related }: WayElement): TreeItem {
  const missing = related.filter(({ cable }) => !cable).length;
  const count = written(related.length);
  const item = new TreeItem(
    way === 'citedBy' ? l10n.t('Cited by') : l10n.t('Cites'),
    related.length ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None,
  );
  // An element that was empty is remembered as closed.
  item.id = related.length ? way : `no ${way}`;
  item.description = missing ? l10n.t('{0} ({1} not here)', count, written(missing)) : count;
  item.iconPath = new ThemeIcon(way === 'citedBy' ? 'references' : 'link');
  item.accessibilityInformation = {
    label: `${item.label} ${cables(related.length)}${missing ? `, ${l10n.t('{0} not here', written(missing))}` : ''}`,
  };
  return item;
}

function relatedItem(element: RelatedElement): TreeItem {
  const { related, way, path } = element;
  const { cable, label, number } = related;
  const further = way === 'citedBy' ? related.citedBy : related.cites;
  const state = further ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
  const item = cable ? cableTreeItem(cable, state) : missingItem(number, state);
  item.id = path;
  const letter = way === 'cites' && label ? l10n.t('ref {0}', label) : null;
  if (letter) item.description = `${letter} · ${item.description}`;
  const title = way === 'cites' && cable ? l10n.t('Open') : l10n.t('Open Where It Cites');
  item.command = { command: 'cable.citations.open', title, arguments: [element] };
  const spoken = item.accessibilityInformation?.label ?? number;
  item.accessibilityInformation = {
    label: [spoken, letter, further && goesOn(way, further)].filter(Boolean).join(', '),
  };
  return item;
}

/** Whether one can go on from here. */
const goesOn = (way: Way, count: number): string =>
  way === 'citedBy' ? l10n.t('cited by {0}', cables(count)) : l10n.t('cites {0}', cables(count));

function missingItem(number: string, state: TreeItemCollapsibleState): TreeItem {
  const item = new TreeItem(number, state);
  item.description = l10n.t('(not here)');
  item.iconPath = new ThemeIcon('circle-slash');
  item.tooltip = l10n.t('{0} is not in the library. Opens the place that cites it.', number);
  item.accessibilityInformation = { label: l10n.t('{0}, not in the library', number) };
  item.contextValue = 'cable.missing.numbered';
  return item;
}

export function registerCitationsView(library: LibraryClient): Disposable[] {
  const tree = new CitationsTree(library);
  return [
    tree,
    commands.registerCommand('cable.citations.open', (element: RelatedElement) => tree.open(element)),
    commands.registerCommand('cable.showCitations', async (element: unknown) => {
      if (!isCableElement(element)) {
        await commands.executeCommand('cable.citations.focus');
        return;
      }
      const { id, cable } = element;
      if (cable) await tree.show({ uri: cable.uri, line: cable.range.start.line });
      else if (id) await tree.show({ id });
    }),
  ];
}

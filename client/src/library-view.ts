/** The view "Cables": the library by post, date, TAGS or classification. */
import {
  commands,
  type Disposable,
  EventEmitter,
  l10n,
  type Memento,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  workspace,
} from 'vscode';
import type { CableItem, Group, Groups, Step } from '../../server/src/features/library-tree';
import type { Grouping } from '../../server/src/library/view';
import { cableTreeItem, createList } from './cable-items';
import { askFilter } from './filter-box';
import type { LibraryClient } from './library';
import { cables, later, written } from './words';

interface Kind {
  /** The groups, from the outside in. */
  readonly levels: readonly Grouping[];
  readonly title: () => string;
  readonly icon: string;
}
const KINDS = {
  post: { levels: ['post'], title: () => l10n.t('by post'), icon: 'location' },
  date: { levels: ['year', 'month'], title: () => l10n.t('by year and month'), icon: 'calendar' },
  tag: { levels: ['tag'], title: () => l10n.t('by TAGS'), icon: 'tag' },
  classification: { levels: ['level'], title: () => l10n.t('by classification'), icon: 'shield' },
} satisfies Record<string, Kind>;
type KindName = keyof typeof KINDS;

/** So many cables are listed at first, and added by "Show more". */
const PAGE = 500;
/** Milliseconds between two looks at a library that is being read, and at one that has changed. */
const WHILE_READING = 1500;
const AFTER_CHANGE = 200;

interface GroupElement {
  readonly group: Group;
  readonly within: readonly Step[];
  readonly parent: GroupElement | null;
}
interface ListedElement {
  readonly id: string | null;
  readonly cable: CableItem;
  readonly parent: GroupElement;
}
interface MoreElement {
  readonly more: number;
  readonly parent: GroupElement;
}
type Element = GroupElement | ListedElement | MoreElement;

class LibraryTree implements TreeDataProvider<Element>, Disposable {
  #library: LibraryClient;
  #memory: Memento;
  #changed = new EventEmitter<Element | undefined>();
  #kind: KindName;
  #filter = '';
  #last: Groups | null = null;
  /** How many cables of a group are listed, where "Show more" was asked for. */
  #shown = new Map<string, number>();
  #disposables: Disposable[];
  #view: TreeView<Element>;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(library: LibraryClient, memory: Memento) {
    this.#library = library;
    this.#memory = memory;
    const kind = memory.get<string>('library.kind', 'post');
    this.#kind = kind in KINDS ? (kind as KindName) : 'post';
    this.#view = createList('cable.library', this);
    let revision = -1;
    const refresh = later(() => this.#changed.fire(undefined));
    this.#disposables = [
      this.#view,
      this.#changed,
      refresh,
      library.onDidChange((told) => {
        this.#tell();
        if (told.revision === revision && told.state.phase !== 'ready') return;
        revision = told.revision;
        refresh.in(told.state.phase === 'reading' ? WHILE_READING : AFTER_CHANGE);
      }),
    ];
    this.#useKind();
  }

  get isVisible(): boolean {
    return this.#view.visible;
  }

  get filter(): string {
    return this.#filter;
  }

  groupBy(kind: KindName): void {
    this.#kind = kind;
    this.#shown.clear();
    void this.#memory.update('library.kind', kind);
    this.#useKind();
    this.#changed.fire(undefined);
  }

  #useKind(): void {
    this.#view.description = KINDS[this.#kind].title();
    void commands.executeCommand('setContext', 'cable.library.kind', this.#kind);
  }

  /** Lists what a filter leaves. Undefined where the server does not answer. */
  async setFilter(filter: string): Promise<Groups | undefined> {
    this.#filter = filter.trim();
    this.#shown.clear();
    void commands.executeCommand('setContext', 'cable.library.filtered', this.#filter !== '');
    const groups = await this.#groups([]);
    this.#changed.fire(undefined);
    return groups;
  }

  async showMore({ parent }: MoreElement): Promise<void> {
    const before = this.#limit(parent);
    this.#shown.set(keyOf(parent), before + PAGE);
    this.#changed.fire(parent);
    // The element that was in focus is gone: go on with the first of those that are new.
    const next = (await this.getChildren(parent))[before];
    if (next && this.#view.visible) await this.#view.reveal(next, { focus: true, select: true });
  }

  #limit(group: GroupElement): number {
    return this.#shown.get(keyOf(group)) ?? PAGE;
  }

  async getChildren(element?: Element): Promise<Element[]> {
    if ((element && !('group' in element)) || !workspace.workspaceFolders?.length) return [];
    const within = element ? element.within : [];
    const { levels } = KINDS[this.#kind];
    // Where the date is not known there are no months.
    if (within.length < levels.length && element?.group.key !== '') {
      const answer = await this.#groups(within);
      const by = levels[within.length]!;
      return (answer?.groups ?? []).map((group) => ({
        group,
        within: [...within, { by, key: group.key }],
        parent: element ?? null,
      }));
    }
    const answer = await this.#library.request('cable/library/cables', {
      within,
      filter: this.#filter,
      offset: 0,
      limit: this.#limit(element!),
    });
    if (!answer) return [];
    const cables: Element[] = answer.cables.map((cable) => ({ id: cable.id, cable, parent: element! }));
    const more = answer.total - cables.length;
    return more > 0 ? [...cables, { more, parent: element! }] : cables;
  }

  async #groups(within: readonly Step[]): Promise<Groups | undefined> {
    const by = KINDS[this.#kind].levels[within.length]!;
    const answer = await this.#library.request('cable/library/groups', { by, within, filter: this.#filter });
    if (answer && within.length === 0) {
      this.#last = answer;
      this.#tell();
    }
    return answer;
  }

  getTreeItem(element: Element): TreeItem {
    if ('cable' in element) {
      const item = cableTreeItem(element.cable);
      const { uri, range } = element.cable;
      item.id = `${keyOf(element.parent)}/${uri}#${range.start.line}`;
      return item;
    }
    if ('more' in element) {
      const item = new TreeItem(l10n.t('Show more…'));
      item.description = l10n.t('{0} more', written(element.more));
      item.iconPath = new ThemeIcon('ellipsis');
      item.accessibilityInformation = { label: `${item.label}, ${item.description}` };
      item.command = { command: 'cable.library.showMore', title: l10n.t('Show more…'), arguments: [element] };
      return item;
    }
    const { label, detail, count } = element.group;
    const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
    item.id = keyOf(element);
    item.description = written(count);
    item.iconPath = new ThemeIcon(KINDS[this.#kind].icon);
    item.tooltip = detail ?? label;
    item.accessibilityInformation = { label: [label, detail, cables(count)].filter(Boolean).join(', ') };
    return item;
  }

  getParent(element: Element): Element | null {
    return element.parent;
  }

  /** What the view says above the list. An empty library has a page of its own for it. */
  #tell(): void {
    const state = this.#library.state;
    const size = this.#last?.size ?? 0;
    const words: string[] = [];
    if (state?.phase === 'reading')
      words.push(
        state.total
          ? l10n.t('Reading {0} of {1}…', written(state.done), written(state.total))
          : l10n.t('Looking for cables…'),
      );
    else if (state?.most)
      words.push(l10n.t('Only the first {0} files; from a disk, all would be read', written(state.most)));
    if (this.#filter && size) {
      const found = this.#last?.found ?? 0;
      words.push(l10n.t('“{0}”: {1} of {2}', this.#filter, written(found), cables(size)));
      words.push(...(this.#last?.problems ?? []).map((problem) => problem.replaceAll('`', '')));
    }
    this.#view.message = words.length ? words.join(' · ') : undefined;
    void commands.executeCommand('setContext', 'cable.library.ready', state?.phase === 'ready');
  }

  dispose(): void {
    for (const each of this.#disposables) each.dispose();
  }
}

const keyOf = (group: GroupElement): string => group.within.map(({ by, key }) => `${by}:${key}`).join('/');

export function registerLibraryView(library: LibraryClient, memory: Memento): Disposable[] {
  const tree = new LibraryTree(library, memory);
  return [
    tree,
    ...(Object.keys(KINDS) as KindName[]).map((kind) =>
      commands.registerCommand(`cable.library.groupBy.${kind}`, () => tree.groupBy(kind)),
    ),
    commands.registerCommand('cable.library.filter', async () => {
      if (!tree.isVisible) await commands.executeCommand('cable.library.focus');
      await askFilter(tree.filter, (text) => tree.setFilter(text));
    }),
    commands.registerCommand('cable.library.clearFilter', () => tree.setFilter('')),
    commands.registerCommand('cable.library.showMore', (element: MoreElement) => tree.showMore(element)),
  ];
}

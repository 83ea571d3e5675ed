/** How a cable looks in a list, and what can be done with it there. */
import {
  commands,
  type Disposable,
  env,
  l10n,
  MarkdownString,
  Range,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  ViewColumn,
  window,
} from 'vscode';
import type { CableItem } from '../../server/src/features/library-tree';

/** What the commands of a list are given: an element of it that stands for a cable. */
export interface CableElement {
  /** Canonical number; null where the cable has none. */
  readonly id: string | null;
  /** Null: it is not in the library. */
  readonly cable: CableItem | null;
}

export const isCableElement = (value: unknown): value is CableElement =>
  typeof value === 'object' && value !== null && 'id' in value && 'cable' in value;

export const rangeOf = ({ start, end }: CableItem['range']): Range =>
  new Range(start.line, start.character, end.line, end.character);

/** Where the cursor goes in a cable that is opened: before its subject. */
export const placeOf = ({ range: { start } }: CableItem): Range =>
  new Range(start.line, start.character, start.line, start.character);

/** The number as it is written, or the name of the file. */
export const nameOf = ({ number, uri }: Pick<CableItem, 'number' | 'uri'>): string => number ?? fileOf(uri);

const fileOf = (uri: string): string => {
  const { path } = Uri.parse(uri);
  return path.slice(path.lastIndexOf('/') + 1);
};

/** An item of a tree. Its label is the number, its description the subject. */
export function cableTreeItem(cable: CableItem, collapsible = TreeItemCollapsibleState.None): TreeItem {
  const item = new TreeItem(nameOf(cable), collapsible);
  const { note, subject, date, copies } = cable;
  item.description = [note && `(${note})`, subject].filter(Boolean).join(' ');
  item.iconPath = new ThemeIcon(copies > 1 ? 'files' : 'file');
  item.tooltip = tooltip(cable);
  item.accessibilityInformation = {
    label: [nameOf(cable), note, subject, date, copies > 1 && l10n.t('one of {0} copies', copies)]
      .filter(Boolean)
      .join(', '),
  };
  item.contextValue = cable.id ? 'cable.here.numbered' : 'cable.here';
  item.command = openCommand(Uri.parse(cable.uri), placeOf(cable));
  return item;
}

export const openCommand = (uri: Uri, selection: Range) => ({
  command: 'vscode.open',
  title: l10n.t('Open'),
  arguments: [uri, { selection }],
});

/** Its text is a file's: never read as Markdown. */
function tooltip(cable: CableItem): MarkdownString {
  const { subject, date, classification, from, tags, copies, note, uri } = cable;
  const text = new MarkdownString();
  const line = (words: string | null | undefined | false): void => {
    if (words) text.appendText(words).appendMarkdown('  \n');
  };
  line([nameOf(cable), date, classification].filter(Boolean).join(' · '));
  line(subject);
  line(from && l10n.t('From {0}', from));
  line(tags.length > 0 && `TAGS ${tags.join(' ')}`);
  line(copies > 1 && l10n.t('One of {0} files with this number', copies) + (note ? `: ${note}` : ''));
  line(Uri.parse(uri).fsPath);
  return text;
}

/** Lists of cables, by the names of their views. */
const lists = new Map<string, TreeView<unknown>>();

export function createList<T>(view: string, treeDataProvider: TreeDataProvider<T>): TreeView<T> {
  const list = window.createTreeView(view, { treeDataProvider, showCollapseAll: true });
  lists.set(view, list);
  return list;
}

/** What a command is about: a menu gives it the element, a key the name of the list in which one is selected. */
function chosen(given: unknown): CableElement | null {
  const element = typeof given === 'string' ? lists.get(given)?.selection[0] : given;
  return isCableElement(element) ? element : null;
}

/** Commands of a list's menu, and of its keys. */
export const registerCableCommands = (): Disposable[] => [
  commands.registerCommand('cable.library.openToSide', async (given: unknown) => {
    const cable = chosen(given)?.cable;
    if (!cable) return;
    const selection = placeOf(cable);
    await window.showTextDocument(Uri.parse(cable.uri), { selection, viewColumn: ViewColumn.Beside });
  }),
  commands.registerCommand('cable.library.copyNumber', async (given: unknown) => {
    const id = chosen(given)?.id;
    if (id) await env.clipboard.writeText(id);
  }),
];

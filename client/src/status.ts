/** The language status item of a cable, and its portion marks in the overview ruler. */
import {
  type Disposable,
  LanguageStatusSeverity,
  l10n,
  languages,
  OverviewRulerLane,
  Range,
  type TextDocument,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import type { LibraryClient } from './library';
import { later } from './words';

const SELECTOR = { language: 'cable' };
const SOON = 150;

export function registerStatus(library: LibraryClient): Disposable[] {
  const item = languages.createLanguageStatusItem('cable.status', SELECTOR);
  item.name = l10n.t('Cable');
  item.text = item.name;
  item.command = { command: 'workbench.actions.view.problems', title: l10n.t('Problems') };
  let turn = 0;
  const update = async (): Promise<void> => {
    const own = ++turn;
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== 'cable') return;
    const status = await library.request('cable/status', { uri: document.uri.toString() });
    if (own !== turn || !status) return;
    item.text = status.text;
    item.detail = status.detail;
    item.accessibilityInformation = { label: `${status.text}, ${status.detail.replaceAll(' · ', ', ')}` };
    item.severity =
      status.errors > 0
        ? LanguageStatusSeverity.Error
        : status.warnings > 0
          ? LanguageStatusSeverity.Warning
          : LanguageStatusSeverity.Information;
  };
  const strips = new PortionStrips(library);
  const soon = later(() => {
    void update();
    for (const editor of window.visibleTextEditors) void strips.update(editor);
  });
  const changed = (document: TextDocument | undefined): void => {
    if (document?.languageId === 'cable') soon.in(SOON);
  };
  soon.in(0);
  return [
    item,
    soon,
    strips,
    window.onDidChangeActiveTextEditor((editor) => changed(editor?.document)),
    window.onDidChangeVisibleTextEditors(() => soon.in(SOON)),
    workspace.onDidChangeTextDocument(({ document }) => changed(document)),
    workspace.onDidOpenTextDocument(changed),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const active = window.activeTextEditor?.document;
      if (uris.some((uri) => uri.toString() === active?.uri.toString())) changed(active);
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('cable.portionMarks')) soon.in(0);
    }),
  ];
}

/** Levels by how grave they are: each has its colour and, so that colour is not all, its own lane. */
const LANES = {
  UNCLASSIFIED: ['cable.portion.unclassified', OverviewRulerLane.Left],
  SENSITIVE: ['cable.portion.sensitive', OverviewRulerLane.Left],
  CONFIDENTIAL: ['cable.portion.confidential', OverviewRulerLane.Center],
  SECRET: ['cable.portion.secret', OverviewRulerLane.Right],
  'TOP SECRET': ['cable.portion.topSecret', OverviewRulerLane.Full],
} as const;

/** A strip beside the scroll bar that shows where the cable is classified how. */
class PortionStrips implements Disposable {
  #library: LibraryClient;
  #types = new Map<string, TextEditorDecorationType>(
    Object.entries(LANES).map(([level, [color, lane]]) => [
      level,
      window.createTextEditorDecorationType({
        isWholeLine: true,
        overviewRulerColor: new ThemeColor(color),
        overviewRulerLane: lane,
      }),
    ]),
  );

  constructor(library: LibraryClient) {
    this.#library = library;
  }

  async update(editor: TextEditor): Promise<void> {
    const { document } = editor;
    if (document.languageId !== 'cable') return;
    const isOn = workspace.getConfiguration('cable', document).get('portionMarks.overviewRuler', true);
    const { version } = document;
    const portions = isOn
      ? ((await this.#library.request('cable/portions', { uri: document.uri.toString() })) ?? [])
      : [];
    if (document.version !== version) return;
    for (const [level, type] of this.#types)
      editor.setDecorations(
        type,
        portions.filter((each) => each.level === level).map(({ first, last }) => new Range(first, 0, last, 0)),
      );
  }

  dispose(): void {
    for (const type of this.#types.values()) type.dispose();
  }
}

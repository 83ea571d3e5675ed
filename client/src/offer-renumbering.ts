/**
 * Offers to renumber the paragraphs, once, where some of them were deleted or put in and are no longer numbered in order. The lightbulb
 * at the place has the same; this is for who looks elsewhere.
 */
import {
  ConfigurationTarget,
  commands,
  type Diagnostic,
  Disposable,
  l10n,
  languages,
  type TextDocument,
  type TextDocumentChangeEvent,
  TextDocumentChangeReason,
  type Uri,
  window,
  workspace,
} from 'vscode';

/** Milliseconds without a change: who cuts a paragraph to paste it elsewhere is not asked in between. */
const QUIET = 1500;
const OUT_OF_ORDER: readonly unknown[] = ['body/paragraph-sequence', 'body/paragraph-duplicate'];
const NUMBER = /(?:^|[\r\n])[ \t]*¶?\d{1,3}[a-z]?[.)]/;

const codeOf = ({ code }: Diagnostic): unknown => (typeof code === 'object' ? code.value : code);
const isOutOfOrder = (uri: Uri): boolean =>
  languages.getDiagnostics(uri).some((each) => OUT_OF_ORDER.includes(codeOf(each)));
/** Lines were taken out, or a numbered one was put in. */
const hasParagraphs = ({ contentChanges }: TextDocumentChangeEvent): boolean =>
  contentChanges.some(({ range, text }) => !range.isSingleLine || NUMBER.test(text));

export function offerRenumbering(): Disposable {
  /** The cable that was in order before paragraphs of it came or went. */
  let watched: TextDocument | null = null;
  let isQuiet = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const offer = (): void => {
    const document = watched;
    if (!document || !isQuiet || !isOutOfOrder(document.uri)) return;
    watched = null;
    void ask(document);
  };
  return Disposable.from(
    new Disposable(() => clearTimeout(timer)),
    workspace.onDidChangeTextDocument((event) => {
      const { document, contentChanges, reason } = event;
      if (document !== window.activeTextEditor?.document || document.languageId !== 'cable' || !contentChanges.length)
        return;
      // Whatever was in order is changed no further, or changed back.
      if (isQuiet || reason === TextDocumentChangeReason.Undo) watched = null;
      isQuiet = false;
      // What was found is still that of the text before.
      if (!watched && reason === undefined && hasParagraphs(event) && !isOutOfOrder(document.uri)) watched = document;
      clearTimeout(timer);
      timer = setTimeout(() => {
        isQuiet = true;
        offer();
      }, QUIET);
    }),
    // It may be found later.
    languages.onDidChangeDiagnostics(offer),
  );
}

async function ask(document: TextDocument): Promise<void> {
  const settings = workspace.getConfiguration('cable', document);
  if (!settings.get('offerRenumbering', true)) return;
  const [renumber, never] = [l10n.t('Renumber'), l10n.t("Don't Ask Again")];
  const answer = await window.showInformationMessage(
    l10n.t('The paragraphs are no longer numbered in order.'),
    renumber,
    never,
  );
  if (answer === never) await settings.update('offerRenumbering', false, ConfigurationTarget.Global);
  if (answer !== renumber) return;
  await window.showTextDocument(document);
  await commands.executeCommand('cable.renumber');
}

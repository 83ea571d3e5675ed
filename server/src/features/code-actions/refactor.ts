/** Changes that no finding asks for: offered where they make sense, one by one. */
import * as l10n from '@vscode/l10n';
import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import type { MessageView } from '../../model/view';
import { removeArtefacts } from '../../rewrite/artefacts';
import { letterSpaceClassification, upperCaseClassification } from '../../rewrite/classification-line';
import { joinPages } from '../../rewrite/join-pages';
import { missingLines } from '../../rewrite/missing-lines';
import { moveParagraph } from '../../rewrite/move-paragraph';
import { addCableMarks, cableMark } from '../../rewrite/portion-marks';
import { renumber } from '../../rewrite/renumber';
import { settle } from '../../rewrite/settle';
import { splitJoinedLine } from '../../rewrite/split-line';
import { splitSections } from '../../rewrite/split-sections';
import { normaliseTags } from '../../rewrite/tags-line';
import { orderInForce } from '../../rules/facts/orders';
import type { Span } from '../../syntax/tree';
import type { Edit } from '../../text/edits';
import type { Snapshot } from '../snapshot';
import { type ActionAbilities, wants, workspaceEdit } from './action';

export const REWRITE = `${CodeActionKind.RefactorRewrite}.cable`;

interface Refactoring {
  /** Last part of its kind, by which a key can be bound to it. */
  readonly name: string;
  readonly title: string;
  readonly edits: readonly Edit[];
}

/**
 * Rewritings of a whole message that may bring more of their work to light. The text is read again to find it, which is done when one of them
 * is chosen, not with every move of the cursor, where the client lets us.
 */
const SETTLED: Readonly<Record<string, (view: MessageView) => readonly Edit[]>> = {
  joinPages: (view) => joinPages(view),
  renumber: (view) => renumber(view),
  tags: normaliseTags,
  portionMarks: addCableMarks,
};

/** What is kept with an action until it is chosen. */
interface Chosen {
  readonly uri: string;
  readonly version: number;
  readonly name: string;
  /** A place in the message, in UTF-16 code units. */
  readonly offset: number;
}

/**
 * What can be rewritten at a place: all paragraphs from any place in the body, a line of the header from itself.
 * @param isNamed one is asked for by its name, as a command or a key does: what is about the whole cable is then found from anywhere.
 */
function refactorings(view: MessageView, { start, end }: Span, isNamed: boolean): Refactoring[] {
  const { message } = view;
  const found: Refactoring[] = [];
  const add = (name: string, title: string, edits: readonly Edit[]): void => {
    if (edits.length) found.push({ name, title, edits });
  };
  add('splitLine', l10n.t('Split the joined line'), splitJoinedLine(view, start));
  const lines = start < end ? { start, end } : null;
  const isInBody = start < message.body.end && end >= message.body.start;
  if (isInBody)
    for (const direction of ['up', 'down'] as const)
      add(
        `moveParagraph${direction === 'up' ? 'Up' : 'Down'}`,
        direction === 'up' ? l10n.t('Move the paragraph up') : l10n.t('Move the paragraph down'),
        moveParagraph(view, start, direction) ?? [],
      );
  if (isInBody || isNamed) {
    add(
      'joinPages',
      lines ? l10n.t('Join the selected pages') : l10n.t('Join pages and sections'),
      joinPages(view, lines),
    );
    add('splitSections', l10n.t('Split into sections'), splitSections(view));
    add('renumber', l10n.t('Renumber the paragraphs'), renumber(view));
    const mark = cableMark(view);
    if (mark) add('portionMarks', l10n.t('Mark unmarked paragraphs ({0})', mark), addCableMarks(view));
  }
  add(
    'removeArtefacts',
    lines ? l10n.t('Remove what the archive added to the selection') : l10n.t('Remove what the archive added'),
    removeArtefacts(view, lines),
  );
  const { header } = message;
  if (isNamed || view.classificationLines.some(({ field }) => start <= field.end && end >= field.start)) {
    add('upperCase', l10n.t('Write the classification in capitals'), upperCaseClassification(view));
    add('letterSpace', l10n.t('Letter-space the classification'), letterSpaceClassification(view));
  }
  if (header && start <= header.end && end >= header.start) {
    if (view.fields('tags').some((field) => start <= field.end && end >= field.start))
      add('tags', l10n.t('Put the TAGS line in order'), normaliseTags(view));
    for (const { kind, label, edit } of missingLines(view, orderInForce(view)))
      add(`insert.${kind}`, l10n.t('Insert the {0} line', label), [edit]);
  }
  return found;
}

export function refactorActions(
  snapshot: Snapshot,
  at: Span,
  only: readonly string[] | undefined,
  abilities: ActionAbilities,
): CodeAction[] {
  if (!wants(REWRITE, only) && !only?.some((kind) => kind.startsWith(REWRITE))) return [];
  const isNamed = only?.some((kind) => kind.startsWith(`${REWRITE}.`)) ?? false;
  const view = snapshot.viewAt(at.start);
  return refactorings(view, at, isNamed).flatMap(({ name, title, edits }): CodeAction[] => {
    const kind = `${REWRITE}.${name}`;
    if (!wants(kind, only)) return [];
    const isSelection = name === 'joinPages' && at.start < at.end;
    const settles = isSelection ? undefined : SETTLED[name];
    const { uri, version } = snapshot;
    // Who names one has it done at once.
    if (settles && !isNamed && abilities.resolvesEdits)
      return [{ title, kind, data: { uri, version, name, offset: at.start } satisfies Chosen }];
    return [{ title, kind, edit: workspaceEdit(snapshot, settles ? settle(view, settles, edits) : edits, abilities) }];
  });
}

/**
 * The action with its edit, now that it was chosen; as it came where it is none of these, or where its document has changed.
 * @param latest the document of an address
 */
export function resolveRefactoring(
  action: CodeAction,
  latest: (uri: string) => Snapshot | null,
  abilities: ActionAbilities,
): CodeAction {
  const { uri, version, name, offset } = (action.data ?? {}) as Partial<Chosen>;
  const settles = typeof name === 'string' && Object.hasOwn(SETTLED, name) ? SETTLED[name] : undefined;
  const snapshot = settles && typeof uri === 'string' ? latest(uri) : null;
  if (!settles || !snapshot || snapshot.version !== version || !Number.isSafeInteger(offset)) return action;
  return { ...action, edit: workspaceEdit(snapshot, settle(snapshot.viewAt(offset!), settles), abilities) };
}

/** Everything that an editor asks about an open cable, at places by chance. */
import type { CodeAction, Range, SelectionRange, WorkspaceEdit } from 'vscode-languageserver-types';
import { NO_SETTINGS } from '../../../server/src/config/resolve';
import { configureActions } from '../../../server/src/features/code-actions/configure';
import { fixAll } from '../../../server/src/features/code-actions/fix-all';
import { addToGlossary } from '../../../server/src/features/code-actions/glossary';
import { quickFixes } from '../../../server/src/features/code-actions/quick-fixes';
import { REWRITE, refactorActions } from '../../../server/src/features/code-actions/refactor';
import { completion, resolveCompletion } from '../../../server/src/features/completion';
import { definition } from '../../../server/src/features/definition';
import { documentHighlights } from '../../../server/src/features/document-highlights';
import { documentLinks } from '../../../server/src/features/document-links';
import { foldingRanges } from '../../../server/src/features/folding-ranges';
import { formatting } from '../../../server/src/features/formatting';
import { glossaryPage } from '../../../server/src/features/glossary-page';
import { explain } from '../../../server/src/features/hover/explain';
import { inlayHints } from '../../../server/src/features/inlay-hints';
import { toMarkdown } from '../../../server/src/features/markdown';
import { onType, TYPED } from '../../../server/src/features/on-type';
import { portions } from '../../../server/src/features/portions';
import { references } from '../../../server/src/features/references';
import { prepareRename, rename } from '../../../server/src/features/rename/rename';
import { CannotRename } from '../../../server/src/features/rename/target';
import { selectionRanges } from '../../../server/src/features/selection-ranges';
import { semanticTokens } from '../../../server/src/features/semantic-tokens';
import { type Snapshot, snapshot } from '../../../server/src/features/snapshot';
import { status } from '../../../server/src/features/status';
import { NO_GLOSSARY } from '../../../server/src/meaning/glossary';
import { finish } from '../../../server/src/text/steps';
import { generate } from '../../support/generate';
import { random } from '../../support/random';
import { cableOf, shelf } from '../../unit/features/shelf';
import { insist, type Target } from '../engine/target';
import { Lines, somewhere } from './laws';

const URI = 'file:///x%20y.cable';
const ABLE = { documentChanges: true, createFiles: true, resolvesEdits: false };
const CHECKING = { settings: NO_SETTINGS, docs: null };
/** A few cables around it, which some of the words of others lead to. */
const AROUND = shelf({
  'a.cable': cableOf({ post: 'ROME', serial: 1 }),
  'b.cable': cableOf({ year: 2005, post: 'STATE', serial: 226504, ref: 'A. ROME 1' }),
  'c.cable': generate(random(3).int(1, 99)).text,
});

export const features: Target = {
  name: 'features',
  law: 'whatever an editor asks, anywhere: an answer, whose ranges lie in the text and whose edits do not overlap',
  holds: ({ text, next }) => {
    const now = snapshot(URI, 1, text);
    const lines = new Lines(text);
    const on = (what: string, range: Range | undefined | null): void => {
      if (range) lines.insistOn(what, range);
    };
    const inEdit = (what: string, edit: WorkspaceEdit | undefined): void => {
      for (const each of edit?.documentChanges ?? [])
        if ('edits' in each && each.textDocument.uri === URI) lines.insistOnEdits(what, each.edits as never);
    };
    const inActions = (actions: readonly CodeAction[]): void => {
      for (const { title, edit } of actions) {
        insist(title.trim() !== '' && !/[\r\n]/.test(title), 'a title is a line', () => title);
        inEdit(title.replace(/[A-Z\d].*/s, ''), edit);
      }
    };
    for (const range of foldingRanges(now))
      insist(
        0 <= range.startLine && range.startLine < range.endLine && range.endLine < lines.lengths.length,
        'folding',
        () => JSON.stringify(range),
      );
    tokens(now, lines);
    for (const { range } of documentLinks(now, AROUND)) on('link', range);
    for (const { first, last } of portions(now)) insist(first <= last && last < lines.lengths.length, 'portions');
    status(now, []);
    glossaryPage(now, NO_GLOSSARY);
    lines.insistOnEdits('formatting', finish(formatting(now)));
    const all = finish(fixAll(now, CHECKING, ABLE));
    if (all) inActions([all]);

    for (let tries = 0; tries < 3; tries++) {
      const [offset, other] = [somewhere(text, next), somewhere(text, next)];
      const at = { start: Math.min(offset, other), end: Math.max(offset, other) };
      const position = now.lines.positionAt(offset);
      const range = now.lines.range(at);
      insist(lines.has(position), 'a place of the text', () => JSON.stringify(position));
      const explained = explain(now, offset, String, NO_GLOSSARY, AROUND);
      if (explained) {
        on('hover', now.lines.range(explained.at));
        insist(
          !/\]\((?!file:)/.test(toMarkdown(explained.cards, URI).replace(/\\./g, '')),
          'a card that links to elsewhere',
          () => toMarkdown(explained.cards, URI),
        );
      }
      for (const links of [false, true])
        for (const each of [definition(now, offset, NO_GLOSSARY, AROUND, links) ?? []].flat())
          on(
            'definition',
            'originSelectionRange' in each
              ? each.originSelectionRange
              : 'uri' in each && each.uri === URI
                ? each.range
                : null,
          );
      for (const each of references(now, offset, NO_GLOSSARY, AROUND, true))
        if (each.uri === URI) on('references', each.range);
      for (const each of documentHighlights(now, offset, NO_GLOSSARY)) on('highlights', each.range);
      const { items } = completion(now, offset);
      for (const { textEdit } of items.slice(0, 20))
        on('completion', textEdit && 'range' in textEdit ? textEdit.range : null);
      if (items.length) resolveCompletion(next.pick(items), true);
      for (let each: SelectionRange | undefined = selectionRanges(now, [position])[0]; each; each = each.parent)
        on('selection', each.range);
      for (const hint of inlayHints(
        now,
        range,
        NO_GLOSSARY,
        { localTime: true, countries: true, acronyms: true },
        String,
      ))
        insist(lines.has(hint.position), 'hints');
      lines.insistOnEdits('formatting of some lines', finish(formatting(now, undefined, range)));
      lines.insistOnEdits('on typing', onType(now, position, next.pick(TYPED)));
      inActions(quickFixes(now, at, CHECKING, ABLE));
      inActions(refactorActions(now, at, undefined, ABLE));
      inActions(
        refactorActions(now, at, [`${REWRITE}.${next.pick(['joinPages', 'tags', 'upperCase', 'insert.tags'])}`], ABLE),
      );
      inActions(
        configureActions(now, at, CHECKING, { uri: 'file:///.cablerc.json', text: null, file: 'x.cable' }, ABLE),
      );
      const word = addToGlossary(
        now,
        offset,
        NO_GLOSSARY,
        { uri: 'file:///cable-glossary.json', text: null },
        { ...ABLE, addsToGlossary: next.chance(0.5) },
      );
      if (word) inActions([word]);
      try {
        on('rename', prepareRename(now, offset, NO_GLOSSARY).range);
        inEdit('rename', rename(now, offset, next.pick(['B', 'OLRA', 'x', '']), NO_GLOSSARY, ABLE));
      } catch (error) {
        if (!(error instanceof CannotRename)) throw error;
      }
    }
    return undefined;
  },
};

/** Each token lies on one line, behind the one before. */
function tokens(now: Snapshot, lines: Lines): void {
  const { data } = semanticTokens(now, NO_GLOSSARY, () => null);
  let [line, character, end] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down, right, length] = data.slice(at, at + 3) as [number, number, number];
    if (down) [line, character, end] = [line + down, 0, 0];
    character += right;
    insist(down >= 0 && right >= 0 && length > 0 && character >= end, 'tokens are in order');
    end = character + length;
    insist(lines.has({ line, character: end }), 'a token lies on its line');
  }
}

/** Whatever is rewritten keeps the line ends of its text: the same text with other line ends becomes the same with those. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextEdit } from 'vscode-languageserver-types';
import { mend } from '../../../server/src/config/mend';
import { NO_SETTINGS } from '../../../server/src/config/resolve';
import { REWRITE, refactorActions } from '../../../server/src/features/code-actions/refactor';
import { onType } from '../../../server/src/features/on-type';
import { type Snapshot, snapshot } from '../../../server/src/features/snapshot';
import { FORMAT_DEFAULTS, formatText } from '../../../server/src/rules/formatting';
import { applyEdits } from '../../../server/src/text/edits';
import { finish } from '../../../server/src/text/steps';

const root = join(__dirname, '..', '..', '..');
const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
/** Invented cables that are UTF-8 with the line ends of Unix. */
const cables = ['samples', 'test/corpus/good', 'test/corpus/format', 'test/fixtures'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.cable'))
    .map((name) => [`${folder}/${name}`, readFileSync(join(root, folder, name), 'utf8')] as const)
    .filter(([, text]) => !/[\r\0\ufffd\u0085\u2028\u2029\v\f]/.test(text)),
);

const applied = ({ text, lines }: Snapshot, edits: readonly TextEdit[]): string =>
  applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      start: lines.offsetAt(range.start),
      end: lines.offsetAt(range.end),
      text: newText,
    })),
  );

/** Every refactoring of a text, asked for in the middle of each of its messages: its kind, and what becomes of the text. */
function refactored(text: string): Map<string, string> {
  const open = snapshot('file:///invented.cable', 1, text);
  const found = new Map<string, string>();
  for (const { start, end, body, header } of open.cable.messages)
    for (const part of [header ?? { start, end }, body]) {
      // By lines: an offset would mean another place in the other text.
      const line = Math.floor((open.lines.lineAt(part.start) + open.lines.lineAt(part.end)) / 2);
      const at = open.lines.offsetAt({ line, character: 0 });
      const named = refactorActions(open, { start: at, end: at }, undefined, {
        documentChanges: false,
        createFiles: false,
        resolvesEdits: false,
      });
      const whole = ['joinPages', 'splitSections', 'renumber', 'portionMarks', 'upperCase', 'letterSpace'].flatMap(
        (name) =>
          refactorActions(open, { start: at, end: at }, [`${REWRITE}.${name}`], {
            documentChanges: false,
            createFiles: false,
            resolvesEdits: false,
          }),
      );
      for (const { kind, edit } of [...named, ...whole])
        found.set(`${kind} in line ${line}`, applied(open, Object.values(edit!.changes!)[0]!));
    }
  return found;
}

describe('line ends', () => {
  it('are tried on many texts', () => assert.ok(cables.length > 50, String(cables.length)));
  for (const [name, text] of cables)
    it(name, () => {
      assert.equal(formatText(crlf(text), FORMAT_DEFAULTS), crlf(formatText(text, FORMAT_DEFAULTS)), 'formatted');
      assert.equal(finish(mend(crlf(text), NO_SETTINGS)), crlf(finish(mend(text, NO_SETTINGS))), 'mended');
      const [unix, windows] = [refactored(text), refactored(crlf(text))];
      assert.deepEqual([...windows.keys()], [...unix.keys()]);
      for (const [kind, after] of unix) assert.equal(windows.get(kind), crlf(after), kind);
    }).timeout(60_000);

  it('are those of the text in a paragraph that Enter begins', () => {
    const text = '1.  (U) One bell.\n\n2.  (U) Two bells.\n\n';
    const typed = (given: string): string => {
      const open = snapshot('file:///invented.cable', 1, given);
      return applied(open, onType(open, { line: 3, character: 0 }, '\n'));
    };
    assert.match(typed(text), /\n3\./);
    assert.equal(typed(crlf(text)), crlf(typed(text)));
  });
});

/**
 * Every range that a feature gives is one of the text, whatever ends its lines and whatever letters are in it. Lines are counted by
 * `TextDocument` of vscode-languageserver-textdocument, which knows nothing of ours; and what has been found stays at the same words
 * when line ends become others.
 */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range, SelectionRange } from 'vscode-languageserver-types';
import { NO_SETTINGS } from '../../../server/src/config/resolve';
import { quickFixes } from '../../../server/src/features/code-actions/quick-fixes';
import { refactorActions } from '../../../server/src/features/code-actions/refactor';
import { codeLenses } from '../../../server/src/features/code-lens';
import { completion } from '../../../server/src/features/completion';
import { definition } from '../../../server/src/features/definition';
import { diagnostics } from '../../../server/src/features/diagnostics';
import { documentHighlights } from '../../../server/src/features/document-highlights';
import { documentLinks } from '../../../server/src/features/document-links';
import { documentSymbols } from '../../../server/src/features/document-symbols';
import { foldingRanges } from '../../../server/src/features/folding-ranges';
import { formatting } from '../../../server/src/features/formatting';
import { explain } from '../../../server/src/features/hover/explain';
import { inlayHints } from '../../../server/src/features/inlay-hints';
import { portions } from '../../../server/src/features/portions';
import { references } from '../../../server/src/features/references';
import { prepareRename, rename } from '../../../server/src/features/rename/rename';
import { selectionRanges } from '../../../server/src/features/selection-ranges';
import { semanticTokens } from '../../../server/src/features/semantic-tokens';
import { type Snapshot, snapshot } from '../../../server/src/features/snapshot';
import { LineIndex } from '../../../server/src/model/line-index';
import { finish } from '../../../server/src/text/steps';
import { allCables } from '../../support/fixtures';
import { generate } from '../../support/generate';
import { type Random, random } from '../../support/random';
import { shelf, uriOf } from './shelf';

const CHECK = { settings: NO_SETTINGS, docs: null };
const ABLE = { documentChanges: true, createFiles: true, resolvesEdits: false };
const NONE = new Map<never, never>();

/** Line ends of a text made others, and letters of two code units, marks over letters and joiners put between the letters of its words. */
const ENDS: Readonly<Record<string, (next: Random) => string>> = {
  LF: () => '\n',
  'CR LF': () => '\r\n',
  'lone CR': () => '\r',
  'all of them': (next) => next.pick(['\n', '\r\n', '\r']),
};
const STRANGE = [
  '🛥',
  '𝔘',
  'é',
  'e\u0301',
  '\u0301',
  '\u200d',
  '👩‍👩‍👧',
  '\u2028',
  '\u0085',
  'ﬀ',
  'ß',
  '\ufeff',
  '\t',
  '\ud83d',
  '\udea2',
];
const ended = (text: string, end: () => string): string => text.replace(/\r\n|\r|\n/g, end);
function strange(text: string, next: Random): string {
  let made = text;
  for (let count = next.int(1, 12); count > 0; count--) {
    const at = next.int(0, made.length);
    made = made.slice(0, at) + next.pick(STRANGE) + made.slice(at);
  }
  return made;
}

/** A range as it was given, with what gave it. */
type Given = readonly [feature: string, range: Range];

function isRange(value: unknown): value is Range {
  return (
    typeof value === 'object' && value !== null && 'start' in value && 'end' in value && typeof value.start === 'object'
  );
}
/** Every range and position within what a feature has answered, of this document. */
function* rangesIn(feature: string, value: unknown, uri: string): Generator<Given> {
  if (isRange(value)) yield [feature, value];
  else if (Array.isArray(value)) for (const each of value) yield* rangesIn(feature, each, uri);
  else if (typeof value === 'object' && value !== null) {
    const { uri: other, targetUri } = value as { uri?: unknown; targetUri?: unknown };
    if ((typeof other === 'string' && other !== uri) || (typeof targetUri === 'string' && targetUri !== uri)) return;
    for (const [name, each] of Object.entries(value)) {
      if (name === 'position') yield [feature, { start: each, end: each } as Range];
      else yield* rangesIn(feature, each, uri);
    }
  }
}

/** What every feature says of a text, asked everywhere or at some places of it. */
function* everything(of: Snapshot, next: Random): Generator<Given> {
  const { text, uri } = of;
  const library = shelf({ 'a.cable': text });
  const give = (feature: string, answer: unknown) => rangesIn(feature, answer, uri);
  yield* give('diagnostics', diagnostics(of, CHECK));
  yield* give('symbols', documentSymbols(of));
  yield* give('lenses', codeLenses(of, library, true));
  yield* give('links', documentLinks(of, library));
  yield* give('formatting', finish(formatting(of)));
  const all = { start: 0, end: text.length };
  const whole = of.lines.range(all);
  yield* give('hints', inlayHints(of, whole, NONE, { localTime: true, countries: true, acronyms: true }, String));
  yield* give('quick fixes', quickFixes(of, all, CHECK, ABLE));
  for (const { startLine, endLine } of foldingRanges(of))
    yield ['folding', { start: { line: startLine, character: 0 }, end: { line: endLine, character: 0 } }];
  for (const { first, last } of portions(of))
    yield ['portions', { start: { line: first, character: 0 }, end: { line: last, character: 0 } }];
  let [line, character] = [0, 0];
  const { data } = semanticTokens(of, NONE, () => false);
  for (let at = 0; at < data.length; at += 5) {
    character = data[at] ? data[at + 1]! : character + data[at + 1]!;
    line += data[at]!;
    yield ['tokens', { start: { line, character }, end: { line, character: character + data[at + 2]! } }];
  }
  for (let count = 0; count < 25; count++) {
    let at = next.int(0, text.length);
    // No client can ask between CR and LF.
    if (text[at - 1] === '\r' && text[at] === '\n') at++;
    const position = of.lines.positionAt(at);
    for (let each: SelectionRange | undefined = selectionRanges(of, [position])[0]; each; each = each.parent)
      yield ['selection', each.range];
    const card = explain(of, at, String, undefined, library);
    if (card) yield ['hover', of.lines.range(card.at)];
    yield* give('definition', definition(of, at, NONE, library, true));
    yield* give('references', references(of, at, NONE, library, true));
    yield* give('highlights', documentHighlights(of, at, NONE));
    yield* give('completion', completion(of, at).items);
    yield* give('refactorings', refactorActions(of, { start: at, end: at }, undefined, ABLE));
    try {
      yield ['rename', prepareRename(of, at, NONE).range];
      yield* give('rename', rename(of, at, 'ZZ', NONE, ABLE));
    } catch {
      // Most words cannot be renamed.
    }
  }
}

/** The place of a range in a document, by a count that is not ours; throws where the document has no such place. */
function placed(document: TextDocument, [feature, { start, end }]: Given): [number, number] {
  const offset = (position: Position): number => {
    const at = document.offsetAt(position);
    const back = document.positionAt(at);
    assert.deepEqual(back, position, `${feature}: no such place`);
    return at;
  };
  const [from, to] = [offset(start), offset(end)];
  assert.ok(from <= to, `${feature}: ends before it begins`);
  return [from, to];
}

const cutsPair = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');

describe('ranges', () => {
  let tried = 0;
  after(() => {
    const report = process.env.COUNT_FILE;
    if (report) writeFileSync(report, JSON.stringify({ count: tried }));
  });

  const cables = allCables().filter(([, text]) => text.length < 20_000 && !text.includes('\0'));

  describe('are of the text, by another count of lines', () => {
    for (const [name, end] of Object.entries(ENDS))
      it(`with ${name}`, () => {
        const next = random(name.length);
        let count = 0;
        const given = new Set<string>();
        for (let run = 0; run < 24; run++) {
          const [file, plain] = run % 4 ? next.pick(cables) : [`seed ${run}`, generate(run).text];
          const made = strange(
            ended(plain, () => end(next)),
            next,
          );
          const of = snapshot(uriOf('a.cable'), 1, made);
          const document = TextDocument.create(of.uri, 'cable', 1, made);
          for (const each of everything(of, next)) {
            try {
              const [from, to] = placed(document, each);
              // Half a letter cannot be shown; what is broken in the text is.
              if (each[0] !== 'formatting')
                assert.ok(!cutsPair(made, from) && !cutsPair(made, to), `${each[0]}: cuts a letter`);
            } catch (error) {
              throw new Error(`${(error as Error).message} ${JSON.stringify(each[1])} in ${file}, run ${run}`);
            }
            given.add(each[0]);
            count++;
            tried++;
          }
        }
        assert.ok(count > 2000, `${count} ranges`);
        for (const feature of [
          'diagnostics',
          'symbols',
          'folding',
          'tokens',
          'selection',
          'hover',
          'formatting',
          'quick fixes',
        ])
          assert.ok(given.has(feature), feature);
      }).timeout(180_000);
  });

  it('our own count of lines is that of TextDocument, at every place', () => {
    const next = random(11);
    for (let run = 0; run < 300; run++) {
      const text = Array.from({ length: next.int(0, 60) }, () =>
        next.pick(['\n', '\r', '\r\n', 'a', ' ', ...STRANGE]),
      ).join('');
      const [lines, document] = [new LineIndex(text), TextDocument.create('', '', 1, text)];
      for (let at = 0; at <= text.length; at++) {
        // Between CR and LF no place is told by the other.
        if (text[at - 1] === '\r' && text[at] === '\n') continue;
        assert.deepEqual(lines.positionAt(at), document.positionAt(at), JSON.stringify(text));
        assert.equal(lines.offsetAt(lines.positionAt(at)), at);
      }
      for (let line = 0; line < 8; line++)
        for (const character of [0, 1, 5, 999]) {
          const position = { line, character };
          assert.equal(lines.offsetAt(position), document.offsetAt(position), JSON.stringify([text, position]));
        }
    }
  });

  it('are at the same words whatever ends the lines', () => {
    for (let seed = 0; seed < 12; seed++) {
      const text = generate(seed + 100).text.replace('1.', '1.  🛥');
      const found = Object.entries(ENDS).map(([name, end]) => {
        const next = random(seed);
        const made = ended(text, () => end(next));
        const of = snapshot(uriOf('a.cable'), 1, made);
        const places = (feature: string, answer: unknown) =>
          [...rangesIn(feature, answer, of.uri)].map(([what, range]) => [what, range]);
        return [
          name,
          [
            places('symbols', documentSymbols(of)),
            places('diagnostics', diagnostics(of, CHECK)),
            foldingRanges(of),
            semanticTokens(of, NONE, () => false).data,
          ],
        ];
      });
      for (const [name, answer] of found) assert.deepEqual(answer, found[0]![1], `seed ${seed}, ${String(name)}`);
    }
  }).timeout(120_000);
});

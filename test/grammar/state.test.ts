import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type IGrammar, INITIAL, type StateStack } from 'vscode-textmate';
import { allCables, readCable } from '../support/fixtures';
import { loadGrammar, type Token, tokenize } from './support';

const ORDINARY = 'The ferry waited for the last passenger.';

const NASTY = [
  '(',
  '((((((((',
  'REF: (A) 05 ROME 405; (B',
  'TAGS: OVIP, US (ALDERTON, MARY',
  'TAGS:',
  'TAGS: PHUM,',
  'SUBJECT: "THE DAM',
  'SUBJECT: (U',
  'SUBJECT: (C/NF THE DAM [TEXT',
  'SUBJECT: THE DAMREF:',
  '"The ferry',
  "the keepers'",
  '[name redacted',
  '<a href="',
  '</',
  '<code><pre>',
  '&#8217',
  '¶',
  '¶1',
  '1. (',
  '1. (C',
  '(C',
  'E.O.',
  'E.O. 12958: DECL:',
  'E.O. 12065: GDS (LATHROP',
  'Classified By:',
  'CLASSIFIED BY: DCM X. REASON: 1.4 (',
  'Reason: 1.4 (b) and (',
  'FM',
  'FM ',
  'TO',
  'INFO RUEHC/',
  'XMT A',
  'XMT/',
  'RUEHGV/USMISSION GENEVA 0219UNCLAS SECTION',
  'VZCZC',
  'DE RUEHLS #',
  'ZNR',
  'ZNR UUU',
  'O 2109',
  'UNCLAS',
  'UNCLAS SECTION 01 OF',
  'C O N F I D E N T I A L',
  'S E C R E',
  'DEPT FOR G/TIP (SMITH',
  'FOR G/',
  'PASS TO',
  'From:',
  'Captions:',
  'Pass Line: STATE FOR (',
  'ACTION EUR-12',
  'PAGE 02        ANKARA',
  'BEGIN TEXT:',
  'QUOTE',
  'End',
  'Summary:',
  '(Note: the ferry',
  '-',
  '--',
  '- - - -',
  '-'.repeat(500),
  '—'.repeat(80),
  '=====',
  '------- SUMMARY',
  '------------------141603Z',
  'Declassified/Released',
  '*** Current Handling Restrictions ***',
  '<< END OF',
  'NNNN',
  'BT',
  '#',
  '\\',
  '\\\\',
  'The ferry\\',
  '\t',
  '\f',
  '\u0000',
  '\uFEFF',
  '\uD800',
  '\r',
  'x'.repeat(500),
  'A/'.repeat(500),
];

const good = readCable('samples/06LUSAKA412.cable').split('\n').slice(0, 60);
const known = [...new Set(allCables().flatMap(([, text]) => text.split(/\r\n|\r|\n/)))];
const BLANK = /^[ \t\f]*\\?$/;
const RULE = /^[ \t]*(?:-{3,}|={3,}|_{3,}|\*{3,}|~{3,}|[‐‑‒–—―]{3,}|(?:- ){3,}-?)[ \t]*\\?$/;

describe('grammar: state', () => {
  let grammar: IGrammar;
  let atRest: StateStack;
  let afterBlank: StateStack;
  let afterRule: StateStack;
  const after = (line: string, state: StateStack): StateStack => tokenize(grammar, line, state).state;
  /** All that the grammar may remember of a line. */
  const memoryOf = (line: string): StateStack => (BLANK.test(line) ? afterBlank : RULE.test(line) ? afterRule : atRest);

  before(async () => {
    grammar = await loadGrammar();
    atRest = after(ORDINARY, INITIAL);
    afterBlank = after('', INITIAL);
    afterRule = after('---', INITIAL);
  });

  /** The state after a line depends on that line alone, and on it only if it is blank or a rule. */
  const check = (line: string): void => {
    for (const state of [INITIAL, atRest, afterBlank, afterRule]) {
      const next = after(line, state);
      assert.ok(next.equals(memoryOf(line)), `${JSON.stringify(line)} leaves a state behind`);
      assert.ok(after(ORDINARY, next).equals(atRest), line);
      assert.ok(after(ORDINARY, after('', next)).equals(atRest), line);
    }
  };

  it('tells rest, a blank line and a rule apart', () => {
    assert.ok(!atRest.equals(afterBlank));
    assert.ok(!atRest.equals(afterRule));
    assert.ok(!afterBlank.equals(afterRule));
  });

  it('is at rest after every line of the samples and fixtures', () => known.forEach(check));

  for (const line of NASTY) it(`is at rest after ${JSON.stringify(line.slice(0, 50))}`, () => check(line));

  const tokensOf = (lines: readonly string[]): Token[][] => {
    let state = INITIAL;
    return lines.map((line) => {
      const result = tokenize(grammar, line, state);
      state = result.state;
      return result.tokens;
    });
  };

  it('lets a bad line colour nothing of the cable after it', () => {
    const expected = tokensOf([ORDINARY, ...good]);
    for (const line of NASTY) assert.deepEqual(tokensOf([line, ORDINARY, ...good]).slice(1), expected, line);
  });

  const fragment = fc.oneof(
    fc.constantFrom(...NASTY.filter((line) => line.length < 60)),
    fc.constantFrom(
      'TAGS: ',
      'REF: ',
      'SUBJECT: ',
      'E.O. 12958: ',
      'UNCLAS ',
      'FM ',
      'RUEHC/',
      ' ',
      '   ',
      '---',
      '. ',
      ', ',
    ),
    fc.constantFrom(...known.filter((line) => line !== '')),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  const anyLine = fc
    .array(fragment, { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join('').replace(/[\r\n]/g, ''));

  it('is at rest after any line', () => fc.assert(fc.property(anyLine, check), { seed: 1976, numRuns: 300 }));

  it('lets no line put into a cable colour more than the line below it', () => {
    const plain = tokensOf(good);
    fc.assert(
      fc.property(anyLine, fc.nat(good.length - 1), (line, at) => {
        const found = tokensOf([...good.slice(0, at), line, ...good.slice(at)]);
        assert.deepEqual(found.slice(0, at), plain.slice(0, at));
        assert.deepEqual(found.slice(at + 2), plain.slice(at + 1));
      }),
      { seed: 1976, numRuns: 300 },
    );
  });
});

import assert from 'node:assert/strict';
import { SemanticTokenTypes } from 'vscode-languageserver-types';
import { legend, semanticTokens } from '../../../server/src/features/semantic-tokens';
import { snapshot } from '../../../server/src/features/snapshot';
import { NO_GLOSSARY } from '../../../server/src/meaning/glossary';
import { allCables } from '../../support/fixtures';

const TEXT = `R 231234Z MAR 06
FM AMEMBASSY LUSAKA
TO SECSTATE WASHDC
C O N F I D E N T I A L LUSAKA 000412

SIPDIS

STATE FOR AF/S AND PM

E.O. 12958: DECL: 03/23/2016
TAGS: PHUM KTIP ZA NATO (ALDERTON, MARY)
ZZZZ
SUBJECT: X

REF: A. 05 STATE 201337
     B. LUSAKA 7
     C. SMITH/JONES E-MAIL 01/02/06

1. (C) The NGO and the QZRX read ref A, ref B,
ref C and 05 STATE
201338.  See para 2.

2. (SBU) The Lake Fisheries Board (LFB) knows.

3. (S/NF) The LFB has the refs.

4. (U) Yes.
`;
const LEGEND = legend(true);

type Decoded = [text: string, token: string];
function decode(text: string, data: readonly number[]): Decoded[] {
  const lines = text.split('\n');
  const found: Decoded[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [down, right, length, type, modifiers] = data.slice(i, i + 5) as [number, number, number, number, number];
    line += down;
    character = down ? right : character + right;
    const names = LEGEND.tokenModifiers.filter((_, bit) => modifiers & (1 << bit));
    found.push([lines[line]!.slice(character, character + length), [LEGEND.tokenTypes[type]!, ...names].join('.')]);
  }
  return found;
}
const resolves = (id: string) => (id === '05STATE201337' ? true : id === '06LUSAKA7' ? false : null);
const of = snapshot('file:///x.cable', 1, TEXT);
const tokens = (text: string, known: (id: string) => boolean | null) =>
  decode(text, semanticTokens(snapshot('file:///x.cable', 1, text), NO_GLOSSARY, known).data);

describe('semantic tokens', () => {
  it('tell what a grammar cannot know', () => {
    assert.deepEqual(tokens(TEXT, resolves), [
      ['PHUM', 'subjectTag'],
      ['KTIP', 'programTag'],
      ['ZA', 'geographicTag'],
      ['NATO', 'organizationTag'],
      ['ALDERTON, MARY', 'personTag'],
      ['ZZZZ', 'unknownTag'],
      ['05 STATE 201337', 'reference.resolved'],
      ['LUSAKA 7', 'reference.missing'],
      ['C', 'portionMark.confidential'],
      ['NGO', 'acronym'],
      ['QZRX', 'unknownAcronym'],
      ['ref A', 'reference.resolved'],
      ['ref B', 'reference.missing'],
      // Nobody can say whether it is there.
      ['05 STATE', 'reference'],
      ['201338', 'reference'],
      ['SBU', 'portionMark.sensitive'],
      ['LFB', 'acronym.definition'],
      ['S', 'portionMark.secret'],
      ['LFB', 'acronym'],
      ['refs', 'reference.resolved'],
      ['U', 'portionMark.unclassified'],
    ]);
  });
  it('say nothing of what cannot be known, or not yet', () => {
    const names = tokens(TEXT, () => null).map(([, name]) => name);
    assert.equal(names.filter((name) => name === 'reference').length, 7);
    assert.ok(names.every((name) => !/missing|resolved/.test(name)));
  });
  it('have the same numbers for a client that knows the standard types alone', () => {
    const standard = legend(false);
    assert.deepEqual(LEGEND.tokenModifiers, standard.tokenModifiers);
    assert.equal(LEGEND.tokenTypes.length, standard.tokenTypes.length);
    const known: readonly string[] = Object.values(SemanticTokenTypes);
    for (const type of standard.tokenTypes) assert.ok(known.includes(type), type);
    assert.equal(new Set(LEGEND.tokenTypes).size, LEGEND.tokenTypes.length);
  });
  it('of a reference over a page line leave that line out', () => {
    const cut = TEXT.replace('05 STATE\n201338', '05 STATE\n\nLUSAKA 00000412  002 OF 002\n\n201338');
    const found = tokens(cut, () => true);
    const at = found.findIndex(([text]) => text === '05 STATE');
    assert.deepEqual(found.slice(at, at + 2), [
      ['05 STATE', 'reference.resolved'],
      ['201338', 'reference.resolved'],
    ]);
  });
  it('of codes that run into each other are one', () => {
    const run = TEXT.replace('PHUM KTIP', 'PHUMPGOV');
    assert.deepEqual(tokens(run, resolves)[0], ['PHUMPGOV', 'subjectTag']);
  });
  it('of a range are those of the whole that touch it', () => {
    const part = semanticTokens(of, NO_GLOSSARY, resolves, {
      start: { line: 22, character: 4 },
      end: { line: 22, character: 40 },
    });
    assert.deepEqual(decode(TEXT, part.data), [
      ['SBU', 'portionMark.sensitive'],
      ['LFB', 'acronym.definition'],
    ]);
  });
  for (const [name, text] of allCables())
    it(`are in order, apart and within their lines: ${name}`, () => {
      const { data } = semanticTokens(snapshot('file:///x', 1, text), NO_GLOSSARY, () => true);
      const lines = text.split(/\r\n|\r|\n/);
      let [line, end] = [0, 0];
      let character = 0;
      for (let i = 0; i < data.length; i += 5) {
        const [down, right, length] = data.slice(i, i + 3) as [number, number, number];
        assert.ok(down >= 0 && right >= 0 && length > 0);
        line += down;
        character = down ? right : character + right;
        assert.ok(down > 0 || character >= end, `line ${line + 1}`);
        end = character + length;
        assert.ok(end <= lines[line]!.length, `line ${line + 1}`);
      }
    });
});

/** Definition, references and highlights across a library, against the library itself. */
import assert from 'node:assert/strict';
import type { DocumentHighlight, Location, LocationLink } from 'vscode-languageserver-types';
import { definition } from '../../../server/src/features/definition';
import { documentHighlights } from '../../../server/src/features/document-highlights';
import { type LibraryContext, NO_LIBRARY } from '../../../server/src/features/library-context';
import { references } from '../../../server/src/features/references';
import { type Snapshot, snapshot } from '../../../server/src/features/snapshot';
import { NO_GLOSSARY } from '../../../server/src/meaning/glossary';
import { at, cableOf, shelf, textAt, uriOf } from './shelf';

const BELL = cableOf({
  ref: 'A. 05 STATE 12345\n     B. PARIS 7\n     C. SMITH/JONES E-MAIL 01/02/06',
  body: '1.  (U) Summary:  🔔 Ref A (of the Tower Bell Office (TBO)) rang; see para 3.\nEnd summary.\n\n2.  (U) As ref A, para 2, and 05 STATE 12345 said; the TBO agreed with\nref B, not with ref C.\n\n3.  (U) It stopped, as paras 1-2 say, and as 05 LIMA 4 had it.',
});
const STATE = { year: 2005, post: 'STATE', serial: 12345, subject: 'BELLS AND TOWERS' } as const;
const FILES = {
  'bell.cable': BELL,
  'state.cable': cableOf(STATE),
  'state-corrected.cable': cableOf({ ...STATE, classification: ' CORRECTED COPY' }),
  'lima.cable': cableOf({ post: 'LIMA', serial: 9, ref: 'A. ROME 1\n     B. 05 STATE 12345' }),
  'paris.cable': cableOf({ post: 'PARIS', serial: 8, body: '1.  (U) As 06 ROME 1 said.\n\n2.  (U) Yes.' }),
};
const LIBRARY = shelf(FILES);
const bell = snapshot(uriOf('bell.cable'), 1, BELL);

/** Where one arrives: file and line from 1. */
function arrivals(of: Snapshot, offset: number, context: LibraryContext = LIBRARY): string[] {
  const found = definition(of, offset, NO_GLOSSARY, context, false);
  return (Array.isArray(found) ? (found as Location[]) : found ? [found] : []).map(told);
}
const told = ({ uri, range }: Location): string => `${uri.slice(uriOf('').length)}:${range.start.line + 1}`;
const places = (words: string, nth = 0, declaration = true, of = bell, context: LibraryContext = LIBRARY): string[] =>
  references(of, at(of.text, words, nth), NO_GLOSSARY, context, declaration).map(told);
const lineOf = (text: string, words: string): number => text.slice(0, text.indexOf(words)).split('\n').length;

describe('definition', () => {
  const subject = lineOf(FILES['state.cable'], 'SUBJECT');
  const copies = [`state-corrected.cable:${subject}`, `state.cable:${subject}`];
  for (const [words, nth] of [
    ['05 STATE 12345', 0],
    ['05 STATE 12345', 1],
    ['Ref A', 0],
  ] as const)
    it(`of ${words} (${nth}) is the cable in all its copies, the best first`, () =>
      assert.deepEqual(arrivals(bell, at(BELL, words, nth)), copies));
  it('of ref A, para 2 is that paragraph there', () => {
    const line = lineOf(FILES['state.cable'], '2.  (U)');
    const expected = [`state-corrected.cable:${line}`, `state.cable:${line}`];
    assert.deepEqual(arrivals(bell, at(BELL, 'ref A', 0)), expected);
    assert.deepEqual(arrivals(bell, at(BELL, 'para 2')), expected);
  });
  it('of a letter whose cable is not here is its entry', () =>
    assert.deepEqual(arrivals(bell, at(BELL, 'ref B')), [`bell.cable:${lineOf(BELL, 'PARIS 7')}`]));
  it('of a letter of something else is its entry', () =>
    assert.deepEqual(arrivals(bell, at(BELL, 'ref C')), [`bell.cable:${lineOf(BELL, 'SMITH')}`]));
  it('of a paragraph of something else is its entry', () => {
    const of = snapshot(bell.uri, 1, BELL.replace('not with ref C', 'not with ref C, para 4'));
    const entry = lineOf(BELL, 'SMITH');
    assert.deepEqual(arrivals(of, at(of.text, 'para 4')), [`bell.cable:${entry}`]);
    assert.deepEqual(places('para 4', 0, false, of), [`bell.cable:${lineOf(of.text, 'para 4')}`]);
  });
  it('of an entry that is not here is nothing', () => {
    assert.deepEqual(arrivals(bell, at(BELL, 'PARIS 7')), []);
    assert.deepEqual(arrivals(bell, at(BELL, 'SMITH/JONES')), []);
  });
  it('of a number that is not here is nothing', () => assert.deepEqual(arrivals(bell, at(BELL, '05 LIMA 4')), []));
  it('of a paragraph is its number', () => {
    const line = lineOf(BELL, '3.  (U)');
    assert.deepEqual(arrivals(bell, at(BELL, 'para 3')), [`bell.cable:${line}`]);
    assert.deepEqual(arrivals(bell, BELL.indexOf('3.  (U)')), [`bell.cable:${line}`]);
    assert.deepEqual(arrivals(bell, at(BELL, 'paras 1-2')), [`bell.cable:${lineOf(BELL, '1.  (U)')}`]);
  });
  it('of an acronym is where the cable defines it', () =>
    assert.deepEqual(arrivals(bell, at(BELL, 'TBO', 1)), [`bell.cable:${lineOf(BELL, 'TBO')}`]));
  it("of the cable's own number is itself, and its other copies", () => {
    const state = snapshot(uriOf('state%2Dcorrected.cable'), 1, FILES['state-corrected.cable']);
    assert.deepEqual(
      arrivals(state, at(state.text, 'STATE 012345')).map((each) => each.replace('%2D', '-')),
      [`state-corrected.cable:${lineOf(state.text, 'UNCLAS')}`, `state.cable:${subject}`],
    );
  });
  it('tells a client that takes links which words lead away', () => {
    const found = definition(bell, at(BELL, 'Ref A'), NO_GLOSSARY, LIBRARY, true) as LocationLink[];
    assert.equal(found.length, 2);
    assert.equal(textAt(bell, found[0]!.originSelectionRange!), 'Ref A');
    const [inside] = definition(bell, at(BELL, 'para 2'), NO_GLOSSARY, LIBRARY, true) as LocationLink[];
    const there = LIBRARY.open(inside!.targetUri)!;
    assert.equal(textAt(there, inside!.targetSelectionRange), '2');
    assert.equal(textAt(there, inside!.targetRange), '2.  (U) It stopped.');
  });
  it('of words that are only words is nothing', () => assert.deepEqual(arrivals(bell, at(BELL, 'stopped')), []));
  it('without a library is the entry', () => {
    assert.deepEqual(arrivals(bell, at(BELL, 'Ref A'), NO_LIBRARY), [`bell.cable:${lineOf(BELL, '05 STATE 12345')}`]);
    assert.deepEqual(arrivals(bell, at(BELL, '05 STATE 12345'), NO_LIBRARY), []);
  });
  it('is the subject where the file is gone, or no longer has the paragraph', () =>
    assert.deepEqual(arrivals(bell, at(BELL, 'para 2'), { ...LIBRARY, open: () => null }), copies));
});

describe('references', () => {
  const cited = ['lima.cable', 'paris.cable'];
  const files = (found: readonly string[]): string[] => [...new Set(found.map((each) => each.split(':')[0]!))];
  it('of a cable are the places here, then those in other files', () => {
    const expected = [
      `bell.cable:${lineOf(BELL, '05 STATE 12345')}`,
      `bell.cable:${lineOf(BELL, 'Ref A')}`,
      `bell.cable:${lineOf(BELL, 'ref A')}`,
      `bell.cable:${lineOf(BELL, 'ref A')}`,
      `lima.cable:${lineOf(FILES['lima.cable'], '05 STATE 12345')}`,
    ];
    for (const [words, nth] of [
      ['05 STATE 12345', 0],
      ['05 STATE 12345', 1],
      ['Ref A', 0],
      ['ref A', 0],
    ] as const)
      assert.deepEqual(places(words, nth, false), expected, words);
  });
  it('have the cable itself, in all its copies, as their declaration', () =>
    assert.deepEqual(
      places('Ref A').filter((each) => each.startsWith('state')),
      [`state-corrected.cable:${lineOf(STATE_TEXT, 'SUBJECT')}`, `state.cable:${lineOf(STATE_TEXT, 'SUBJECT')}`],
    ));
  const STATE_TEXT = FILES['state.cable'];
  it('of this cable are who cites it: from its number and its subject', () => {
    assert.deepEqual(files(places('ROME 000001', 0, false)), cited);
    assert.deepEqual(files(places('A BELL', 0, false)), cited);
    assert.deepEqual(files(places('ROME 000001')), ['bell.cable', ...cited]);
  });
  it('of this cable stand on its archive number and the serial of FL3 too', () => {
    const whole = `06ROME1\nA BELL\nTue Mar 21 00:00:00 +0100 2006\nUNCLASSIFIED\nEmbassy Rome\nVZCZCXYZ0001\nRR RUEHC\nDE RUEHRO #0001/01 0801200\nZNR UUUUU ZZH\n${BELL}`;
    const of = snapshot(uriOf('bell.cable'), 1, whole);
    for (const words of ['06ROME1', '0001/01', 'A BELL', 'ROME 000001'])
      assert.deepEqual(files(places(words, 0, false, of)), cited, words);
  });
  it('of an entry that is no cable are its letters', () => {
    const letter = `bell.cable:${lineOf(BELL, 'ref C')}`;
    assert.deepEqual(places('ref C', 0, false), [letter]);
    assert.deepEqual(places('SMITH'), [`bell.cable:${lineOf(BELL, 'SMITH')}`, letter]);
  });
  it('of a paragraph are its mentions, those of other texts not', () => {
    const number = BELL.indexOf('2.  (U)');
    const found = references(bell, number, NO_GLOSSARY, LIBRARY, false).map(told);
    assert.deepEqual(found, [`bell.cable:${lineOf(BELL, 'paras 1-2')}`]);
    assert.deepEqual(places('para 3'), [
      `bell.cable:${lineOf(BELL, '3.  (U)')}`,
      `bell.cable:${lineOf(BELL, 'para 3')}`,
    ]);
  });
  it('of an acronym are its places', () => assert.equal(places('TBO').length, 2));
  it('count an open document by its present text', () => {
    const changed = snapshot(
      bell.uri,
      2,
      BELL.replace('05 STATE 12345', '05 STATE 54321').replace('05 STATE 12345', 'it'),
    );
    assert.deepEqual(places('54321', 0, false, changed), [
      `bell.cable:${lineOf(BELL, '05 STATE 12345')}`,
      `bell.cable:${lineOf(BELL, 'Ref A')}`,
      `bell.cable:${lineOf(BELL, 'ref A')}`,
    ]);
  });
  it('do not repeat this document where the client writes its address in another way', () => {
    const of = snapshot(uriOf('state%2Dcorrected.cable'), 1, FILES['state-corrected.cable']);
    const found = references(of, at(of.text, 'STATE 012345'), NO_GLOSSARY, LIBRARY, true);
    assert.equal(found.filter(({ uri }) => uri.includes('corrected')).length, 1);
  });
  it('without a library are those of this document', () =>
    assert.deepEqual(files(places('Ref A', 0, true, bell, NO_LIBRARY)), ['bell.cable']));
});

describe('highlights', () => {
  const shown = (words: string, nth = 0): string[] =>
    documentHighlights(bell, at(BELL, words, nth), NO_GLOSSARY).map(
      ({ range, kind }: DocumentHighlight) =>
        `${textAt(bell, range)} ${kind === 3 ? 'written' : kind === 2 ? 'read' : ''}`,
    );
  it('of a cable are its mentions, and its entry as written', () =>
    assert.deepEqual(shown('Ref A'), ['05 STATE 12345 written', 'Ref A read', 'ref A read', '05 STATE 12345 read']));
  it('of a paragraph are its number and its mentions', () =>
    assert.deepEqual(shown('para 3'), ['3 written', 'para 3 read']));
  it('of an entry that is no cable are its letters', () => {
    assert.equal(shown('ref C').length, 2);
    assert.match(shown('ref C')[0]!, /^SMITH.* written$/);
  });
  it('of the own number are its places', () => assert.deepEqual(shown('ROME 000001'), ['ROME 000001 written']));
  it('of an acronym are its places', () => assert.deepEqual(shown('TBO'), ['TBO ', 'TBO ']));
});

describe('navigation in texts as they come', () => {
  it('is the same with the line breaks of Windows', () => {
    const text = BELL.replaceAll('\n', '\r\n');
    const of = snapshot(bell.uri, 1, text);
    for (const words of ['Ref A', 'ref B', 'ref C', 'para 3', 'paras 1-2', '05 STATE 12345', 'TBO'])
      assert.deepEqual(arrivals(of, at(text, words)), arrivals(bell, at(BELL, words)), words);
    assert.deepEqual(places('Ref A', 0, true, of), places('Ref A'));
  });
  it('counts columns in UTF-16 code units', () => {
    const [, first] = references(bell, at(BELL, 'Ref A'), NO_GLOSSARY, NO_LIBRARY, false);
    assert.equal(textAt(bell, first!.range), 'Ref A');
    assert.equal(first!.range.start.character, '1.  (U) Summary:  🔔 '.length);
  });
  it('answers at every place of a text that is broken off, or empty, or no cable', () => {
    for (const text of [
      '',
      '\n',
      'REF: A.',
      'ref A, para 2',
      BELL.slice(0, 120),
      BELL.slice(100),
      BELL.replace(/\n/g, ' '),
    ]) {
      const of = snapshot(uriOf('new.cable'), 1, text);
      for (let offset = 0; offset <= text.length; offset += 7)
        for (const context of [LIBRARY, NO_LIBRARY]) {
          definition(of, offset, NO_GLOSSARY, context, true);
          for (const { range, uri } of references(of, offset, NO_GLOSSARY, context, true))
            if (uri === of.uri) assert.notEqual(textAt(of, range), '');
          for (const { range } of documentHighlights(of, offset, NO_GLOSSARY)) assert.notEqual(textAt(of, range), '');
        }
    }
  });
  it('finds each message of a file by itself', () => {
    const other = cableOf({
      post: 'LIMA',
      serial: 9,
      ref: 'A. 05 STATE 12345',
      body: '1.  (U) As ref A.\n\n2.  (U) See para 1.',
    });
    const text = `${BELL}\n${other}`;
    const of = snapshot(uriOf('two.cable'), 1, text);
    assert.equal(of.cable.messages.length, 2);
    const offset = text.lastIndexOf('para 1') + 2;
    assert.deepEqual(arrivals(of, offset), [
      `two.cable:${text.slice(0, text.lastIndexOf('1.  (U)')).split('\n').length}`,
    ]);
    assert.equal(references(of, text.lastIndexOf('ref A') + 2, NO_GLOSSARY, NO_LIBRARY, false).length, 6);
  });
});

import assert from 'node:assert/strict';
import { allCables } from '../support/fixtures';
import { readJson } from './support';

interface Configuration {
  readonly wordPattern: string;
  readonly brackets: [string, string][];
  readonly autoClosingPairs: { readonly open: string; readonly close: string }[];
  readonly surroundingPairs: [string, string][];
  readonly folding: { readonly offSide: boolean };
}
interface Manifest {
  readonly contributes: { readonly languages: { readonly firstLine: string; readonly configuration: string }[] };
}

const [language] = readJson<Manifest>('package.json').contributes.languages;
const file = readJson<Configuration>(language!.configuration);

/** As the editor does: the match of the pattern that the place is within or beside. */
const wordAt = (text: string, at: number): string | undefined =>
  [...text.matchAll(new RegExp(file.wordPattern, 'g'))].find(
    ({ 0: word, index }) => index <= at && at <= index + word.length,
  )?.[0];

/** What is not in step with the length would not end before the suite's patience does. Measured in `npm run bench`. */
const readsLong = (read: (text: string) => void, unit: string): void => {
  for (const length of [10_000, 1_000_000]) read(`${unit.repeat(length / unit.length)}!`);
};

describe('language configuration: a word', () => {
  const WORDS = [
    'G/TIP',
    'EAP/MLS',
    'EUR/WE',
    '06PHNOMPENH534',
    '1973LIMA02545',
    'AmCit',
    'PolOff',
    'PHUM',
    'G-77',
    'UNGA/C-6',
    '210959Z',
    '000412',
    'VZCZCXRO6287',
    'C-NE1-01234',
    'XGDS-2',
    '25X1',
    '03/21/2016',
    'N/A',
    'PORT-AU-PRINCE',
    "O'Neill",
    'O’Neill',
    'Q&A',
    'RUEHC/SECSTATE',
    'Chargé',
    'Ålesund',
    'a',
    '7',
  ];
  const AROUND: [string, string][] = [
    ['', ''],
    ['(', ')'],
    ['[', ']'],
    ['"', '"'],
    ["'", "'"],
    ['“', '”'],
    ['¶', '.'],
    ['--', '--'],
    ['#', ','],
    ['/', '/'],
    ['see ', ': it'],
    [', ', '; and'],
    ['&', '...'],
    ['\\', '\\'],
  ];
  for (const word of WORDS)
    it(`${word} is one, whatever stands around it`, () => {
      for (const [left, right] of AROUND) {
        const text = left + word + right;
        for (let at = left.length; at <= left.length + word.length; at++)
          assert.equal(wordAt(text, at), word, `${text} at ${at}`);
      }
    });

  const PARTS: [string, string[]][] = [
    ['U.S. and U.K.', ['U.S', 'and', 'U.K']],
    ['SIPDIS SENSITIVE', ['SIPDIS', 'SENSITIVE']],
    ['C O N F', ['C', 'O', 'N', 'F']],
    ['PHUM, PREL,CB', ['PHUM', 'PREL', 'CB']],
    ['TAGS:PHUM', ['TAGS', 'PHUM']],
    ['#0412/01', ['0412/01']],
    ['(S//NF)', ['S', 'NF']],
    ['came--and went', ['came', 'and', 'went']],
    ['came...went', ['came', 'went']],
    ['the keepers’ bees', ['the', 'keepers', 'bees']],
    ['1,231', ['1', '231']],
    ['AT&#38;T', ['AT', '38', 'T']],
    ['-------', []],
    ['', []],
  ];
  for (const [text, words] of PARTS)
    it(`${JSON.stringify(text)} has ${words.length}`, () =>
      assert.deepEqual(text.match(new RegExp(file.wordPattern, 'g')) ?? [], words));

  for (const unit of ['a', 'A/', 'a-', "'", '&', ' ', 'é', 'G/TIP '])
    it(`is found in a line of a megabyte: ${JSON.stringify(unit)}`, () =>
      readsLong((text) => text.match(new RegExp(file.wordPattern, 'g')), unit)).timeout(60_000);
});

describe('language configuration: pairs', () => {
  it('of brackets open and close with different characters', () => {
    assert.deepEqual(file.brackets.flat().sort(), ['(', ')', '[', ']']);
    for (const [open, close] of file.brackets) assert.notEqual(open, close);
  });
  it('that close themselves can also surround', () => {
    for (const { open, close } of file.autoClosingPairs)
      assert.ok(file.surroundingPairs.some((pair) => pair[0] === open && pair[1] === close));
  });
  it('leave the apostrophe alone', () => {
    for (const open of [
      ...file.autoClosingPairs.map((pair) => pair.open),
      ...file.surroundingPairs.map(([first]) => first),
    ])
      assert.notEqual(open, "'");
  });
  it('do not fold by indentation to the left of a line', () => assert.equal(file.folding.offSide, false));
});

describe('first line', () => {
  const firstLine = new RegExp(language!.firstLine);
  const CABLES: [string, string][] = [
    ['the archive preamble', '06LUSAKA412'],
    ['the archive preamble, with a byte-order mark', '\uFEFF06LUSAKA412'],
    ['the archive preamble, with the blank of the archive', '09PORT-AU-PRINCE77 '],
    ['a document number of the 1970s', '1973LIMA02545_b'],
    ['a record of the 1970s', 'Message Text'],
    ['a page of the 1970s', 'PAGE 01        ANKARA  01204  01 OF 02  141530Z'],
    ['FL1', 'VZCZCXRO6287'],
    ['FL1 and what follows it', 'VZCZCLII2073 UU'],
    ['FL3', 'DE RUEHLS #0412/01 0800959'],
    ['FL5', 'O 210959Z MAR 06'],
    ['FL5 with two precedences', 'O P 121200Z DEC 1989 ZEX'],
    ['a draft', 'UNCLAS ROME 000127'],
    ['a draft in sections', 'UNCLAS SENSITIVE SECTION 01 OF 03 PORT LOUIS 000412'],
    ['a spaced classification', 'C O N F I D E N T I A L SECTION 1 OF 2 ANKARA 0412'],
    ['a secret cable', 'S E C R E T STATE 000111'],
  ];
  for (const [what, line] of CABLES) it(`of a cable: ${what}`, () => assert.match(line, firstLine));

  it('of a cable: each sample that begins with its header or its record', () => {
    const marked = allCables().filter(([, text]) =>
      /^\uFEFF?(?:VZCZC|[OPRZ] \d{6}Z|\d\dLUSAKA|Message Text)/.test(text),
    );
    assert.ok(marked.length > 20);
    for (const [name, text] of marked) assert.match(text.split(/\r\n|\r|\n/)[0]!, firstLine, name);
  });

  const OTHERS: [string, string[]][] = [
    ['prose', ['The ferry waited.', 'UNCLASSIFIED maps were sold.', 'DE RERUM NATURA', 'O Captain! My Captain!']],
    ['capitals', ['UNCLAIMED BAGGAGE 000412', 'SECRET TREATY OF 1974', 'P 12', 'PAGE 1 OF 2', 'PAGE 01']],
    ['Markdown', ['# Cables', '- 06LUSAKA412 is a cable', '---', '[06LUSAKA412](x)', '06LUSAKA412: notes']],
    ['code', ["import fs from 'node:fs';", '#!/bin/sh', '<?xml version="1.0"?>', '{', '// VZCZCXRO6287', 'x = 0;']],
    ['CSV', ['id,date,subject', '06LUSAKA412,2006-03-20,HONEY', '"06LUSAKA412"', 'DE,AT,CH']],
    ['logs', ['2006-03-21 09:59:00 INFO started', '[INFO] PAGE 01', '210959Z MAR 06', '20060321T0959Z']],
    ['mail', ['From: a@example.org', 'Subject: HONEY', 'Message Text: none', 'Message-ID: <1>']],
    ['nothing', ['', ' ', '\uFEFF']],
  ];
  for (const [what, lines] of OTHERS)
    it(`of no cable: ${what}`, () => {
      for (const line of lines) assert.doesNotMatch(line, firstLine);
    });

  for (const start of ['', 'UNCLAS', 'UNCLAS A', 'PAGE 01', '06', 'VZCZC', 'S E C R E T ROME'])
    for (const unit of ['A', ' ', ' A', '7'])
      it(`is judged in a line of a megabyte: ${start}${unit}...`, () =>
        readsLong((text) => firstLine.test(start + text), unit)).timeout(60_000);
});

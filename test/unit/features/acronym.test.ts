import assert from 'node:assert/strict';
import { definition, documentHighlights, references } from '../../../server/src/features/acronym';
import { addToGlossary } from '../../../server/src/features/code-actions/glossary';
import { explainName } from '../../../server/src/features/explain-name';
import { glossaryPage } from '../../../server/src/features/glossary-page';
import { toPlainText } from '../../../server/src/features/markdown';
import { snapshot } from '../../../server/src/features/snapshot';
import { joinGlossaries, NO_GLOSSARY, readGlossary } from '../../../server/src/meaning/glossary';
import { cable } from '../meaning/support';

const text = cable(
  "1. (U) The Harbour Pilots Guild (HPG) met in Rome. The HPG's members agreed.\n\n2. (U) Later HPG and QZX told NGOs and one NGO of it.",
);
const of = snapshot('file:///a%20b.cable', 1, text);
const at = (word: string, nth = 0) =>
  text
    .split(word)
    .slice(0, nth + 1)
    .join(word).length + 1;
const lines = (found: readonly { range: { start: { line: number } } }[]) =>
  found.map(({ range }) => range.start.line + 1);

describe('acronyms of a cable', () => {
  it('lead to where they are defined', () => {
    const found = definition(of, at('HPG', 2), NO_GLOSSARY);
    assert.deepEqual(found && [found.uri, found.range.start], [of.uri, { line: 9, character: 33 }]);
  });
  it('have no definition where the cable gives none', () =>
    assert.equal(definition(of, at('NGO '), NO_GLOSSARY), null));
  it('are referred to in all their forms', () => {
    assert.deepEqual(lines(references(of, at('HPG'), NO_GLOSSARY, true)), [10, 10, 12]);
    assert.deepEqual(lines(references(of, at('HPG'), NO_GLOSSARY, false)), [10, 12]);
    assert.equal(documentHighlights(of, at('NGO '), NO_GLOSSARY).length, 2);
  });
  it('need no known meaning', () => assert.equal(documentHighlights(of, at('QZX'), NO_GLOSSARY).length, 1));
  it('are not the words between', () => {
    assert.deepEqual(documentHighlights(of, at('members'), NO_GLOSSARY), []);
    assert.deepEqual(references(of, at('Later'), NO_GLOSSARY, true), []);
  });
});

describe('add to glossary', () => {
  const WRITES = { documentChanges: true, createFiles: true, addsToGlossary: false };
  const file = (content: string | null) => ({ uri: 'file:///w/cable-glossary.json', text: content });
  const written = (content: string | null) => {
    const action = addToGlossary(of, at('QZX'), NO_GLOSSARY, file(content), WRITES)!;
    let result = content ?? '';
    for (const change of action.edit!.documentChanges!) {
      if (!('edits' in change)) continue;
      const { range, newText } = change.edits[0] as {
        range: { start: { line: number; character: number } };
        newText: string;
      };
      const offset =
        result.split('\n').slice(0, range.start.line).join('\n').length +
        (range.start.line ? 1 : 0) +
        range.start.character;
      result = result.slice(0, offset) + newText + result.slice(offset);
    }
    return result;
  };
  it('is offered for a word that nobody knows', () =>
    assert.equal(addToGlossary(of, at('QZX'), NO_GLOSSARY, file(null), WRITES)?.title, 'Add QZX to the glossary'));
  it('lets a client ask for the meaning', () =>
    assert.deepEqual(
      addToGlossary(of, at('QZX'), NO_GLOSSARY, null, { ...WRITES, addsToGlossary: true })?.command?.arguments,
      ['QZX'],
    ));
  it('is not offered for what is known or defined, nor without a place to write', () => {
    for (const word of ['NGO ', 'HPG', 'members'])
      assert.equal(addToGlossary(of, at(word), NO_GLOSSARY, file(null), WRITES), null);
    assert.equal(addToGlossary(of, at('QZX'), NO_GLOSSARY, null, WRITES), null);
    for (const cannot of [{ documentChanges: false }, { createFiles: false }])
      assert.equal(addToGlossary(of, at('QZX'), NO_GLOSSARY, file(null), { ...WRITES, ...cannot }), null);
  });
  it('keeps the line ends of the file', () =>
    assert.equal(written('{\r\n  "A": "b"\r\n}\r\n'), '{\r\n  "QZX": "",\r\n  "A": "b"\r\n}\r\n'));
  for (const content of [null, '{}', '{\n}\n', '{ "A": "b" }', '{\n  "A": "b"\n}\n'])
    it(`leaves a valid file: ${JSON.stringify(content)}`, () => {
      const result = JSON.parse(written(content)) as Record<string, string>;
      assert.equal(result.QZX, '');
      if (content?.includes('"A"')) assert.equal(result.A, 'b');
    });
});

describe('the glossary of a user', () => {
  const { entries } = readGlossary({ QZX: 'Quay Zone Exchange', $schema: './x.json' }, 'your settings');
  it('explains what the tables do not know', () => {
    const [card] = explainName(of, 'QZX', joinGlossaries(entries), String);
    assert.match(toPlainText([card!]), /^Quay Zone Exchange \(QZX\)\nFrom your settings\./);
  });
  const wrong: [string, unknown, RegExp][] = [
    ['a list', ['QZX'], /an object of terms/],
    ['an empty meaning', { QZX: ' ' }, /QZX: the meaning is missing/],
    ['a number', { QZX: 3 }, /QZX: the meaning is missing/],
    ['countries by name', { QZX: { meaning: 'x', countries: ['Italy'] } }, /TAGS codes/],
    ['a year in words', { QZX: { meaning: 'x', from: 'ever' } }, /years/],
  ];
  for (const [what, value, problem] of wrong)
    it(`tells of ${what}, and leaves it out`, () => {
      const read = readGlossary(value, 'test');
      assert.deepEqual(read.entries, []);
      assert.match(read.problems.join(), problem);
    });
  it('keeps what is right beside what is wrong', () =>
    assert.equal(readGlossary({ A: '', B: 'Be', C: ['See', { meaning: 'Sea' }] }, 'test').entries.length, 3));
});

describe('the glossary of a cable', () => {
  const page = glossaryPage(of, NO_GLOSSARY, 'file://');
  it('lists each term once, with its meaning, count and first line', () => {
    assert.match(page, /^# Glossary of 06ROME534\n/);
    assert.match(
      page,
      /\| \*\*HPG\*\* \| Harbour Pilots Guild \*\(defined in this cable, line 10\)\* \| 3 \| \[10\]\(\/a%20b\.cable#L10\) \|/,
    );
    assert.match(page, /\| \*\*PREL\*\* \| External Political Relations/);
    assert.equal(page.match(/\*\*NGO/g)?.length, 1);
    assert.ok(!page.includes('QZX'));
  });
  it('of a text without a number has the name of the file, whatever that is', () => {
    for (const [uri, name] of [
      ['file:///a%20b.cable', 'a b.cable'],
      ['file:///100%.cable', '100%.cable'],
    ] as const)
      assert.equal(
        glossaryPage(snapshot(uri, 1, 'MOI'), NO_GLOSSARY)
          .split('\n')[0]!
          .replaceAll('\\', ''),
        `# Glossary of ${name}`,
      );
  });
  it('names lines without links outside the folder', () =>
    assert.match(glossaryPage(of, NO_GLOSSARY, 'file:///elsewhere'), /\| 3 \| 10 \|/));
  it('is escaped', () => {
    const evil = snapshot(
      'file:///x.cable',
      1,
      cable('1. (U) The <b>Harbour | Pilots [x](command:y) Guild (HPXYG) met.'),
    );
    assert.ok(!/<b>|\]\(command/.test(glossaryPage(evil, NO_GLOSSARY)));
  });
});

describe('explain a name', () => {
  const empty = snapshot('', 0, '');
  const names: [string, RegExp][] = [
    ['RGC', /Royal Government of Cambodia/],
    ['PHUM', /Human Rights \(PHUM, subject TAGS, political\)/],
    ['CB', /Cambodia/],
    ['G/TIP', /Trafficking in Persons/],
    ['SIPDIS', /SIPRNet/],
    ['RUEHPF', /PHNOM PENH/],
    ['ZNR', /in clear/],
    ['X1', /ten years/],
    ['12958', /Executive Order 12958/],
  ];
  for (const [name, expected] of names)
    it(name, () => assert.match(toPlainText(explainName(empty, name, NO_GLOSSARY, String)), expected));
  it('says nothing of what nobody knows', () => assert.deepEqual(explainName(empty, 'QZXW', NO_GLOSSARY, String), []));
  it('as it is meant in a cable', () =>
    assert.match(
      toPlainText(explainName(of, 'HPG', NO_GLOSSARY, String)),
      /Harbour Pilots Guild[\s\S]*line 10; 3 times/,
    ));
});

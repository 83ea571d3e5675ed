import assert from 'node:assert/strict';
import { type InlayOptions, inlayHints, NO_INLAY_HINTS } from '../../../server/src/features/inlay-hints';
import { snapshot } from '../../../server/src/features/snapshot';
import { joinGlossaries, NO_GLOSSARY, readGlossary } from '../../../server/src/meaning/glossary';

const TEXT = `R 231234Z MAR 06
FM AMEMBASSY LUSAKA
TO SECSTATE WASHDC
UNCLAS LUSAKA 000412

SIPDIS

STATE FOR AF/S

TAGS: PHUM ZA CF
SUBJECT: THE NGO

1. The NGO met the Lake Fisheries Board (LFB) and IOM, as reftel says.

2. The LFB and the NGOs asked IOM.
`;
const EVERYWHERE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const localTime = (utc: Date) => `at ${utc.toISOString()}`;
/** Each with the word before it. */
const hints = (options: Partial<InlayOptions>, text = TEXT, range = EVERYWHERE, glossary = NO_GLOSSARY) =>
  inlayHints(snapshot('file:///x.cable', 1, text), range, glossary, { ...NO_INLAY_HINTS, ...options }, localTime).map(
    ({ position, label }) => {
      const before = text.split('\n')[position.line]!.slice(0, position.character);
      return [before.slice(before.search(/\S+$/)), label];
    },
  );

describe('inlay hints', () => {
  it('are off until they are turned on', () => assert.deepEqual(hints({}), []));
  it('tell the local date behind a date-time group', () =>
    assert.deepEqual(hints({ localTime: true }), [['06', 'at 2006-03-23T12:34:00.000Z']]));
  it('tell no date that does not exist', () =>
    assert.deepEqual(hints({ localTime: true }, TEXT.replace('231234Z MAR', '311234Z FEB')), []));
  it('tell the country behind a geographic TAGS', () =>
    assert.deepEqual(hints({ countries: true }), [
      ['ZA', 'Zambia'],
      ['CF', 'Congo (Brazzaville)'],
    ]));
  it('tell no country behind codes that run into each other', () =>
    assert.deepEqual(hints({ countries: true }, TEXT.replace('PHUM ZA CF', 'PHUMZA CF')), [
      ['CF', 'Congo (Brazzaville)'],
    ]));
  it('tell what an acronym stands for at its first use in words, not where the cable says it', () =>
    assert.deepEqual(hints({ acronyms: true }), [
      ['NGO', 'nongovernmental organization'],
      ['IOM', 'International Organization for Migration'],
    ]));
  it('tell within a range what is first used there, in the whole cable', () => {
    const range = { start: { line: 13, character: 0 }, end: { line: 15, character: 0 } };
    assert.deepEqual(hints({ acronyms: true, countries: true, localTime: true }, TEXT, range), []);
    const first = { start: { line: 12, character: 0 }, end: { line: 13, character: 0 } };
    assert.deepEqual(hints({ acronyms: true, countries: true, localTime: true }, TEXT, first), [
      ['IOM', 'International Organization for Migration'],
    ]);
  });
  it('go by the glossary, and cut what is long', () => {
    const long = 'Island Office of the Most Secret Minister and of All his Many Friends';
    const glossary = joinGlossaries(readGlossary({ IOM: long }, 'x').entries);
    assert.deepEqual(hints({ acronyms: true }, TEXT, EVERYWHERE, glossary)[1], [
      'IOM',
      'Island Office of the Most Secret Minister and…',
    ]);
    const of = snapshot('file:///x', 1, TEXT);
    const [, hint] = inlayHints(of, EVERYWHERE, glossary, { ...NO_INLAY_HINTS, acronyms: true }, localTime);
    assert.equal(hint?.tooltip, long);
  });
  it('begin anew in each message of a file', () =>
    assert.equal(hints({ acronyms: true }, `${TEXT}\nOAKES\nBT\n\nNNNN\n\n${TEXT}`).length, 4));
});

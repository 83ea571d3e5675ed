import assert from 'node:assert/strict';
import { check } from '../../../server/src/rules/check';
import { RULES } from '../../../server/src/rules/table';
import { parse } from '../../../server/src/syntax/parse';
import { readCable } from '../../support/fixtures';

const HEAD = `R 121200Z DEC 06
FM AMEMBASSY ROME
TO SECSTATE WASHDC 6308
UNCLAS ROME 000001

E.O. 12958: N/A
TAGS: ECON, IT
SUBJECT: A BELL

`;
const RECORD = `06ROME1
A BELL
Tue Dec 12 00:00:00 +0100 2006
UNCLASSIFIED
Embassy Rome
`;
const SMART = readCable('samples/15LISBON321.cable');
const WEB = readCable('samples/05MADRID2874.cable');
const cable = (...paragraphs: string[]) =>
  `${HEAD}${paragraphs.map((text, i) => `${i + 1}.  ${text}\n`).join('\n')}\nEXAMPLE\n`;
const X = 'The bell of the tower rang for the length of a very long afternoon in May';
const KEYS = "Teleprinter text has letters, digits and `- ? : $ ! & # ' ( ) / . , ;` and double quotes, not ";

const said = (rule: string, text: string): [string, string, string][] =>
  check(parse(text))
    .filter((finding) => finding.rule === rule)
    .map(({ start, end, message, severity }) => [text.slice(start, end), message, severity]);

interface Table {
  /** [what, text, [the marked words, message][], severity] */
  readonly bad: readonly [string, string, [string, string][], string?][];
  readonly good: readonly [string, string][];
}
const TABLE: Record<string, Table> = {
  'text/line-too-long': {
    bad: [
      ['73 characters', cable(`One.\n${X}`), [[' May', '73 characters; the limit is 69.']], 'information'],
      ['a record', RECORD + cable(`One.\n${X}`), [[' May', '73 characters; the limit is 69.']], 'hint'],
      [
        'two lines of a paragraph',
        cable(`One.\n${X}\n${X}`),
        [[' May', '73 characters; the limit is 69 (and 1 more).']],
      ],
      [
        'two paragraphs',
        cable(`One.\n${X}`, `Two.\n${X}s`),
        [
          [' May', '73 characters; the limit is 69.'],
          [' Mays', '74 characters; the limit is 69.'],
        ],
      ],
      [
        'all of it',
        cable(...Array(9).fill(`One.\n${X}\n${X}`)),
        [[' May', '73 characters; the limit is 69 (and 17 more).']],
      ],
      [
        'entities are one character',
        cable(`One.\n${X.replace('bell', 'bell&#8217;s')}`),
        [['in May', '75 characters; the limit is 69.']],
      ],
    ],
    good: [
      ['69 characters', cable(`One.\n${X.slice(0, 69)}`)],
      ['trailing blanks', cable(`One.\n${X.slice(0, 60)}${' '.repeat(30)}`)],
      ['a table', cable(`Bells:\n\nNorth tower${' '.repeat(30)}3 bells${' '.repeat(30)}4 clappers`)],
      [
        'an address of the web',
        cable(`See:\nhttp://www.example.org/towers/of/the/world/and/their/bells/in/order/of/size`),
      ],
      ['entities', cable(`One.\n${X.slice(0, 60).replace('The', '&quot;The&quot;')}`)],
      ['lines cut out of a long one', readCable('test/fixtures/one-line-web-copy.cable')],
      ['later systems', SMART.replace('2.  (U)', `2.  (U) ${X}`)],
      ['not a cable', `TAGS: PHUM\n\n${X} and ${X}\n`],
    ],
  },
  'text/character-not-allowed': {
    bad: [
      ['a sign', cable('Up 40% on May.'), [['%', `${KEYS}\`%\`.`]], 'information'],
      ['several', RECORD + cable('Up 40% or 50% or {60}.'), [['%', `${KEYS}\`%\` (and 3 more).`]], 'hint'],
      ['a curly quote', cable('The tower’s bell.'), [['’', `${KEYS}\`’\`.`]]],
      ['a letter', cable('The bell of Jämsä.'), [['ä', `${KEYS}\`ä\` (and 1 more).`]]],
    ],
    good: [
      ['all keys', cable('"A" - b? c: $5! d & e #6, f\'s (g) h/i. j, k; 7.')],
      [
        'pilcrow, bullets, rules',
        `${HEAD}¶1.  One:\n\n* first\n* second\n\nComment\n=======\n\n¶2.  Two.\n\nEXAMPLE\n`,
      ],
      ['an address', cable('Write to bell_ringer@example.org or http://example.org/~bell.')],
      ['a table', cable('Shares:\n\nNorth      40%      20%\nSouth      60%      80%')],
      ['later systems', SMART.replace('Farrobo said', 'Farrobo’s yard said')],
      ['told as another encoding', cable('The towerâ€™s bell.')],
      ['a web page', WEB],
    ],
  },
  'text/html-entity': {
    bad: [
      ['one', cable('Tower &amp; bell.'), [['&amp;', '`&amp;` is an HTML entity for &.']], 'information'],
      [
        'several',
        cable('The tower&#8217;s &quot;bell&quot;.'),
        [['&#8217;', '`&#8217;` is an HTML entity for ’ (and 2 more).']],
      ],
      [
        'one that cannot be seen',
        cable('Tower&nbsp;and bell.'),
        [['&nbsp;', '`&nbsp;` is an HTML entity for U+0020.']],
      ],
    ],
    good: [
      ['a sign', cable('Tower & bell; AT&T; R&D.')],
      ['unknown names', cable('Tower &bell; tower.')],
      ['a web page', WEB],
      ['not a cable', 'TAGS: PHUM\n\nTower &amp; bell.\n'],
    ],
  },
  'text/tab': {
    bad: [
      ['one', cable('Tower\tbell.'), [['\t', 'Use blanks, not tabs.']], 'information'],
      ['several', RECORD + cable('Tower\t\tbell\ttower.'), [['\t\t', 'Use blanks, not tabs (and 1 more).']], 'hint'],
    ],
    good: [
      ['blanks', cable('Tower   bell.')],
      ['not a cable', 'TAGS: PHUM\n\nTower\tbell.\n'],
      ['above the cable', RECORD.replace('A BELL', 'A\tBELL') + cable('Tower.')],
    ],
  },
  'text/mojibake': {
    bad: [
      [
        'UTF-8 as Windows-1252',
        cable('The towerâ€™s bell.'),
        [['â€™', 'These characters come from another encoding.']],
        'warning',
      ],
      [
        'UTF-8 as Latin-1',
        cable('JÃ¤msÃ¤ and bell.'),
        [['Ã¤', 'These characters come from another encoding (and 1 more).']],
      ],
      ['lost', cable('The tower\uFFFDs bell.'), [['\uFFFD', 'These characters come from another encoding.']]],
      [
        'Windows-1252 as Latin-1',
        cable('The tower\x92s bell.'),
        [['\x92', 'These characters come from another encoding.']],
      ],
      ['an apostrophe', cable('The tower¿s bell.'), [['¿', 'These characters come from another encoding.']]],
    ],
    good: [
      ['letters', cable('JÄMSÄ, SÃO PAULO, Âge, Zürich, Ελλάδα, и в.')],
      ['an apostrophe that became a comma', cable('The CITY,S bell.')],
      ['an artefact', cable('The\n¿\n¿\nbell.')],
      ['Spanish', cable('He asked: ¿Quién?')],
      ['curly quotes', cable('The “bell” – of the tower’s.')],
    ],
  },
  'text/control-character': {
    bad: [
      ['a bell', cable('The \x07bell.'), [['\x07', 'Control character U+0007.']], 'warning'],
      ['several', cable('The \x07bell\x1b\x1b.'), [['\x07', 'Control character U+0007 (and 2 more).']]],
      ['NUL', cable('The \0bell.'), [['\0', 'Control character U+0000.']]],
    ],
    good: [
      ['a form feed before a page line', readCable('test/fixtures/form-feed.cable')],
      ['the end of an old file', `${cable('The bell.')}\x1a`],
      ['carriage returns', cable('The bell.').replaceAll('\n', '\r\n')],
      ['lone carriage returns', cable('The bell.').replaceAll('\n', '\r')],
      ['not a cable', 'TAGS: PHUM\n\nThe \x07bell.\n'],
    ],
  },
};

describe('text rules', () => {
  it('are all tested', () =>
    assert.deepEqual(
      Object.keys(TABLE).sort(),
      RULES.map(({ name }) => name as string)
        .filter((name) => name.startsWith('text/'))
        .sort(),
    ));
  for (const [rule, { bad, good }] of Object.entries(TABLE)) {
    for (const [what, text, places, severity] of bad)
      it(`${rule}: ${what}`, () => {
        const found = said(rule, text);
        assert.deepEqual(
          found.map(([at, message]) => [at, message]),
          places,
        );
        if (severity) assert.equal(found[0]![2], severity);
      });
    for (const [what, text] of good) it(`${rule} is silent: ${what}`, () => assert.deepEqual(said(rule, text), []));
  }
});

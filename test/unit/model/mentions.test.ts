/** Mentions of cables and paragraphs in a text (FORMAT 3.8, 4.1, 5.1): what is one, and what only looks like one. */
import assert from 'node:assert/strict';
import { type Mention, mentionAt, mentions } from '../../../server/src/model/mentions';
import { type MessageView, viewOf } from '../../../server/src/model/view';
import { parse } from '../../../server/src/syntax/parse';
import { allCables } from '../../support/fixtures';

const HEAD = `R 121200Z DEC 06
FM AMEMBASSY ROME
TO SECSTATE WASHDC
UNCLAS ROME 000001

E.O. 12958: N/A
TAGS: PREL, IT
SUBJECT: A BELL
`;
const LETTERED = `REF: A. STATE 12345
     B. 05 PARIS 77 AND 78
     C. 05 BERLIN 9
     D. SMITH-JONES E-MAIL 12/01/06
`;
const ONE = 'REF: 05 STATE 12345\n';

/** A cable whose first paragraph says that. */
const cable = (words: string, ref = LETTERED, head = HEAD) =>
  `${head}${ref}\n1.  ${words}\n\n2.  (U) The bell rang.\n\n3.  (U) It stopped.\n\nEXAMPLE\n`;
const viewIn = (text: string): MessageView => viewOf(parse(text));

/** `letter "ref B" 05PARIS77+05PARIS78 B, para 3`; entries are told by their letters. */
function told(text: string, { kind, start, end, ids, entries, paragraphs, own }: Mention): string {
  const labels = [...new Set(entries.map(({ label }) => label ?? '-'))].join('');
  const { first, last, letter } = paragraphs ?? { first: 0, last: 0, letter: '' };
  const range = first === last ? `${first}${letter}` : `${first}-${last}${letter}`;
  return [
    `${kind} "${text.slice(start, end).replace(/\s+/g, ' ')}"`,
    ids.join('+'),
    labels,
    paragraphs ? `${own ? 'own ' : ''}para ${range}` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
const mentioned = (text: string) =>
  mentions(viewIn(text))
    .filter(({ kind }) => kind !== 'entry')
    .map((each) => told(text, each));

const A = '06STATE12345 A';
const B = '05PARIS77+05PARIS78 B';
const C = '05BERLIN9 C';
const ALL = '06STATE12345+05PARIS77+05PARIS78+05BERLIN9 ABCD';

const ROWS: [words: string, ...found: string[]][] = [
  // Letters.
  ['As ref A said.', `letter "ref A" ${A}`],
  ['Ref. A said so.', `letter "Ref. A" ${A}`],
  ['AS IN REF A.', `letter "REF A" ${A}`],
  ['As ref (A) said.', `letter "ref (A)" ${A}`],
  ['As ref (a) said.', `letter "ref (a)" ${A}`],
  ['As ref [A] said.', `letter "ref [A]" ${A}`],
  ['As ref b, it said.', `letter "ref b" ${B}`],
  ['As reftel B said.', `letter "reftel B" ${B}`],
  ['As reference A said.', `letter "reference A" ${A}`],
  ['As refs A and B said.', `letter "refs A" ${A}`, `letter "B" ${B}`],
  ['As refs A,\nB and C said.', `letter "refs A" ${A}`, `letter "B" ${B}`, `letter "C" ${C}`],
  ['As refs (A), (B) said.', `letter "refs (A)" ${A}`, `letter "B" ${B}`],
  ['As refs A/B said.', `letter "refs A" ${A}`, `letter "B" ${B}`],
  ['As refs A-C said.', 'letter "refs A-C" 06STATE12345+05PARIS77+05PARIS78+05BERLIN9 ABC'],
  ['As refs A through C said.', 'letter "refs A through C" 06STATE12345+05PARIS77+05PARIS78+05BERLIN9 ABC'],
  ['As refs A (notal) and C said.', `letter "refs A" ${A}`, `letter "C" ${C}`],
  ["As in ref A's list.", `letter "ref A" ${A}`],
  ['As ref D said.', 'letter "ref D" D'],
  ['See ref\nA.', `letter "ref A" ${A}`],
  ['See ref\n\nROME 00000001  002 OF 002\n\n\nA.', `letter "ref ROME 00000001 002 OF 002 A" ${A}`],
  ['As ref E said.'],
  ['As ref a paper said.'],
  ['As ref I think said.'],
  ['As the ref U.S. paper said.'],
  ['We write in reference to a bell.'],
  ['We refer to A and B, of the refined kind.'],
  // Reftels.
  ['As reftel said.', `reftel "reftel" ${ALL}`],
  ['As reftels said.', `reftel "reftels" ${ALL}`],
  ['As refs said.', `reftel "refs" ${ALL}`],
  ['Per ref, it rang.', `reftel "ref" ${ALL}`],
  // Paragraphs of this cable.
  ['See para 2.', 'paragraph "para 2" own para 2'],
  ['(see para 2)', 'paragraph "para 2" own para 2'],
  ['See paragraph 3 above.', 'paragraph "paragraph 3" own para 3'],
  ['See paras 2-3.', 'paragraph "paras 2-3" own para 2-3'],
  ['See paras 2 through 3.', 'paragraph "paras 2 through 3" own para 2-3'],
  ['See paras 2 and 3.', 'paragraph "paras 2" own para 2', 'paragraph "3" own para 3'],
  ['See paras 1, 2 and 3.', 'paragraph "paras 1" own para 1', 'paragraph "2" own para 2', 'paragraph "3" own para 3'],
  ['See para 2a.', 'paragraph "para 2a" own para 2a'],
  ['See para. 3 and paragraph (2).', 'paragraph "para. 3" own para 3', 'paragraph "paragraph (2)" own para 2'],
  ['See ref A and para 3.', `letter "ref A" ${A}`, 'paragraph "para 3" own para 3'],
  ['As reftel said. Para 3 has more.', `reftel "reftel" ${ALL}`, 'paragraph "Para 3" own para 3'],
  // Paragraphs of other cables.
  ['See ref B para 3.', `letter "ref B" ${B} para 3`, `paragraph "para 3" ${B} para 3`],
  ['See para 3 of ref B.', `paragraph "para 3" ${B} para 3`, `letter "ref B" ${B} para 3`],
  ['See ref (B), paras 3-5.', `letter "ref (B)" ${B} para 3-5`, `paragraph "paras 3-5" ${B} para 3-5`],
  ['See refs A and B (para 3).', `letter "refs A" ${A}`, `letter "B" ${B} para 3`, `paragraph "para 3" ${B} para 3`],
  ['See reftel para 2.', `reftel "reftel" ${ALL} para 2`, `paragraph "para 2" ${ALL} para 2`],
  ["See reftel's para 2.", `reftel "reftel" ${ALL} para 2`, `paragraph "para 2" ${ALL} para 2`],
  ['See paras 3-5 reftel.', `paragraph "paras 3-5" ${ALL} para 3-5`, `reftel "reftel" ${ALL} para 3-5`],
  [
    'See ref A para 3 and para 4.',
    `letter "ref A" ${A} para 3`,
    `paragraph "para 3" ${A} para 3`,
    `paragraph "para 4" ${A} para 4`,
  ],
  ['See para 3 of STATE 12345.', `paragraph "para 3" ${A} para 3`, `number "STATE 12345" ${A} para 3`],
  [
    'See 05 STATE 226504 (paras 3 and 4).',
    'number "05 STATE 226504" 05STATE226504 para 3',
    'paragraph "paras 3" 05STATE226504 para 3',
    'paragraph "4" 05STATE226504 para 4',
  ],
  ['See ref E para 3.'],
  ['See para 4 of UNSCR 1244.'],
  ['See para 4 of the treaty.'],
  ['See para 4.5 and para 3-2.'],
  // Numbers.
  ['As STATE 226504 said.', 'number "STATE 226504" 06STATE226504'],
  ['As 05 STATE 226504 said.', 'number "05 STATE 226504" 05STATE226504'],
  ['It did (05 STATE 226504).', 'number "05 STATE 226504" 05STATE226504'],
  ['As 2005 STATE 226504 said.', 'number "2005 STATE 226504" 05STATE226504'],
  ['As in 2005 STATE 226504.', 'number "2005 STATE 226504" 05STATE226504'],
  ['As (05) STATE 226504 said.', 'number "(05) STATE 226504" 05STATE226504'],
  ['As STATE 226504 (05) said.', 'number "STATE 226504 (05)" 05STATE226504'],
  ['As 05\nSTATE\n226504 said.', 'number "05 STATE 226504" 05STATE226504'],
  [
    'As 05 STATE\n\nROME 00000001  002 OF 002\n\n\n226504 said.',
    'number "05 STATE ROME 00000001 002 OF 002 226504" 05STATE226504',
  ],
  ['As 06PHNOMPENH534 said.', 'number "06PHNOMPENH534" 06PHNOMPENH534'],
  ['As 1976STATE187673 said.', 'number "1976STATE187673" 76STATE187673'],
  ['The cable Phnom Penh 534 said so.', 'number "Phnom Penh 534" 06PHNOMPENH534'],
  ['It did (Phnom Penh 534).', 'number "Phnom Penh 534" 06PHNOMPENH534'],
  [
    'As Phnom Penh 534, para 2, said.',
    'number "Phnom Penh 534" 06PHNOMPENH534 para 2',
    'paragraph "para 2" 06PHNOMPENH534 para 2',
  ],
  ['As 05 Phnom Penh 534 said.', 'number "05 Phnom Penh 534" 05PHNOMPENH534'],
  ['As PHNOM PENH 534 said.', 'number "PHNOM PENH 534" 06PHNOMPENH534'],
  ['As told in USUN NEW YORK 1203.', 'number "USUN NEW YORK 1203" 06USUNNEWYORK1203'],
  ['As State 88314 and 59032 say.', 'number "State 88314" 06STATE88314', 'number "59032" 06STATE59032'],
  ['See State 88314, Paris 405.', 'number "State 88314" 06STATE88314', 'number "Paris 405" 06PARIS405'],
  ['See ref State 88314.', 'number "State 88314" 06STATE88314'],
  ['As 05 PARIS 77 said.', 'number "05 PARIS 77" 05PARIS77 B'],
  ['AS REPORTED IN BANGKOK 12345, THE BELL RANG.', 'number "BANGKOK 12345" 06BANGKOK12345'],
  ['On March 12 State 88314 said so.', 'number "State 88314" 06STATE88314'],
  // No numbers.
  ['The bill STATE 1234 was passed.'],
  ['The STATE 1234 bill was passed.'],
  ['It rang in Paris 2005 as well.'],
  ['At Vienna 1994 and Helsinki 1975 it rang.'],
  ['It rang in PARIS 2005 as well.'],
  ['It rang in Rome 12 March.'],
  ['IT RANG IN ROME 12 MARCH.'],
  ['IT RANG IN ROME 1200 HOURS, IN ROME 1430Z.'],
  ['It rang in Room 123 of Article 5.'],
  ['As Paris 405 people said.'],
  ['In 2005 Paris 405 people said so.'],
  ['ARR ROME 1430, DEP ROME 1515, AND ETA PARIS 1720.'],
  ['IN SAIGON 5000 PEOPLE HEARD IT.'],
  ['In Paris 75008 it rang.'],
  ['It rang in Washington State 98101.'],
  ['The Department of State 20520 rang.'],
  ['It costs in Paris 12,345 or in Rome 405.50.'],
  ['As 07 STATE 226504 said.'],
  ['As NATO 500 said, and the NATO 28.'],
  ['As 05 NOWHERE 12 said.'],
  ['SECTION 02 OF 03 PARIS 000405'],
  ['As ROME 1 said.'],
  ['It rang.\nTO AMEMBASSY PARIS 1234\nINFO LIMA 12345\nRUEHC/SECSTATE WASHDC 1234'],
];

describe('mentions', () => {
  for (const [words, ...found] of ROWS)
    it(JSON.stringify(words), () => assert.deepEqual(mentioned(cable(words)), found));

  it('of one entry', () => {
    assert.deepEqual(mentioned(cable('As reftel said.', ONE)), ['reftel "reftel" 05STATE12345 -']);
    assert.deepEqual(mentioned(cable('As ref A said.', ONE)), []);
  });
  it('of the letter I, which is a word as well', () => {
    const ref = `REF: ${[...'ABCDEFGHIJ'].map((letter, i) => `${letter}. 05 ROME ${i + 1}`).join('\n     ')}\n`;
    assert.deepEqual(mentioned(cable('As refs I and J said, and ref I.', ref)), [
      'letter "refs I" 05ROME9 I',
      'letter "J" 05ROME10 J',
      'letter "ref I" 05ROME9 I',
    ]);
    assert.deepEqual(mentioned(cable('As in the ref I wrote.', ref)), []);
  });
  it('of none, where there is no REF block', () =>
    assert.deepEqual(mentioned(cable('As reftel, refs and ref A said.', '')), []));
  it('are the entries of the REF block themselves', () => {
    const text = cable('The bell rang.');
    assert.deepEqual(
      mentions(viewIn(text)).map((each) => told(text, each)),
      [
        'entry "STATE 12345" 06STATE12345 A',
        'entry "05 PARIS 77" 05PARIS77 B',
        'entry "78" 05PARIS78 B',
        'entry "05 BERLIN 9" 05BERLIN9 C',
        'entry "SMITH-JONES E-MAIL 12/01/06" D',
      ],
    );
  });
  it('stand in the subject and above the text', () => {
    const head = HEAD.replace('A BELL', 'A BELL: ACTION IN PARA 3, ANSWER TO REF B AND STATE 226504');
    assert.deepEqual(mentioned(cable('The bell rang.', LETTERED, head)), [
      'paragraph "PARA 3" own para 3',
      `letter "REF B" ${B}`,
      'number "STATE 226504" 06STATE226504',
    ]);
  });
  it('of a quoted text are its own: only a number that says its year is of a cable', () => {
    const text = cable(
      'Text:\n\nBEGIN TEXT\n\nSee ref A, reftel, para 2, STATE 226504 and 05 STATE 226505.\n\nEND TEXT',
    );
    assert.deepEqual(mentioned(text), ['number "05 STATE 226505" 05STATE226505']);
  });
  it('have no year where the cable has none', () => {
    const text = 'UNCLAS ROME 000001\n\nSUBJECT: A BELL\n\n1.  As STATE 226504 and 05 STATE 226505 say.\n';
    assert.deepEqual(mentioned(text), ['number "05 STATE 226505" 05STATE226505']);
  });
  it('are of the message in which they stand', () => {
    const first = cable('See ref A.', ONE);
    const second = cable('See reftel.', ONE.replace('12345', '12346'));
    const parsed = parse(`${first}\nNNNN\n\n${second}`);
    assert.deepEqual(
      parsed.messages.map((message) => mentions(viewOf(parsed, message)).map(({ kind, ids }) => `${kind} ${ids}`)),
      [['entry 05STATE12345'], ['entry 05STATE12346', 'reftel 05STATE12346']],
    );
  });

  it('at an offset: the ends count, of two the narrower', () => {
    const text = cable('See ref B para 3, and refs A-C.');
    const view = viewIn(text);
    const at = (words: string, offset: number) => {
      const found = mentionAt(view, text.indexOf(words) + offset);
      return found && text.slice(found.start, found.end);
    };
    assert.equal(at('ref B para', 0), 'ref B');
    assert.equal(at('ref B para', 5), 'ref B');
    assert.equal(at('para 3', 0), 'para 3');
    assert.equal(at('para 3', 6), 'para 3');
    assert.equal(at('para 3', 8), null);
    assert.equal(at('refs A-C', 7), 'refs A-C');
    assert.equal(at('05 PARIS', 4), '05 PARIS 77');
    assert.equal(mentionAt(view, text.length), null);
  });

  for (const [name, text] of allCables())
    it(`are in order, each place once, within the text: ${name}`, () => {
      for (const message of parse(text).messages) {
        let last = 0;
        for (const { start, end, ids } of mentions(viewOf(parse(text), message))) {
          assert.ok(start >= last && end > start && end <= text.length);
          for (const id of ids) assert.match(id, /^\d{2}[A-Z]+(?:-A)?\d+$/);
          last = end;
        }
      }
    });

  it('cost time in step with the length of the text', () => {
    const MANY = 10_000;
    for (const words of [
      'ref A, '.repeat(MANY),
      `refs ${'A, B, '.repeat(MANY)}`,
      'reftel para 2 '.repeat(MANY),
      'para 3 of refs A and B '.repeat(MANY),
      'STATE 226504 and '.repeat(MANY),
      `State 88314${', 59032'.repeat(MANY)}`,
      'PARIS 1 PARIS '.repeat(MANY),
      `${'STATE '.repeat(MANY)}${' '.repeat(MANY)}12345`,
      `05 STATE${' 1\n'.repeat(MANY)}`,
      'A.'.repeat(MANY),
    ])
      for (const ref of [LETTERED, `REF: ${'A. STATE 12345\n     '.repeat(1000)}\n`, `REF: ${words}\n`]) {
        const view = viewIn(cable(words, ref));
        const start = process.cpuUsage();
        mentions(view);
        assert.ok(process.cpuUsage(start).user < 2_000_000, `${words.slice(0, 20)} ${ref.slice(0, 20)}`);
      }
  });
});

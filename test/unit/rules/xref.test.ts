import assert from 'node:assert/strict';
import { check } from '../../../server/src/rules/check';
import { CONFIDENTIAL, UNCLASSIFIED } from '../../../server/src/rules/specimens';
import { parse } from '../../../server/src/syntax/parse';

const rulesOf = (text: string): string[] =>
  check(parse(text))
    .map(({ rule }) => rule)
    .filter((rule) => rule.startsWith('xref/'));

/** [the text, what is replaced, by what, the one rule that must be added, the text it marks] */
type Case = readonly [text: string, from: string, to: string, rule: string, at?: string];
const CASES: Case[] = [
  [CONFIDENTIAL, '06ROME1\n', '06ROME2\n', 'xref/mrn-serial', '2'],
  [CONFIDENTIAL, '06ROME1\n', '06PARIS1\n', 'xref/mrn-post', 'PARIS'],
  [CONFIDENTIAL, '06ROME1\n', '05ROME1\n', 'xref/mrn-year'],
  [CONFIDENTIAL, 'RUEHRO #0001', 'RUEHRO #0002', 'xref/ssn-serial', '0002'],
  [CONFIDENTIAL, '#0001/01', '#0001/02', 'xref/section-de', '02'],
  [CONFIDENTIAL, '002 OF 002', '002 OF 003', 'xref/section-total-differs'],
  [CONFIDENTIAL, 'ROME 00000001', 'ROME 00000012', 'xref/page-serial', '00000012'],
  [CONFIDENTIAL, 'ROME 00000001', 'PARIS 00000001', 'xref/page-post', 'PARIS'],
  [CONFIDENTIAL, '3461200', '3501200', 'xref/julian-date', '350'],
  [CONFIDENTIAL, '3461200', '3461100', 'xref/julian-before-dtg', '1100'],
  [CONFIDENTIAL, 'Tue Dec 12', 'Fri Dec 15', 'xref/preamble-date'],
  [CONFIDENTIAL, 'OO RUEHFR', 'PP RUEHFR', 'xref/precedence-fl2', 'PP'],
  [CONFIDENTIAL, 'O 121200Z', 'O O 121200Z', 'xref/precedence-order', 'O'],
  [CONFIDENTIAL, 'PARIS 0033', 'PARIS FLASH 0033', 'xref/precedence-addressee', 'FLASH'],
  [CONFIDENTIAL, 'O 121200Z DEC', 'P 121200Z DEC', 'xref/precedence-addressee', 'IMMEDIATE'],
  [CONFIDENTIAL, 'ZNY CCCCC', 'ZNY SSSSS', 'xref/security-mark', 'SSSSS'],
  [CONFIDENTIAL, '\nCONFIDENTIAL\n', '\nSECRET\n', 'xref/preamble-classification', 'SECRET'],
  [CONFIDENTIAL, '3.  (C)', '3.  (S)', 'xref/portion-over-classification', 'S'],
  [CONFIDENTIAL, 'SUBJECT: A BELL', 'SUBJECT: (S) A BELL', 'xref/subject-mark-over-classification', 'S'],
  [CONFIDENTIAL, 'SUBJECT: A BELL', 'SUBJECT: (C) A BELL', 'xref/subject-classified', 'C'],
  [CONFIDENTIAL, 'SIPDIS\n', 'SENSITIVE\nSIPDIS\n', 'xref/sensitive-on-classified', 'SENSITIVE'],
  [CONFIDENTIAL, '3.  (C)', '3.  (C/NF)', 'xref/noforn-portion', 'C/NF'],
  [CONFIDENTIAL, 'DECL: 12/12/2016', 'N/A', 'xref/eo-na-classified'],
  [CONFIDENTIAL, 'E.O. 12958', 'E.O. 13526', 'xref/eo-era', '13526'],
  [CONFIDENTIAL, '12/12/2016', '12/12/2005', 'xref/decl-before-dtg', '12/12/2005'],
  [CONFIDENTIAL, '12/12/2016', '12/12/2046', 'xref/decl-too-late', '12/12/2046'],
  [CONFIDENTIAL, 'DECL: 12/12/2016', 'DECL: X1', 'xref/xcode-era', 'X1'],
  [CONFIDENTIAL, 'DECL: 12/12/2016', 'DECL: OADR', 'xref/xcode-era', 'OADR'],
  [
    CONFIDENTIAL,
    'Classified By: Ambassador Ada Example for reasons 1.4 (b) and (d).\n\n',
    '',
    'xref/classified-by-missing',
  ],
  [CONFIDENTIAL, 'reasons 1.4', 'reasons 1.5', 'xref/reason-era', '1.5'],
  [
    CONFIDENTIAL,
    'RUEHLO/AMEMBASSY LONDON 0034',
    'RUEHFR/AMEMBASSY PARIS 0034',
    'xref/addressee-duplicate',
    'AMEMBASSY PARIS',
  ],
  [CONFIDENTIAL, 'RUEHFR/AMEMBASSY PARIS', 'RUEHC/SECSTATE WASHDC', 'xref/addressee-duplicate'],
  [CONFIDENTIAL, 'RUEHFR/AMEMBASSY PARIS', 'RUEHRO/AMEMBASSY ROME', 'xref/addressee-self'],
  [CONFIDENTIAL, 'RUEHFR/AMEMBASSY PARIS', 'RUEHAN/AMEMBASSY PARIS', 'xref/addressee-ri', 'RUEHAN'],
  [CONFIDENTIAL, 'SIPDIS\n', 'OFFICIAL INFORMAL\nSIPDIS\n', 'xref/official-informal-subject'],
  [CONFIDENTIAL, 'WASHDC IMMEDIATE', 'WASHDC NIACT IMMEDIATE', 'xref/niact-reason'],
  [CONFIDENTIAL, 'FOR EUR/WE', 'BERLIN FOR TREASURY ATTACHE', 'xref/attention-not-addressed', 'BERLIN'],
  [CONFIDENTIAL, '\nA BELL\n', '\nA HORN\n', 'xref/preamble-subject', 'A HORN'],
  [CONFIDENTIAL, '05 ROME 405', '06 ROME 1', 'xref/ref-self', '06 ROME 1'],
  [CONFIDENTIAL, '05 ROME 405', '06 ROME 405', 'xref/ref-future'],
  [CONFIDENTIAL, '05 STATE 12345', '07 STATE 12345', 'xref/ref-future'],
  [CONFIDENTIAL, 'as ref B had', 'as refs B and C had', 'xref/ref-undefined'],
  [CONFIDENTIAL, 'as ref B had', 'as they had', 'xref/ref-unused'],
  [CONFIDENTIAL, '#0001\nNNNN', '#0003\nNNNN', 'xref/end-ssn', '0003'],
  [UNCLASSIFIED, 'R 121200Z', 'P R 121200Z', 'xref/precedence-info-unused', 'R'],
  [UNCLASSIFIED, 'SENSITIVE\n', '', 'xref/sbu-without-sensitive', 'SBU'],
  [UNCLASSIFIED, 'N/A', 'DECL: 12/12/2016', 'xref/eo-decl-unclassified', 'DECL: 12/12/2016'],
  [
    UNCLASSIFIED,
    'SUBJECT: A BELL\n',
    'SUBJECT: A BELL\n\nClassified By: Ada Example for reasons 1.4 (b).\n',
    'xref/classified-by-unneeded',
  ],
  [UNCLASSIFIED, '2.  (U)', '2.  (C)', 'xref/portion-over-classification', 'C'],
  [UNCLASSIFIED, 'UNCLAS ROME', 'UNCLAS SECTION 03 OF 02 ROME', 'xref/section-over-total'],
  [UNCLASSIFIED, 'UNCLAS ROME', 'UNCLAS PARIS', 'xref/fm-post', 'AMEMBASSY ROME'],
  [UNCLASSIFIED, 'It stopped.', 'Reftel says it stopped.', 'xref/reftel-without-ref', 'Reftel'],
  [UNCLASSIFIED, 'It stopped.', 'It stopped, as para 7 shows.', 'xref/para-cited-missing', '7'],
  [UNCLASSIFIED, 'PREL, IT', 'PREL, FR', 'xref/tags-geo-origin'],
  [UNCLASSIFIED, 'It stopped.', 'It rang.\n\nROME 00000001  002 OF 002\n\nIt stopped.', 'xref/section-unannounced'],
  [UNCLASSIFIED, 'SIPDIS\n', 'STADIS\n', 'xref/stadis-addressee'],
];

describe('cross-line rules', () => {
  it('say nothing where all lines agree', () => {
    assert.deepEqual(rulesOf(CONFIDENTIAL), []);
    assert.deepEqual(rulesOf(UNCLASSIFIED), []);
  });

  for (const [text, from, to, rule, at] of CASES)
    it(`${rule}: ${JSON.stringify(to)}`, () => {
      assert.ok(text.includes(from), from);
      let changed = text.replace(from, to);
      if (rule === 'xref/stadis-addressee')
        changed = changed.replace('TO SECSTATE WASHDC', 'TO SECSTATE WASHDC\nINFO SECDEF WASHDC');
      const found = check(parse(changed)).filter((each) => each.rule.startsWith('xref/'));
      assert.deepEqual(
        found.map((each) => each.rule),
        [rule],
      );
      if (at !== undefined) assert.equal(changed.slice(found[0]!.start, found[0]!.end), at);
      const { related } = found[0]!;
      if (related) assert.ok(related.end > related.start && related.end <= changed.length && related.message);
    });

  const harmless: [string, string, string, string][] = [
    ['filed on the next day', CONFIDENTIAL, '3461200', '3470030'],
    ['filed a quarter of an hour before', CONFIDENTIAL, '3461200', '3461145'],
    ['the archive a day later', CONFIDENTIAL, 'Tue Dec 12', 'Wed Dec 13'],
    [
      'encrypted for transmission only',
      UNCLASSIFIED,
      'R 121200Z',
      'VZCZCXYZ0001\nRR RUEHC\nDE RUEHRO #0001 3461200\nZNY EEEEE ZZH\nR 121200Z',
    ],
    ['a post cut to six letters', CONFIDENTIAL, 'ROME 00000001', 'ROME 00000001'],
    ['a long subject that the archive cut', CONFIDENTIAL, '\nA BELL\n', '\nA BE\n'],
    ['a portion mark in the archived subject', CONFIDENTIAL, '\nA BELL\n', '\n(C) A BELL\n'],
    ['a paragraph of another cable', UNCLASSIFIED, 'It stopped.', 'It stopped, as para 7 of the report shows.'],
    ['articles of a treaty', UNCLASSIFIED, 'It stopped.', 'It stopped under treaty article 9, para 7.'],
    ['words after ref', CONFIDENTIAL, 'It stopped.', 'It stopped. We refer to refs in a moment.'],
    ['a redacted number', CONFIDENTIAL, '06ROME1\n', '06ROMEXXXXXXXX\n'],
    ['a redacted addressee', CONFIDENTIAL, 'RUEHFR/AMEMBASSY PARIS', 'RUEHFR/XXXXXXXXXXXX'],
    ['no page lines at all', CONFIDENTIAL, 'ROME 00000001  002 OF 002\n\n', ''],
    [
      'X codes in their time',
      CONFIDENTIAL.replaceAll('2006', '2001')
        .replaceAll(' 06', ' 01')
        .replaceAll('06ROME', '01ROME')
        .replaceAll('05 ', '00 ')
        .replaceAll('1.4', '1.5')
        .replace('Tue', 'Wed'),
      'DECL: 12/12/2016',
      'DECL: X1',
    ],
    ['a cable that is declassified on the day', CONFIDENTIAL, '12/12/2016', '12/12/2006'],
    ['reftels as such', CONFIDENTIAL, 'of ref A rang as ref B had', 'of reftels rang as they had'],
    ['administration without a country', UNCLASSIFIED, 'PREL, IT', 'AMGT'],
    ['an organization for a country', UNCLASSIFIED, 'PREL, IT', 'PREL, FR, NATO'],
    ['no country at all, which is another finding', UNCLASSIFIED, 'PREL, IT', 'PREL'],
  ];
  for (const [what, text, from, to] of harmless)
    it(`nothing on ${what}`, () => {
      assert.ok(text.includes(from), from);
      assert.deepEqual(rulesOf(text.replace(from, to)), []);
    });

  it('harmless changes raise nothing', () => {
    for (const change of [
      (text: string) => text.replaceAll('\n', '\r\n'),
      (text: string) => text.replaceAll('\n', ' \n'),
      (text: string) => text.replace(/^(\d\.)/gm, '¶$1'),
      (text: string) => text.replaceAll('\n\n', '\n\n\n'),
    ])
      for (const text of [CONFIDENTIAL, UNCLASSIFIED]) assert.deepEqual(rulesOf(change(text)), []);
  });
});

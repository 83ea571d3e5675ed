import assert from 'node:assert/strict';
import { viewOf } from '../../../server/src/model/view';
import { joinPages } from '../../../server/src/rewrite/join-pages';
import { splitSections } from '../../../server/src/rewrite/split-sections';
import { parse } from '../../../server/src/syntax/parse';
import { applyEdits } from '../../../server/src/text/edits';

const head = (line: string, fl3 = '#0001'): string =>
  `VZCZCXYZ0001\nOO RUEHC\nDE RUEHRO ${fl3} 3461200\nZNR UUUUU ZZH\nR 121200Z DEC 06\nFM AMEMBASSY ROME\nTO RUEHC/SECSTATE WASHDC 0001\nINFO RUEHFR/AMEMBASSY PARIS 0033\n${line}\n\nE.O. 12958: N/A\nTAGS: PREL, IT\nSUBJECT: A BELL IN THE TOWER\n\n`;
const WHOLE = head('UNCLAS ROME 000001');
const PARTS = head('UNCLAS SECTION 01 OF 02 ROME 000001', '#0001/01');
const PAGE = '\nROME 00000001  002 OF 002\n\n\n';
const END = '\nEXAMPLE\n';
const joined = (text: string, at?: string): string => {
  const view = viewOf(parse(text));
  const start = at === undefined ? 0 : text.indexOf(at);
  return applyEdits(text, joinPages(view, at === undefined ? null : { start, end: start + at.length }));
};

const JOINED: [what: string, before: string, after: string][] = [
  ['in a sentence', `1.  The bell\n${PAGE}of the tower.\n`, '1.  The bell\nof the tower.\n'],
  ['between paragraphs', `1.  One.\n${PAGE}2.  Two.\n`, '1.  One.\n\n2.  Two.\n'],
  ['without blank lines around it', `1.  One.\n${PAGE.trim()}\n2.  Two.\n`, '1.  One.\n\n2.  Two.\n'],
  ['below a heading', `Comment\n-------\n\n${PAGE}1.  One.\n`, 'Comment\n-------\n\n1.  One.\n'],
  ['in a list', `1.  Two:\n\n-- one;\n${PAGE}-- two.\n`, '1.  Two:\n\n-- one;\n-- two.\n'],
  ['before the signature', `1.  One.\n${PAGE.slice(0, -1)}`, '1.  One.\n'],
];

describe('pages joined', () => {
  for (const [what, before, after] of JOINED)
    it(what, () => assert.equal(joined(`${PARTS}${before}${END}`), `${WHOLE}${after}${END}`));
  it('in the subject, the TAGS and the addresses', () => {
    for (const [line, broken] of [
      ['SUBJECT: A BELL IN', `SUBJECT: A BELL\n${PAGE}IN`],
      ['PREL, IT', `PREL,\n${PAGE}IT`],
      ['INFO RUEHFR', `${PAGE}INFO RUEHFR`],
    ] as const) {
      const text = `${PARTS.replace(line, broken)}1.  One.\n${END}`;
      const right = `${WHOLE.replace(line, broken.replace(PAGE, ''))}1.  One.\n${END}`;
      assert.equal(joined(text), right);
    }
  });
  it('only those of a selection, and the count stays', () => {
    const three = head('UNCLAS SECTION 01 OF 03 ROME 000001', '#0001/01');
    const pages = [PAGE.replace('OF 002', 'OF 003'), PAGE.replace('002 OF 002', '003 OF 003')];
    const text = `${three}1.  One.\n${pages[0]}2.  Two.\n${pages[1]}3.  Three.\n${END}`;
    assert.equal(joined(text, '002 OF 003'), text.replace(pages[0]!, '\n'));
    assert.equal(joined(text, '2.  Two'), text);
  });
  it('of a cable of which a section is missing: the count stays', () => {
    const three = head('UNCLAS SECTION 01 OF 03 ROME 000001', '#0001/01');
    const text = `${three}1.  One.\n${PAGE.replace('OF 002', 'OF 003')}2.  Two.\n${END}`;
    assert.equal(joined(text), `${three}1.  One.\n\n2.  Two.\n${END}`);
  });
  it('of a record of the 1970s, with the levels at head and foot', () => {
    const level = `${' '.repeat(26)}CONFIDENTIAL`;
    const page = (number: number) => `PAGE 0${number}        ANKARA  01204  141530Z`;
    const start = `Message Text\n\n${level}\n\n${page(1)}\n\n45\nACTION EUR-12\nINFO  OCT-01  SS-15  /028 W\n                  ------------------141603Z 054819 /13\nO 141415Z DEC 76\nFM AMEMBASSY ANKARA\nTO SECSTATE WASHDC IMMEDIATE 2211\n\nC O N F I D E N T I A L ANKARA 1204\n\nE.O. 11652: GDS\nTAGS: EAIR, TU\nSUBJ: A BELL\n\n1.  THE BELL OF THE\n`;
    const end = `TOWER.\n\nLATHROP\n\n${level}\n\nNNNN\n\nMessage Attributes\n\nDocument Number: 1976ANKARA01204\nLocator: TEXT ON-LINE\n`;
    const between = `${level}\n\n\n${level}\n\n${page(2)}\n\n`;
    assert.equal(joined(`${start}\n${between}${end}`), start + end);
  });
  it('twice is as once', () => {
    const once = joined(`${PARTS}1.  The bell\n${PAGE}of the tower.\n${END}`);
    assert.deepEqual(joinPages(viewOf(parse(once))), []);
  });
});

const LINE = 'the bell of the tower rang for the whole of the afternoon, and\n';
/** So many lines, a paragraph of so many each. */
const text = (lines: number, each: number): string => {
  let whole = '';
  for (let at = 0, number = 1; at < lines; at += each + 1, number++)
    whole += `${number}.  In May ${LINE}${LINE.repeat(each - 2)}that was all.\n\n`;
  return `${WHOLE}${whole.trimEnd()}\n${END}`;
};
const split = (whole: string): string => applyEdits(whole, splitSections(viewOf(parse(whole))));

describe('sections split', () => {
  it('by paragraphs, near a hundred lines', () => {
    const parts = split(text(240, 10));
    assert.match(parts, /^UNCLAS SECTION 01 OF 03 ROME 000001$/m);
    assert.match(parts, /^DE RUEHRO #0001\/01 3461200$/m);
    assert.deepEqual(parts.match(/^ROME \d{8} {2}.*$/gm), ['ROME 00000001  002 OF 003', 'ROME 00000001  003 OF 003']);
    assert.equal(parts.match(/all\.\n\nROME.*\n\n\n\d+\. /g)?.length, 2);
  });
  it('within a long paragraph, where a sentence goes on', () => {
    const parts = split(text(240, 120));
    assert.equal(parts.match(/and\n\nROME.*\n\n\nthe bell/g)?.length, 2);
    const lines = parts.split('\n');
    const first = lines.findIndex((line) => line.startsWith('UNCLAS'));
    const page = lines.findIndex((line) => line.includes('002 OF'));
    assert.equal(page - 1 - first, 100);
  });
  it('joined again is the same', () => {
    for (const [lines, each] of [
      [150, 3],
      [150, 10],
      [300, 40],
      [1000, 25],
      [700, 400],
    ] as const) {
      const whole = text(lines, each);
      assert.notEqual(split(whole), whole);
      assert.equal(joined(split(whole)), whole);
      const crlf = whole.replaceAll('\n', ' \r\n');
      assert.equal(joined(split(crlf)), crlf);
    }
  });
  it('not tables, lists and quoted texts', () => {
    const table = 'North           3       204\n'.repeat(150);
    const whole = `${WHOLE}1.  Bells:\n\n${table}\n2.  Two.\n${END}`;
    const parts = split(whole);
    assert.ok(parts.includes(table));
    assert.equal(joined(parts), whole);
    const quoted = `${WHOLE}1.  He wrote:\n\nBEGIN TEXT\n\n${LINE.repeat(120)}\nEND TEXT\n\n2.  Two.\n${END}`;
    assert.ok(split(quoted).includes(LINE.repeat(120)));
  });
  it('nothing where it is not needed, or not known how', () => {
    const long = text(240, 10);
    for (const whole of [
      '',
      text(60, 10),
      split(long),
      long.replace(' ROME 000001', ''),
      long.replace('UNCLAS ROME', 'UNCLAS SECTION 01 OF 03 ROME'),
    ])
      assert.deepEqual(splitSections(viewOf(parse(whole))), []);
  });
});

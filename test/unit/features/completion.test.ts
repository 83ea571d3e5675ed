import assert from 'node:assert/strict';
import { completion, resolveCompletion } from '../../../server/src/features/completion';
import { snapshot } from '../../../server/src/features/snapshot';

/** What is offered at the `|` of a text. */
function offered(marked: string) {
  const offset = marked.indexOf('|');
  const of = snapshot('file:///x.cable', 1, marked.replace('|', ''));
  const { items, isIncomplete } = completion(of, offset);
  const typed = (item: (typeof items)[number]) => {
    const { range, newText } = item.textEdit as { range: { start: { character: number } }; newText: string };
    return { newText, from: range.start.character };
  };
  return { items, isIncomplete, labels: items.map(({ label }) => label), typed };
}

const header = (line: string, year = '06') =>
  `O 210959Z MAR ${year}\nFM AMEMBASSY LUSAKA\nTO SECSTATE WASHDC\nUNCLAS LUSAKA 000412\n\nSIPDIS\n\n${line}\n`;
const body = (text: string, level = 'UNCLAS') =>
  `O 210959Z MAR 06\nFM AMEMBASSY LUSAKA\nTO SECSTATE WASHDC\n${level} LUSAKA 000412\n\nE.O. 12958: N/A\nTAGS: PREL, ZA\nSUBJECT: A MEETING\n\n${text}\n`;

describe('completion', () => {
  it('of TAGS: codes with their names, subjects before programs, places and organizations', () => {
    const { items } = offered(header('TAGS: |'));
    const kinds = items.map(({ sortText }) => sortText![0]);
    assert.deepEqual(kinds, [...kinds].sort());
    assert.equal(items.find(({ label }) => label === 'PHUM')?.detail, 'Human Rights');
    assert.deepEqual(items.find(({ label }) => label === 'PHUM')?.commitCharacters, [' ', ',']);
  });
  it('of TAGS: by code or by name, replacing what is typed', () => {
    const { labels, items, typed } = offered(header('TAGS: PREL, PH|'));
    assert.ok(labels.includes('PHUM') && !labels.includes('PGOV'), labels.join());
    assert.deepEqual(typed(items.find(({ label }) => label === 'PHUM')!), { newText: 'PHUM', from: 12 });
    assert.ok(offered(header('TAGS: refug|')).labels.includes('PREF'));
  });
  it('of TAGS: none twice', () => assert.ok(!offered(header('TAGS: PHUM, |')).labels.includes('PHUM')));
  it('of TAGS: in the country codes of the year', () => {
    const swiss = (year: string) => offered(header('TAGS: Switz|', year)).items.map(({ label }) => label);
    assert.deepEqual([swiss('06'), swiss('24')], [['SZ'], ['CH']]);
  });
  it('of TAGS: in a continuation line', () => {
    assert.ok(offered(header('TAGS: PREL, PGOV,\nPH|')).labels.includes('PHUM'));
  });
  it('of captions', () => assert.ok(offered(header('x').replace('SIPDIS', 'NOD|')).labels.includes('NODIS')));
  it('of office symbols of the time, on an attention line', () => {
    const { labels } = offered(header('FOR G/T|'));
    assert.ok(labels.includes('G/TIP'), labels.slice(0, 9).join());
    assert.ok(!offered(header('FOR G/T|', '24')).labels.includes('G/TIP'));
  });
  it('of addresses, and of the precedence after one', () => {
    const line = (text: string) => offered(header('x').replace('TO SECSTATE WASHDC', text));
    assert.ok(line('TO AMEMBASSY PHNOM|').labels.includes('AMEMBASSY PHNOM PENH'));
    assert.deepEqual(line('TO SECSTATE WASHDC |').labels, ['FLASH', 'IMMEDIATE', 'PRIORITY', 'ROUTINE']);
    assert.ok(line('TO RUEHLS/|').labels.includes('AMEMBASSY LUSAKA'));
  });
  it('of posts on a REF line', () =>
    assert.ok(offered(header('TAGS: PREL\nSUBJECT: X\nREF: 05 PHN|')).labels.includes('PHNOM PENH')));
  it('of the labels that are missing, in their order', () => {
    const { items, labels } = offered(header('TAGS: PREL, ZA\n|'));
    assert.ok(labels.indexOf('E.O. 12958:') < labels.indexOf('SUBJECT:'), labels.join());
    assert.ok(!labels.includes('TAGS:') && !labels.includes('FM'), labels.join());
    assert.equal(
      (items.find(({ label }) => label === 'SUBJECT:')!.textEdit as { newText: string }).newText,
      'SUBJECT: ',
    );
  });
  it('of the order that was in force', () => {
    assert.ok(offered(header('|', '76').replaceAll(' 06', ' 76')).labels.includes('E.O. 11652:'));
    assert.ok(offered(header('|', '15')).labels.includes('E.O. 13526:'));
  });
  it('of instructions that fit the date', () => {
    const eo = (year: string, order: string) => offered(header(`E.O. ${order}: |`, year)).labels;
    assert.ok(eo('76', '11652').includes('GDS') && !eo('76', '11652').includes('DECL'));
    assert.ok(eo('06', '12958').includes('DECL') && !eo('06', '12958').includes('GDS'));
  });
  it("of portion marks up to the cable's level", () => {
    assert.deepEqual(offered(body('1. (|')).labels, ['(U)', '(SBU)']);
    assert.deepEqual(offered(body('1. (|', 'S E C R E T')).labels, ['(U)', '(SBU)', '(LOU)', '(C)', '(S)']);
  });
  it('of acronyms that this cable defines', () =>
    assert.deepEqual(offered(body('1. (U) The International Justice Mission (IJM) met. IJ|')).labels, ['IJM']));
  for (const text of ['1. (U) The pre|', '1. (U) The Int|', '1. (U) It |', '1. (U) THE PO|'])
    it(`stays away from prose: ${text}`, () => assert.deepEqual(offered(body(text)).labels, []));

  it('says no more than a client can show, and that there is more', () => {
    const { items, isIncomplete } = offered(header('x').replace('TO SECSTATE WASHDC', 'TO |'));
    assert.ok(isIncomplete && items.length <= 300);
  });
  it('is explained when looked at', () => {
    const item = offered(header('TAGS: PHU|')).items[0]!;
    assert.equal(item.documentation, undefined);
    const { documentation } = resolveCompletion(item, true) as { documentation: { value: string } };
    assert.match(documentation.value, /\*\*Human Rights\*\*/);
    assert.equal(typeof resolveCompletion(item, false).documentation, 'string');
    assert.deepEqual(resolveCompletion({ label: 'x' }, true), { label: 'x' });
  });
});

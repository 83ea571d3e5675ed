import assert from 'node:assert/strict';
import { check } from '../../../server/src/rules/check';
import { batch } from '../../../server/src/rules/fix';
import type { Finding, Fix } from '../../../server/src/rules/rule';
import { CONFIDENTIAL, UNCLASSIFIED } from '../../../server/src/rules/specimens';
import { parse } from '../../../server/src/syntax/parse';
import { applyEdits } from '../../../server/src/text/edits';
import { allCables } from '../../support/fixtures';

const find = (text: string): readonly Finding[] => check(parse(text));
const names = (text: string): string[] =>
  find(text)
    .map(({ rule }) => rule)
    .sort();

/** [a text that is right, what spoils it, how, and the rule whose fix restores it] */
const RESTORED: [string, string, string, string][] = [
  [CONFIDENTIAL, '06ROME1\n', '06ROME2\n', 'xref/mrn-serial'],
  [CONFIDENTIAL, '06ROME1\n', '05ROME1\n', 'xref/mrn-year'],
  [CONFIDENTIAL, 'RUEHRO #0001', 'RUEHRO #0002', 'xref/ssn-serial'],
  [CONFIDENTIAL, '#0001/01', '#0001/02', 'xref/section-de'],
  [CONFIDENTIAL, '002 OF 002', '002 OF 003', 'xref/section-total-differs'],
  [CONFIDENTIAL, 'ROME 00000001', 'ROME 00000012', 'xref/page-serial'],
  [CONFIDENTIAL, 'ROME 00000001', 'PARIS 00000001', 'xref/page-post'],
  [CONFIDENTIAL, '3461200', '3501200', 'xref/julian-date'],
  [CONFIDENTIAL, 'OO RUEHFR', 'PP RUEHFR', 'xref/precedence-fl2'],
  [CONFIDENTIAL, 'E.O. 12958', 'E.O. 13526', 'xref/eo-era'],
  [CONFIDENTIAL, 'reasons 1.4', 'reasons 1.5', 'xref/reason-era'],
  [CONFIDENTIAL, 'LONDON 0034\nC O N F', 'LONDON 0034C O N F', 'header/joined-class-line'],
  [CONFIDENTIAL, 'WASHDC IMMEDIATE', 'WASHDC IMEDIATE', 'header/precedence-word-unknown'],
  [CONFIDENTIAL, 'SECTION 01 OF 02', 'SECTION 1 OF 2', 'header/section-padding'],
  [CONFIDENTIAL, 'TAGS:', 'TAGE:', 'header/label-spelling'],
  [CONFIDENTIAL, 'TAGS: PREL', 'TAGS PREL', 'header/label-colon'],
  [UNCLASSIFIED, 'E.O. 12958: N/A', 'E.O. 12958: DECL: 12/12/2016', 'xref/eo-decl-unclassified'],
];

describe('fixes', () => {
  for (const [text, right, wrong, rule] of RESTORED)
    it(`of ${rule} restores the text`, () => {
      const spoilt = text.replace(right, wrong);
      assert.notEqual(spoilt, text);
      const finding = find(spoilt).find((each) => each.rule === rule);
      assert.ok(finding?.fixes[0], `${rule} has a fix here`);
      assert.equal(applyEdits(spoilt, finding.fixes[0].edits), text);
    });

  it('keep the line breaks of the text', () => {
    const spoilt = CONFIDENTIAL.replaceAll('\n', '\r\n').replace('LONDON 0034\r\nC O N F', 'LONDON 0034C O N F');
    const { fixes } = find(spoilt).find(({ rule }) => rule === 'header/joined-class-line')!;
    assert.equal(applyEdits(spoilt, fixes[0]!.edits), CONFIDENTIAL.replaceAll('\n', '\r\n'));
  });

  for (const [name, text] of allCables())
    it(`each makes its finding go, and none come: ${name}`, () => {
      const before = names(text);
      for (const { rule, fixes, start } of find(text)) {
        const [fix] = fixes;
        if (!fix) continue;
        const after = names(applyEdits(text, fix.edits));
        const left = after.filter((each) => each === rule).length;
        assert.ok(left < before.filter((each) => each === rule).length, `${rule} at ${start} stays`);
        // What a repair lets the parser see may be wrong for its own part; nothing graver than what was mended.
        const more = after.length - before.length;
        assert.ok(more < 3, `${rule} at ${start} brings ${after.filter((each) => !before.includes(each)).join()}`);
      }
    });

  for (const [name, text] of allCables())
    it(`all at once, then nothing is left to fix: ${name}`, () => {
      let now = text;
      let rounds = 0;
      for (let edits = batch(find(now)); edits.length; edits = batch(find(now))) {
        now = applyEdits(now, edits);
        assert.ok(++rounds < 4, 'the fixes come to an end');
      }
    });

  it('leave decisions to the drafter', () => {
    const spoilt = UNCLASSIFIED.replace('N/A', 'DECL: 12/12/2016');
    assert.deepEqual(batch(find(spoilt)), []);
  });

  it('never overlap', () => {
    const fix = (...edits: [number, number, string][]): Fix => ({
      title: '',
      edits: edits.map(([start, end, text]) => ({ start, end, text })),
    });
    const finding = { rule: '', severity: 'error', message: '', start: 0, end: 0, related: null, tag: null } as const;
    const all = [fix([0, 2, 'a'], [6, 8, 'b']), fix([1, 3, 'c']), fix([3, 4, 'd']), fix([7, 9, 'e'], [10, 11, 'f'])];
    const edits = batch(all.map((each) => ({ ...finding, fixes: [each] })));
    assert.deepEqual(
      edits.map(({ text }) => text),
      ['a', 'd', 'b'],
    );
    assert.equal(applyEdits('0123456789ab', edits), 'a2d45b89ab');
  });
});

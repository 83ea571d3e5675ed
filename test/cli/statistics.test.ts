import assert from 'node:assert/strict';
import { clean, ERROR, folder, linesOf, many, run, WARNING, withError } from './support';

describe('cable check --statistics', () => {
  const twice = withError.replaceAll(
    'SECSTATE WASHDC 0488',
    'SECSTATE WASHDC IMEDIATE 0488\nINFO AMEMBASSY OSLO IMEDIATE',
  );
  const cwd = folder({
    'a.cable': twice,
    'b.cable': withError,
    'c.cable': clean,
    'd.cable': clean.replace('TAGS: SENV', 'TAGE: SENV'),
  });
  const statistics = (...args: string[]) => run(['check', '--statistics', ...args], { cwd });

  it('counts by rule, the most frequent first, then by name, with files and fixes', () => {
    const { code, out, err } = statistics('.');
    assert.deepEqual([code, err], [1, '']);
    assert.deepEqual(linesOf(out), [
      `2  ${ERROR}  in 2 of 4`,
      `2  ${WARNING}  in 1 of 4`,
      '1  header/label-spelling  in 1 of 4, 1 fixable',
    ]);
  });
  it('of nothing is nothing', () => {
    assert.deepEqual(statistics('c.cable'), { code: 0, out: '', err: '' });
    assert.equal(statistics('c.cable', '--format', 'json').out, '{"schemaVersion":1,"files":1,"statistics":[]}\n');
  });
  it('counts what is configured, and judges as without it', () => {
    const args = ['--rule', `${ERROR}=warning`, '--rule', 'header/label-spelling=off', '--rule', `${WARNING}=off`, '.'];
    assert.deepEqual(statistics(...args), { code: 0, out: `2  ${ERROR}  in 2 of 4\n`, err: '' });
    assert.equal(statistics('--max-warnings', '1', ...args).code, 1);
  });
  it('columns stay in line where numbers have several digits', () => {
    const { out } = run(['check', '--statistics', '.'], { cwd: folder({ ...many(33), 'x.cable': twice }) });
    assert.deepEqual(
      linesOf(out).map((line) => line.split('  in ')[0]),
      [`13  ${WARNING}`, `12  ${ERROR}`],
    );
  });
  it('are the same from any number of threads', () => {
    const many200 = folder(many(200));
    const [one, four] = ['1', '4'].map((jobs) => run(['check', '--statistics', '--jobs', jobs, '.'], { cwd: many200 }));
    assert.deepEqual(four, one);
  });
});

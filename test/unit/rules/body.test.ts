import assert from 'node:assert/strict';
import { RULES } from '../../../server/src/rules/table';
import { BLOCKS } from './body-blocks';
import { PARAGRAPHS } from './body-paragraphs';
import { said } from './body-support';

const TABLE = { ...PARAGRAPHS, ...BLOCKS };

describe('body rules', () => {
  it('are all tested', () =>
    assert.deepEqual(
      Object.keys(TABLE).sort(),
      RULES.map(({ name }) => name as string)
        .filter((name) => name.startsWith('body/'))
        .sort(),
    ));
  for (const [rule, { bad, good }] of Object.entries(TABLE)) {
    for (const [what, text, at, message, severity] of bad)
      it(`${rule}: ${what}`, () => {
        const found = said(rule, text);
        assert.deepEqual(found, [[at, message, severity ?? found[0]?.[2]]]);
      });
    for (const [what, text] of good) it(`${rule} is silent: ${what}`, () => assert.deepEqual(said(rule, text), []));
  }
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generated } from '../../../scripts/generated';
import { RULES } from '../../../server/src/rules/table';

const root = join(__dirname, '..', '..', '..');

describe('what is made from the table of rules', () => {
  const files = generated();
  it('has a page for every rule, and for nothing else', () => {
    const pages = readdirSync(join(root, 'docs/rules'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md') && name !== 'README.md')
      .map((name) => name.replaceAll('\\', '/').replace(/\.md$/, ''));
    assert.deepEqual(pages.sort(), RULES.map(({ name }) => name as string).sort());
  });
  for (const [path, text] of files)
    it(`${path} is current (npm run rules)`, () => assert.equal(readFileSync(join(root, path), 'utf8'), text));
  it('shows on every page what is wrong, where and what is right', () => {
    for (const rule of RULES) {
      const page = files.get(`docs/rules/${rule.name}.md`)!;
      assert.match(page, /\n *\^+ \S/, rule.name);
      assert.equal(page.includes('**Fix**: none'), rule.fix === undefined);
    }
  });
});

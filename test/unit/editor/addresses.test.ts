import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findConfig } from '../../../server/src/config/resolve';
import { originOf, pathOf, uriOf } from '../../../server/src/editor/addresses';

describe('addresses of any scheme', () => {
  const cases: [uri: string, path: string | null][] = [
    ['web-folder:/cables/1.cable', '/web-folder:/cables/1.cable'],
    ['vscode-vfs://github/owner/cables/1.cable', '/vscode-vfs:%2F%2Fgithub/owner/cables/1.cable'],
    ['vscode-vfs://github%2B7b2276/owner/1.cable', '/vscode-vfs:%2F%2Fgithub%252B7b2276/owner/1.cable'],
    ['file:///home/ann/a%20b/%C3%A9%231.txt', '/file:%2F%2F/home/ann/a b/é#1.txt'],
    ['web-folder:/', '/web-folder:'],
    ['untitled:Untitled-1', null],
    ['git:/cables/1.cable?ref', null],
    ['cable-structure:/1.cable?web-folder%3A/1.cable', null],
    ['web-folder:/100%', null],
  ];
  for (const [uri, path] of cases)
    it(uri, () => {
      assert.equal(pathOf(uri), path);
      if (path !== null) assert.equal(uriOf(path), uri);
    });
  it('are what they were after the way to a path and back', () => {
    const name = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !/[/\p{Surrogate}]/u.test(text));
    const origin = fc.constantFrom('web-folder:', 'vscode-vfs://github', 'vscode-test-web://mount', 'file://');
    fc.assert(
      fc.property(origin, fc.array(name, { minLength: 1, maxLength: 4 }), (scheme, names) => {
        const path = `${pathOf(`${scheme}/`)}/${names.join('/')}`;
        const uri = uriOf(path);
        assert.equal(pathOf(uri), path);
        assert.equal(originOf(uri), scheme);
        assert.match(uri.slice(scheme.length), /^[\w\-.~/%]+$/);
      }),
    );
  });
  it('of folders have no slash at the end', () => {
    assert.equal(pathOf('web-folder:/a/'), '/web-folder:/a');
    assert.equal(pathOf('web-folder:/a'), '/web-folder:/a');
  });
  it('have configurations above them, no further than their own folders go', () => {
    const asked: string[] = [];
    const host = {
      read: (path: string) => {
        asked.push(path);
        return null;
      },
    };
    assert.equal(findConfig('/web-folder:/a/b', host), null);
    assert.deepEqual(asked.slice(0, 3), [
      '/web-folder:/a/b/.cablerc.json',
      '/web-folder:/a/.cablerc.json',
      '/web-folder:/.cablerc.json',
    ]);
  });
});

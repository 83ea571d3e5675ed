/** What the extension shows: policies of its pages, Markdown that is never trusted, and no way out to a network. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const root = join(__dirname, '..', '..', '..');
const sources = ['client/src', 'server/src'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name): [string, string] => [
      `${folder}/${name.split(sep).join('/')}`,
      readFileSync(join(root, folder, name), 'utf8'),
    ]),
);

describe('pages of the extension', () => {
  const pages = sources.filter(([, text]) => /webview\.html\s*=/.test(text));
  it('are two', () =>
    assert.deepEqual(
      pages.map(([name]) => name),
      ['client/src/reading-view.ts', 'client/src/reference-graph.ts'],
    ));
  for (const [name, text] of pages) {
    it(`${name}: nothing is loaded but what is ours, and nothing runs that stands in the page`, () => {
      const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)!;
      assert.match(policy!, /^default-src 'none';/);
      assert.doesNotMatch(policy!, /unsafe|\*|https?:|data:|blob:/);
      for (const [, value] of policy!.matchAll(/(?:script|style)-src ([^;]*)/g))
        assert.match(value!.trim(), /^(?:'nonce-\$\{nonce\}'|\$\{webview\.cspSource\})(?: \$\{webview\.cspSource\})?$/);
      assert.match(policy!, /script-src 'nonce-\$\{nonce\}'/);
      assert.match(text, /makeNonce\(\)/);
    });
    it(`${name}: reads files of its own folder alone`, () =>
      assert.match(text, /localResourceRoots: \[Uri\.joinPath\([^)]*'dist'\)\]/));
    it(`${name}: has no handler in its markup`, () => assert.doesNotMatch(text, /<[a-z]+[^>]*\son[a-z]+=/));
  }
  it('get a number that nobody can guess, each its own', () => {
    const [, text] = sources.find(([name]) => name === 'client/src/nonce.ts')!;
    assert.match(text, /getRandomValues|randomBytes|randomUUID/);
  });
});

describe('Markdown in the editor', () => {
  for (const [name, text] of sources.filter(([, each]) => /MarkdownString|isTrusted|supportHtml/.test(each)))
    it(`${name}: is never trusted, and has no HTML`, () => {
      assert.doesNotMatch(text.replace(/workspace\.isTrusted/g, ''), /isTrusted|supportHtml|enableCommandUris/);
      for (const [, given] of text.matchAll(/appendMarkdown\(([^)]*)\)/g)) assert.match(given!, /^'[^']*'$/);
    });
});

describe('the network', () => {
  const WAYS =
    /\b(?:fetch\(|XMLHttpRequest|WebSocket\(|EventSource\(|navigator\.sendBeacon)|(?:from|require\() ?'(?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/[a-z]+)?'/;
  for (const [name, text] of sources.filter(([, each]) => WAYS.test(each)))
    it(`${name} uses it`, () => assert.fail(WAYS.exec(text)![0]));
  it('is used by none of our files', () => assert.ok(sources.length > 400));
});

describe('what runs', () => {
  const WAYS =
    /\beval\(|new Function\(|\bexecSync\(|\bexecFileSync\(|(?:from|require\() ?'(?:node:)?(?:child_process|vm)'/;
  /** Starts our own programs, which lie beside it, and nothing else. */
  const STARTER = 'server/src/node/compiled.ts';
  it('is never made of text', () => {
    for (const [name, text] of sources) if (name !== STARTER) assert.doesNotMatch(text, WAYS, name);
  });
  it('is otherwise a program of ours', () => {
    for (const [name, text] of sources) assert.doesNotMatch(text, /(?:from|import\() ?'[^']*\/compiled'/, name);
    const build = readFileSync(join(root, 'scripts/build.mjs'), 'utf8');
    const started = build.match(/compiled\.js'\)[^;]*;/g) ?? [];
    assert.equal(started.length, 1);
    assert.match(started[0]!, /\.run\(require\.resolve\('\.\/\$\{basename\(code\)\}'\)/);
  });
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';

const source = join(__dirname, '..', '..', 'server', 'src');
/** Which folders each folder may import; the README's table says the same in words. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  text: [],
  syntax: ['text'],
  data: ['text'],
  model: ['text', 'data', 'syntax'],
  meaning: ['text', 'data', 'syntax', 'model'],
  rewrite: ['text', 'data', 'syntax', 'model'],
  rules: ['text', 'data', 'syntax', 'model', 'rewrite'],
  config: ['text', 'syntax', 'model', 'rules'],
  library: ['text', 'data', 'syntax', 'model'],
  export: ['text', 'data', 'syntax', 'model', 'meaning'],
  features: ['text', 'data', 'syntax', 'model', 'meaning', 'rewrite', 'rules', 'config', 'library', 'export'],
  files: ['syntax', 'config', 'meaning', 'library'],
  batch: ['text', 'syntax', 'model', 'rules', 'config', 'files', 'library', 'export'],
  lsp: ['text', 'model', 'rules', 'config', 'features', 'meaning', 'files', 'batch', 'library', 'export'],
  node: ['config', 'files', 'batch', 'lsp'],
  editor: ['syntax', 'model', 'config', 'files', 'batch', 'library', 'lsp'],
  browser: ['editor', 'lsp'],
  cli: ['syntax', 'model', 'meaning', 'rules', 'config', 'features', 'files', 'batch', 'library', 'export'],
};
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

describe('layers', () => {
  it('are all named', () => {
    const folders = new Set(files.filter((file) => file.includes(sep)).map((file) => file.split(sep)[0]!));
    assert.deepEqual([...folders].sort(), Object.keys(MAY_IMPORT).sort());
  });
  for (const file of files) {
    const folder = file.split(sep)[0]!;
    if (!(folder in MAY_IMPORT)) continue;
    it(`${file} imports only what lies below it`, () => {
      const text = readFileSync(join(source, file), 'utf8');
      for (const [, imported, required] of text.matchAll(
        /^(?:import .*|export .*|\} )from '([^']+)';$|require\('([^']+)'\)/gm,
      )) {
        const path = imported ?? required!;
        if (!path.startsWith('.')) {
          // The tables lie in files, or are handed over.
          if (file === join('data', 'table-files.ts') || path === '#table-files') continue;
          if (['text', 'syntax', 'data', 'model', 'meaning', 'rewrite', 'rules', 'library', 'export'].includes(folder))
            assert.fail(`${folder} needs no package, but imports ${path}`);
          continue;
        }
        const target = relative(source, join(source, dirname(file), path)).split(sep)[0]!;
        assert.ok(target === folder || MAY_IMPORT[folder]!.includes(target), `${path} (${target})`);
      }
    });
  }
});

describe('what runs in a browser', () => {
  const root = join(source, '..', '..');
  /** Modules of our own that an entry reaches, and the packages and modules of Node that they import. */
  function reached(entry: string): { own: string[]; others: Set<string> } {
    const [own, others] = [new Set<string>(), new Set<string>()];
    const visit = (file: string): void => {
      if (own.has(file)) return;
      own.add(file);
      // Types are gone when the program runs.
      const text = readFileSync(join(root, file), 'utf8').replace(/^(?:import|export) type [^;]*;$/gm, '');
      for (const [, path] of text.matchAll(
        /(?:^(?:import|export|\}) .*from |^import |\bimport\(|\brequire\()'([^']+)'/gm,
      )) {
        if (path!.startsWith('.')) visit(`${join(dirname(file), path!)}.ts`);
        else if (path === '#table-files') visit(join('server', 'src', 'browser', 'table-files.ts'));
        else others.add(path!);
      }
    };
    visit(entry);
    return { own: [...own], others };
  }
  for (const [entry, least] of [
    ['server/src/browser/main.ts', 300],
    ['client/src/browser/extension.ts', 20],
  ] as const)
    it(`${entry} reaches nothing that only Node has`, () => {
      const { own, others } = reached(join(...entry.split('/')));
      assert.ok(own.length > least, String(own.length));
      assert.deepEqual(
        [...others].filter((path) => isBuiltin(path) || path.endsWith('/node')),
        [],
      );
      for (const file of own) {
        const text = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
        assert.doesNotMatch(text, /\b(?:__dirname|__filename|Buffer|process)\b(?=[.[)])/, file);
      }
    });
});

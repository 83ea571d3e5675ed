import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { noticesText } from '../../scripts/notices.mjs';
import { filesOf, installCommand, installExtension, manifest, packages, removeFolders } from './packages.mjs';

const root = join(import.meta.dirname, '..', '..');
const MB = 1_000_000;
/** What every package says of itself. */
const ABOUT = /^(?:package\.json|readme\.md|changelog\.md|license(?:\.txt)?|third-party-notices\.md)$/i;

/** Files that nothing in the package asks for: no manifest, no bundle, no table of a bundle. */
function unneeded(folder, files, named) {
  const code = files
    .filter((file) => /^dist\/.*\.js$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  const asked = (file) => code.some((text) => text.includes(basename(file)) || text.includes(basename(file, '.json')));
  return files.filter((file) => {
    if (ABOUT.test(file) || named.has(file)) return false;
    if (/^docs\/rules\/\w+\/[\w-]+\.md$|^docs\/rules\/README\.md$/.test(file)) return false;
    return !(file.startsWith('dist/') && asked(file));
  });
}

/** All that the manifest names by a path of its own. */
function namedIn(value, paths = new Set()) {
  if (typeof value === 'string') paths.add(value.replace(/^\.\//, ''));
  else if (value && typeof value === 'object') for (const each of Object.values(value)) namedIn(each, paths);
  return paths;
}

describe('what is packed', () => {
  let extension;
  let command;
  before(function () {
    this.timeout(300_000);
    extension = installExtension().extension;
    command = installCommand();
  });
  after(removeFolders);

  it('is made without a warning', () => {
    const { code, said, warned } = packages();
    assert.equal(code, 0, warned);
    assert.equal(warned, '');
    assert.match(said, /\.vsix {2}\d+ KB\n.*\.tgz {2}\d+ KB\n$/);
  });

  it('is small: the extension under 1.5 MB, the command under 1.2 MB', () => {
    const { vsix, tarball } = packages();
    assert.ok(statSync(vsix).size < 1.5 * MB, `${statSync(vsix).size} bytes`);
    assert.ok(statSync(tarball).size < 1.2 * MB, `${statSync(tarball).size} bytes`);
  });

  it('has all that the manifest of the extension names, and no more', () => {
    const packed = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
    const files = filesOf(extension).filter((file) => file !== '.vsixmanifest');
    const named = namedIn(packed);
    const paths = [...named].filter((path) =>
      /^(?:dist|client|docs|schemas|snippets|syntaxes|l10n)\/\S+\.\w+$/.test(path),
    );
    assert.ok(paths.length > 8);
    assert.deepEqual(
      paths.filter((path) => !files.includes(path)),
      [],
    );
    const l10n = files.filter((file) => packed.l10n && file.startsWith(packed.l10n.replace(/^\.\//, '')));
    const texts = files.filter((file) => /^package\.nls(?:\.[\w-]+)?\.json$/.test(file));
    assert.deepEqual(unneeded(extension, files, new Set([...named, ...l10n, ...texts])), []);
    for (const key of ['scripts', 'devDependencies', 'dependencies', 'bin']) assert.equal(packed[key], undefined, key);
    assert.deepEqual(packed.engines, manifest.engines);
  });

  it('has all that the command runs, and no more', () => {
    const files = filesOf(command.folder);
    const schemas = files.filter((file) => /^schemas\/\w+\.schema\.json$/.test(file));
    assert.ok(schemas.length > 5);
    assert.deepEqual(unneeded(command.folder, files, new Set(['dist/cable.js', ...schemas])), []);
    const packed = JSON.parse(readFileSync(join(command.folder, 'package.json'), 'utf8'));
    for (const key of ['scripts', 'dependencies', 'optionalDependencies', 'peerDependencies'])
      assert.equal(packed[key], undefined, key);
  });

  it('tells nothing of the machine that packed it', () => {
    for (const folder of [extension, command.folder])
      for (const file of filesOf(folder).filter((each) => /\.(?:js|json|css|md)$/.test(each)))
        assert.ok(!readFileSync(join(folder, file), 'utf8').includes(root), file);
  });

  it('has the notices of all packages in it, as they are now', () => {
    const text = readFileSync(join(root, 'THIRD-PARTY-NOTICES.md'), 'utf8');
    assert.equal(text, noticesText(), 'npm run notices writes them anew');
    for (const folder of [extension, command.folder])
      assert.equal(readFileSync(join(folder, 'THIRD-PARTY-NOTICES.md'), 'utf8'), text);
  });
});

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../scripts/lib.mjs';
import { packageReadme } from '../../scripts/package-readme.mjs';
import { manifest } from './packages.mjs';

const PAGES = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...['docs', 'docs/editors'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  ),
];
/** Targets of links and pictures that are files. */
const TARGET = /\]\((?!https?:|#|mailto:|data:|command:)([^)\s#]+)[^)]*\)|(?:src|srcset)="(?!https?:|data:)([^"]+)"/g;
const read = (page) => readFileSync(join(root, page), 'utf8');

describe('the pages that people read first', () => {
  it('link to files that are there', () => {
    const dead = PAGES.flatMap((page) =>
      [...read(page).matchAll(TARGET)]
        .map(([, link, picture]) => link ?? picture)
        .filter((target) => !existsSync(join(root, dirname(page), target)))
        .map((target) => `${page}: ${target}`),
    );
    assert.deepEqual(dead, []);
  });

  it('name the packages as they are called', () => {
    const { name, version } = manifest;
    for (const page of ['README.md', 'docs/workflow.yml'])
      for (const [packed] of read(page).matchAll(/diplomatic-cables-\d[\w.]*?\.(?:vsix|tgz)/g))
        assert.match(packed, new RegExp(`^${name}-${version}\\.(?:vsix|tgz)$`), page);
  });

  it('need no other file in a package: five pictures in the text, or none, and no link to a file', () => {
    const pictures = (text) => [...text.matchAll(/!\[[^\]]+\]\(data:image\/webp;base64,[\w+/=]{1000,}\)/g)].length;
    for (const [given, wanted] of [
      [true, 5],
      [false, 0],
    ]) {
      const text = packageReadme({ pictures: given });
      assert.equal(pictures(text), wanted);
      assert.equal([...text.matchAll(TARGET)].length, 0);
    }
  });
});

/** The page of the reading view follows what is typed, and leaves what has not changed. In a browser alone, without VS Code. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../../scripts/lib.mjs';

const PAGES = 20;
const CHANGES = 25;

export async function testReadingPage({ it, browser }) {
  const bundle = join(root, 'dist', 'test', 'reading-pages.cjs');
  const common = { absWorkingDir: root, bundle: true, logLevel: 'warning' };
  await build({
    ...common,
    entryPoints: ['test/ui/reading-pages.ts'],
    outfile: bundle,
    platform: 'node',
    format: 'cjs',
    // The tables lie beside the bundles that are shipped.
    define: { __dirname: JSON.stringify(join(root, 'dist')) },
  });
  const { outputFiles } = await build({
    ...common,
    entryPoints: ['client/src/webview/follow.ts'],
    format: 'iife',
    globalName: 'page',
    write: false,
  });
  const { pages } = createRequire(import.meta.url)(bundle);
  const tab = await browser.newPage();
  await tab.setContent('<main></main>');
  await tab.addScriptTag({ content: outputFiles[0].text });

  await it(`the page follows ${PAGES * CHANGES} changes of cables`, async () => {
    for (let seed = 0; seed < PAGES; seed++) {
      const wrong = await tab.evaluate(
        (bodies) => {
          const main = document.querySelector('main');
          // White space between elements is not shown.
          const shown = (element) => element.innerHTML.replace(/>\s+</g, '><').trim();
          main.replaceChildren();
          for (const [i, body] of bodies.entries()) {
            const fresh = document.createElement('template');
            fresh.innerHTML = body;
            const expected = shown(fresh);
            window.page.follow(main, [...fresh.content.children]);
            if (shown(main) !== expected) return [i, shown(main), expected];
          }
          return null;
        },
        pages(seed, CHANGES),
      );
      assert.equal(wrong, null, `cable ${seed}`);
    }
  });
  await it('what has not changed stays, and what was folded open too', async () => {
    const left = await tab.evaluate(() => {
      const main = document.querySelector('main');
      const show = (title, more, line) => {
        const fresh = document.createElement('template');
        fresh.innerHTML = `<article class="cable" data-line="0"><header><h1>${title}</h1><details><summary>T</summary></details></header>
<div class="paragraph" id="m1p1" data-line="${line}"><p>One <abbr title="a">A</abbr></p></div>${more}
<div class="paragraph" id="m1p2" data-line="${line + 2}"><p>Two</p></div></article>`;
        window.page.follow(main, [...fresh.content.children]);
      };
      main.replaceChildren();
      show('A', '', 4);
      const [one, two] = main.querySelectorAll('.paragraph');
      main.querySelector('details').open = true;
      show('B', '', 4);
      show('B', '<h2>New</h2>', 5);
      const now = main.querySelectorAll('.paragraph');
      return [
        now[0] === one && now[1] === two,
        main.querySelector('details').open,
        two.dataset.line,
        main.querySelector('h1').textContent,
        main.querySelectorAll('h2').length,
      ];
    });
    assert.deepEqual(left, [true, true, '7', 'B', 1]);
  });
  await tab.close();
}

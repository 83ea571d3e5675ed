/** `npm run screenshots`: the pictures of the README and of the tour, taken in the real VS Code, light and dark. `-- NAME…`: only these. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installVsix, openBrowser, startServer } from '../tools/vscode-host/host.mjs';
import { Workbench } from '../tools/vscode-host/workbench.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled, fail, root, run } from './lib.mjs';

ensureInstalled();
ensureChromium();
if (run('node', ['scripts/build.mjs']) !== 0) fail('The build failed: see above.');
if (run('node', ['tools/vscode-host/setup.mjs', 'stable']) !== 0) fail('VS Code could not be set up: see above.');
const { default: sharp } = await import('sharp');
const { packageExtension } = await import('./package.mjs');
const { PICTURES } = await import('./pictures.mjs');

const THEMES = { light: 'Default Light Modern', dark: 'Default Dark Modern' };
const images = join(root, 'docs', 'images');
mkdirSync(images, { recursive: true });
const vsix = await packageExtension();
const installed = mkdtempSync(join(tmpdir(), 'cable-shots-'));
installVsix(vsix, { dir: installed });
const only = process.argv.slice(2);
for (const picture of PICTURES.filter(({ name }) => only.length === 0 || only.includes(name)))
  for (const kind of Object.keys(THEMES)) await take(picture, kind);
rmSync(installed, { recursive: true, force: true });

async function take({ name, file, show, clip, settings }, kind) {
  const dir = mkdtempSync(join(tmpdir(), 'cable-shots-'));
  const folder = join(dir, 'cables');
  cpSync(join(root, 'samples'), folder, { recursive: true });
  cpSync(join(installed, 'extensions'), join(dir, 'extensions'), { recursive: true });
  const server = await startServer({
    dir,
    // Paths in the pictures begin with ~.
    env: { HOME: dir },
    settings: { 'workbench.colorTheme': THEMES[kind], 'editor.minimap.enabled': false, ...settings },
  });
  const browser = await openBrowser();
  try {
    const workbench = await Workbench.open(browser, server, { folder, viewport: { width: 1200, height: 800 } });
    await workbench.openFile(file);
    await show(workbench);
    // A window has few colours: 64 of them, kept without loss, take a third of a PNG.
    const few = await sharp(await workbench.page.screenshot({ clip, animations: 'disabled' }))
      .png({ palette: true, colours: 64, dither: 0 })
      .toBuffer();
    await sharp(few)
      .webp({ lossless: true, effort: 6 })
      .toFile(join(images, `${name}-${kind}.webp`));
  } finally {
    await browser.close();
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

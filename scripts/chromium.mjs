import { browserPath } from '../tools/vscode-host/host.mjs';
import { ensureDebian } from './debian.mjs';

/** Makes sure that a Chromium is there: installs Debian's when this user may, else says what to install. */
export function ensureChromium() {
  if (!ensureDebian(found, ['chromium']))
    throw new Error('No Chromium found: install one (Debian: apt-get install chromium) or set CHROMIUM to its path.');
}

function found() {
  try {
    return Boolean(browserPath());
  } catch {
    return false;
  }
}

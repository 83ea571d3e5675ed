import { spawnSync } from 'node:child_process';
import { browserPath } from '../tools/vscode-host/host.mjs';

/** Makes sure that a Chromium is there: installs Debian's when this user may, else says what to install. */
export function ensureChromium() {
  if (found()) return;
  const root = process.getuid?.() === 0;
  const sudo = !root && spawnSync('sudo', ['-n', 'true']).status === 0;
  if ((root || sudo) && spawnSync('apt-get', ['--version']).status === 0) {
    console.log('Installing Chromium ...');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [
      ['update', '-q'],
      ['install', '-y', '-q', '--no-install-recommends', 'chromium'],
    ]) {
      const [program, ...rest] = root ? ['apt-get', ...args] : ['sudo', '-n', 'apt-get', ...args];
      spawnSync(program, rest, { env, stdio: ['ignore', 'ignore', 'inherit'] });
    }
  }
  if (!found())
    throw new Error('No Chromium found: install one (Debian: apt-get install chromium) or set CHROMIUM to its path.');
}

function found() {
  try {
    return Boolean(browserPath());
  } catch {
    return false;
  }
}

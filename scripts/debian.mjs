import { spawnSync } from 'node:child_process';

/** Whether something is there by now, after an installation of Debian's packages where this user may and it was not. */
export function ensureDebian(isThere, packages) {
  if (isThere()) return true;
  const root = process.getuid?.() === 0;
  const sudo = !root && spawnSync('sudo', ['-n', 'true']).status === 0;
  if (!(root || sudo) || spawnSync('apt-get', ['--version']).status !== 0) return false;
  console.log(`Installing ${packages.join(', ')} ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', ...packages],
  ]) {
    const [program, ...rest] = root ? ['apt-get', ...args] : ['sudo', '-n', 'apt-get', ...args];
    spawnSync(program, rest, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return isThere();
}

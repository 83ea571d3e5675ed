import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const windows = process.platform === 'win32';
/** As a shell of Windows wants it: programs there are mostly scripts, which only a shell runs. */
const quoted = (word) => (windows && /[^\w./:\\=-]/.test(word) ? `"${word}"` : word);

/** Runs a program in the project's folder; its output is the user's. Returns the exit code. */
export function run(program, args, options = {}) {
  const bin = join(root, 'node_modules', '.bin', windows ? `${program}.cmd` : program);
  const command = quoted(existsSync(bin) ? bin : program);
  const { status, error } = spawnSync(command, args.map(quoted), {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
    ...options,
  });
  if (error) throw error;
  return status ?? 1;
}

/** Installs the locked packages when there are none, or when the lockfile is newer. */
export function ensureInstalled() {
  const stamp = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(lock).mtimeMs) return;
  if (run('npm', ['ci', '--no-audit', '--no-fund']) !== 0) fail('npm ci failed: see above.');
}

/** Ends with one line. */
export function fail(message) {
  console.error(message);
  process.exit(1);
}

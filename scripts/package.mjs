import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './lib.mjs';

/** Packs the built extension; returns the path of the .vsix. */
export function packageExtension() {
  mkdirSync(join(root, '.vscode-host'), { recursive: true });
  const vsix = join(root, '.vscode-host', 'diplomatic-cables.vsix');
  const args = [
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '-o',
    vsix,
  ];
  if (run('vsce', args, { stdio: ['ignore', 'ignore', 'inherit'] }) !== 0)
    throw new Error('The extension could not be packaged: see above.');
  return vsix;
}

/** `npm start`: installs, builds, and serves a real VS Code with the packaged extension on a copy of the sample cables. */

import { spawn } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, fail, root, run } from './lib.mjs';

ensureInstalled();
if (run('node', ['scripts/build.mjs']) !== 0) fail('The build failed: see above.');
const { packageExtension } = await import('./package.mjs');
const vsix = await packageExtension();
if (run('node', ['tools/vscode-host/setup.mjs', 'stable']) !== 0) fail('VS Code could not be set up: see above.');
// A copy, so that trying things out leaves the samples as they are.
const folder = join(root, '.vscode-host', 'samples');
rmSync(folder, { recursive: true, force: true });
cpSync(join(root, 'samples'), folder, { recursive: true });
console.log('Open 06LUSAKA412.cable, hover over a TAGS code, and look at the Outline.');
const dir = join(root, '.vscode-host', 'server');
const args = [
  'tools/vscode-host/serve.mjs',
  '--vsix',
  vsix,
  '--folder',
  folder,
  '--dir',
  dir,
  ...process.argv.slice(2),
];
const server = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));

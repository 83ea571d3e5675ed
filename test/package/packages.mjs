/** Both packages, made by the command that makes them for users; once for all tests of the suite. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureChromium } from '../../scripts/chromium.mjs';
import { root, run } from '../../scripts/lib.mjs';
import { installVsix } from '../../tools/vscode-host/host.mjs';

export const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { publisher, name, version } = manifest;
const folders = [];
let made;
let unpacked;

/** `npm run package`, with what it said. */
export function packages() {
  made ??= spawnSync(process.execPath, ['scripts/package.mjs'], { cwd: root, encoding: 'utf8' });
  const packed = (kind) => join(root, 'dist', `${name}-${version}.${kind}`);
  return { code: made.status, said: made.stdout, warned: made.stderr, vsix: packed('vsix'), tarball: packed('tgz') };
}

/** An empty folder that goes away after the suite. */
export function emptyFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'cable package '));
  folders.push(folder);
  return folder;
}

export function removeFolders() {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  unpacked = undefined;
}

/** The extension as VS Code's own installer unpacks it, in a folder of its own with settings and state (`dir`). */
export function installExtension() {
  ensureChromium();
  if (run('node', ['tools/vscode-host/setup.mjs', 'stable']) !== 0) throw new Error('VS Code could not be set up.');
  const dir = emptyFolder();
  installVsix(packages().vsix, { dir });
  return { dir, extension: join(dir, 'extensions', `${publisher}.${name}-${version}`) };
}

/** The command as npm unpacks it into an empty prefix, from nothing but the tarball; with the program that a shell would find. */
export function installCommand() {
  if (unpacked) return unpacked;
  const prefix = emptyFolder();
  const windows = process.platform === 'win32';
  // Neither cache nor network: whatever were missing in the tarball could not come from elsewhere.
  const options = ['--global', '--prefix', prefix, '--offline', '--cache', emptyFolder(), '--no-audit', '--no-fund'];
  const { status, stderr } = spawnSync('npm', ['install', ...options, packages().tarball], {
    cwd: prefix,
    encoding: 'utf8',
    shell: windows,
  });
  if (status !== 0) throw new Error(`npm install of the tarball failed:\n${stderr}`);
  const bin = windows ? prefix : join(prefix, 'bin');
  const folder = join(prefix, ...(windows ? [] : ['lib']), 'node_modules', name);
  unpacked = { warned: stderr, folder, program: join(bin, windows ? 'cable.cmd' : 'cable') };
  return unpacked;
}

/** All files of a folder, relative to it, with `/`. */
export function filesOf(folder) {
  return readdirSync(folder, { recursive: true })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile())
    .map((file) => relative(folder, file).replaceAll('\\', '/'))
    .sort();
}

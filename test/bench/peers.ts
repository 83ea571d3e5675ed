/** The peers are no part of the project: they are fetched when they are measured, into a folder of their own. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const folder = join(__dirname, '..', '..', 'dist', 'bench-peers');
const RUMDL = `@rumdl/cli-${process.platform}-${process.arch}`;
/** The newest ones that run on the Node that we ask for. */
const VERSIONS: Readonly<Record<string, string>> = {
  [RUMDL]: '0.2.75',
  'markdownlint-cli2': '0.22.1',
  'vscode-langservers-extracted': '4.10.0',
  // What VS Code reads Markdown with, for the server that asks its client to do so.
  'markdown-it': '14.3.3',
};

export interface Peers {
  /** The native program itself, without the Node that a wrapper would start first. */
  readonly rumdl: string | null;
  readonly markdownlint: string | null;
  readonly markdownServer: string | null;
  readonly markdownIt: string | null;
}

/** Null for what cannot be had, with one line that says so. */
export function peers(): Peers {
  return {
    rumdl: program(RUMDL, process.platform === 'win32' ? 'rumdl.exe' : 'rumdl'),
    markdownlint: program('markdownlint-cli2', 'markdownlint-cli2-bin.mjs'),
    markdownServer: program('vscode-langservers-extracted', 'bin/vscode-markdown-language-server'),
    markdownIt: program('markdown-it', ''),
  };
}

const known = new Map<string, string | null>();

function program(name: string, path: string): string | null {
  if (!known.has(name)) known.set(name, fetched(name));
  const home = known.get(name)!;
  return home && join(home, path);
}

function fetched(name: string): string | null {
  const version = VERSIONS[name]!;
  const home = join(folder, 'node_modules', ...name.split('/'));
  if (versionOf(home) === version) return home;
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, 'package.json'))) writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const { status, stderr } = spawnSync(
    'npm',
    [
      'install',
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--fetch-retries=0',
      '--save-exact',
      `${name}@${version}`,
    ],
    { cwd: folder, encoding: 'utf8', timeout: 120_000, shell: process.platform === 'win32' },
  );
  if (status === 0 && versionOf(home) === version) return home;
  const why = /^npm (?:error|ERR!) (?:code )?(.*)$/m.exec(stderr ?? '')?.[1] ?? 'npm did not end';
  console.error(`${name} ${version} cannot be had here, and is left out: ${why}`);
  return null;
}

function versionOf(home: string): string | null {
  try {
    return (JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }).version;
  } catch {
    return null;
  }
}

export const versionOfPeer = (name: string): string => VERSIONS[name === 'rumdl' ? RUMDL : name]!;

/** What a peer's package exports. */
export const load = <T>(home: string): T => createRequire(join(folder, 'package.json'))(home) as T;

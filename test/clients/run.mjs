/**
 * Runs the checks of one editor, the real one, with the very configuration that its page in docs/editors tells of:
 * `node test/clients/run.mjs neovim REPORT`. The editor finds `cable` on its path, as it would after an installation.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDebian } from '../../scripts/debian.mjs';
import { root } from '../../scripts/lib.mjs';

/** An editor that says nothing for so long has hung: far more than any of them takes on a busy machine. */
const LIMIT = 240_000;
const tests = join(root, 'test', 'clients');
const docs = join(root, 'docs', 'editors');

/** @type {Record<string, { packages: string[], program: string, probe: string[], install(home: string): void, args: string[] }>} */
const EDITORS = {
  neovim: {
    packages: ['neovim'],
    program: 'nvim',
    probe: ['--version'],
    // As docs/editors/neovim.md says.
    install: (home) => {
      const config = join(home, '.config', 'nvim');
      cpSync(join(docs, 'neovim'), config, { recursive: true });
      writeFileSync(join(config, 'init.lua'), "require('cable').setup()\n");
    },
    args: ['--headless', '-i', 'NONE', '-n', '-c', `luafile ${join(tests, 'neovim', 'checks.lua')}`],
  },
  emacs: {
    packages: ['emacs-nox', 'elpa-eglot'],
    program: 'emacs',
    probe: ['--batch', '--eval', "(progn (package-activate-all) (require 'eglot))"],
    // As docs/editors/emacs.md says.
    install: (home) => {
      const config = join(home, '.emacs.d');
      cpSync(join(docs, 'emacs'), join(config, 'lisp'), { recursive: true });
      const lines = [
        '(add-to-list \'load-path (locate-user-emacs-file "lisp"))',
        "(require 'cable-mode)",
        "(add-hook 'cable-mode-hook #'eglot-ensure)",
      ];
      writeFileSync(join(config, 'init.el'), `${lines.join('\n')}\n`);
    },
    args: ['--batch', '-l', join(tests, 'emacs', 'checks.el')],
  },
};

const [name, report] = process.argv.slice(2);
const editor = EDITORS[name];
if (!editor) throw new Error(`Which editor? ${Object.keys(EDITORS).join(', ')}`);
const { program, probe, packages } = editor;
const isThere = () => spawnSync(program, probe, { stdio: 'ignore' }).status === 0;
if (ensureDebian(isThere, packages)) {
  const checks = await run();
  for (const { name: what, error } of checks) console.log(error ? `  ✗ ${what}\n      ${error}` : `  ✓ ${what}`);
  const titles = checks.filter(({ error }) => error).map(({ name: what }) => what);
  finish({ passed: checks.length - titles.length, failed: titles.length, titles });
} else {
  const missing = `${program} is missing (Debian: apt-get install ${packages.join(' ')})`;
  if (process.env.CI === 'true') throw new Error(missing);
  console.log(`skipped: ${missing}`);
  finish({ passed: 0, failed: 0, skipped: true });
}

function finish(stats) {
  if (report) writeFileSync(report, JSON.stringify(stats));
  process.exitCode = stats.failed ? 1 : 0;
}

/** What the editor's own script has checked; one more of the end. */
async function run() {
  const home = realpathSync(mkdtempSync(join(tmpdir(), `cable-${name}-`)));
  const workspace = join(home, 'cables');
  const bin = join(home, 'bin');
  const results = join(home, 'results.jsonl');
  mkdirSync(bin);
  cpSync(join(tests, 'workspace'), workspace, { recursive: true });
  editor.install(home);
  const shim = join(bin, 'cable');
  writeFileSync(shim, `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'dist', 'cable.js')}' "$@"\n`);
  chmodSync(shim, 0o755);
  const env = {
    PATH: `${bin}:${process.env.PATH}`,
    HOME: home,
    LANG: 'C.UTF-8',
    TERM: 'dumb',
    CABLE_WORKSPACE: workspace,
    CABLE_RESULTS: results,
  };
  try {
    const whole = await start(env);
    const read = () =>
      existsSync(results)
        ? readFileSync(results, 'utf8')
            .split('\n')
            .filter(Boolean)
            .map((line) => JSON.parse(line))
        : [];
    const checks = read();
    if (whole.code !== 0 || checks.length === 0)
      checks.push({ name: 'the editor ends by itself', error: `${whole.end}\n${whole.said}` });
    // A server that does not start is told, and nobody waits for ever.
    rmSync(results, { force: true });
    writeFileSync(shim, '#!/bin/sh\necho "cable: broken on purpose" >&2\nexit 3\n');
    const broken = await start({ ...env, CABLE_BROKEN: '1' });
    const told = read().some(({ error }) => /server/i.test(error ?? ''));
    const isTold = told && broken.code !== null && broken.code !== 0;
    checks.push({
      name: 'a server that does not start is told',
      error: isTold ? null : `${broken.end}\n${broken.said}`,
    });
    return checks;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** The editor with an environment of its own, its process group ended with it. */
function start(env) {
  return new Promise((done, failed) => {
    const editorProcess = spawn(editor.program, editor.args, {
      cwd: env.CABLE_WORKSPACE,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    let late = false;
    for (const stream of [editorProcess.stdout, editorProcess.stderr]) stream.on('data', (chunk) => (said += chunk));
    const end = () => {
      try {
        process.kill(-editorProcess.pid, 'SIGKILL');
      } catch {
        // All of them have ended.
      }
    };
    const timer = setTimeout(() => {
      late = true;
      end();
    }, LIMIT);
    editorProcess.on('error', failed);
    editorProcess.on('close', (code, signal) => {
      clearTimeout(timer);
      end();
      const how = late ? `no end within ${LIMIT / 1000} s` : signal ? `ended by ${signal}` : `exit code ${code}`;
      done({ code, said: said.slice(-4000), end: how });
    });
  });
}

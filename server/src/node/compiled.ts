/**
 * Runs a bundle by what V8 has compiled of it at an earlier start, which is half of what a start costs. Kept beside the bundle: who may write
 * there may write the bundle too. What is not there, or does not fit, is compiled as ever.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { getEnvironmentData, isMainThread, setEnvironmentData, threadId } from 'node:worker_threads';

/** After so long a process has compiled what it needs, and a thread may end at any moment. */
const KEPT_AFTER = isMainThread ? 10_000 : 1000;
const DIGEST = 32;
/**
 * For the heaps of threads. Of what a thread makes nearly nothing lasts: with a young generation of this size (in megabytes) little is left to
 * be collected, and to share that out costs more than to do it.
 */
const COLLECTING = ['--min-semi-space-size=16', '--no-parallel-scavenge'];

/**
 * A process that is soon done. The V8 of Node 20 would spend a third of its time compiling functions anew that will then hardly be called
 * again; later ones have a quick compiler for them, and other flags.
 */
const BRIEF = process.versions.v8.startsWith('11.') ? ['--interrupt-budget=700000', '--no-turbo-inlining'] : [];

/** What the module exports. Throws what it throws. */
export function run(file: string, brief = false): unknown {
  // A thread is as its process. Before anything is compiled: what was compiled with other flags does not fit.
  if (isMainThread) {
    setEnvironmentData('brief', brief);
    for (const flag of brief ? [...COLLECTING, ...BRIEF] : COLLECTING) setFlagsFromString(flag);
  }
  const isBrief = getEnvironmentData('brief');
  const folder = join(dirname(file), 'compiled');
  const kept = join(folder, `${basename(file)}-${process.versions.v8}-${process.arch}${isBrief ? '-brief' : ''}`);
  const { mtimeMs, size } = statSync(file);
  // V8 itself compares no more than the length of the source.
  const digestOf = (data: Buffer): Buffer => createHash('sha256').update(`${mtimeMs} ${size}\n`).update(data).digest();
  const cachedData = readKept(kept, digestOf);
  const script = new Script(wrap(readFileSync(file, 'utf8')), { filename: file, ...(cachedData && { cachedData }) });
  if (!cachedData || script.cachedDataRejected) keepLater();
  const module = { exports: {} as unknown };
  const start = script.runInThisContext() as (...given: unknown[]) => void;
  start.call(module.exports, module.exports, createRequire(file), module, file, dirname(file));
  return module.exports;

  function keepLater(): void {
    const keep = (): void => {
      clearTimeout(timer);
      process.removeListener('exit', keep);
      // It costs the next start some time where it fails, and nobody anything else.
      attempt(() => {
        const own = `${kept}.${process.pid}.${threadId}`;
        const data = script.createCachedData();
        mkdirSync(folder, { recursive: true });
        try {
          writeFileSync(own, Buffer.concat([digestOf(data), data]));
          renameSync(own, kept);
        } finally {
          rmSync(own, { force: true });
        }
      });
    };
    const timer = setTimeout(keep, KEPT_AFTER).unref();
    process.once('exit', keep);
  }
}

const readKept = (file: string, digestOf: (data: Buffer) => Buffer): Buffer | null =>
  attempt(() => {
    const bytes = readFileSync(file);
    const data = bytes.subarray(DIGEST);
    return digestOf(data).equals(bytes.subarray(0, DIGEST)) ? data : null;
  });

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

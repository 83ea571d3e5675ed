/**
 * `library-corpus.ts FOLDER [COUNT [SEED]]`: writes an invented library, 250,000 cables (1.5 GB) unless said otherwise, every one citing
 * others. Two processes write every other file each.
 */
import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { plan } from './library/plan';
import { fileOf } from './library/text';

export const SEED = 5;
const WRITERS = 2;

/** Writes the library; how many bytes it has. */
export async function writeLibrary(folder: string, count: number, seed = SEED): Promise<number> {
  const shares = Array.from(
    { length: WRITERS },
    (_, share) =>
      new Promise<number>((done, fail) => {
        const writer = fork(__filename, [folder, String(count), String(seed), String(share)]);
        writer.on('message', done);
        writer.on('error', fail);
        // After the message, this says nothing any more.
        writer.on('exit', (code) => fail(new Error(`a writer ended with ${code}`)));
      }),
  );
  return (await Promise.all(shares)).reduce((sum, bytes) => sum + Number(bytes), 0);
}

/** Every file whose index leaves this remainder. */
function writeShare(folder: string, count: number, seed: number, share: number): number {
  const all = plan(count, seed);
  const made = new Set<string>();
  let bytes = 0;
  for (let file = share; file < count; file += WRITERS) {
    const { path, text } = fileOf(all.at(file));
    const target = join(folder, path);
    const parent = dirname(target);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    const content = Buffer.from(text);
    writeFileSync(target, content);
    bytes += content.length;
  }
  return bytes;
}

if (require.main === module) {
  const [folder, count = '250000', seed = String(SEED), share] = process.argv.slice(2);
  const started = performance.now();
  if (share !== undefined) process.send!(writeShare(folder!, Number(count), Number(seed), Number(share)));
  else
    void writeLibrary(folder!, Number(count), Number(seed)).then((bytes) => {
      const seconds = (performance.now() - started) / 1000;
      console.log(`${count} cables, ${(bytes / 1e6).toFixed(0)} MB, in ${seconds.toFixed(1)} s`);
    });
}

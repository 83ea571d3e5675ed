/** What the build made: every bundle with the packages whose code is in it. Packaging and the notices go by it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib.mjs';

const file = join(root, 'dist', 'bundles.json');

/**
 * @param {import('esbuild').Metafile[]} metafiles one for each call of esbuild
 * @param {string[]} starters scripts that only start a bundle
 */
export function writeBundles(metafiles, starters) {
  const bundles = Object.fromEntries(starters.map((file) => [file, []]));
  for (const { outputs } of metafiles)
    for (const [output, { inputs }] of Object.entries(outputs)) {
      const used = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
      bundles[output] = [...new Set(used.flatMap(([input]) => packageFolder(input) ?? []))].sort();
    }
  writeFileSync(file, JSON.stringify(bundles, null, 1));
}

/** Bundles, such as `dist/server.js`, to the folders of their packages, such as `node_modules/commander`. */
export function readBundles() {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The innermost package of a module; undefined for our own code. */
function packageFolder(path) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

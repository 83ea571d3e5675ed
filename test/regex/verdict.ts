/** What recheck says of an expression. Verdicts are kept under node_modules, as they change with the expression or the tool only. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import { version } from 'recheck/package.json';
import { ROOT } from './literals';

/** Null: time grows no faster than the text. Otherwise how it grows, and with what. */
export type Verdict = { readonly growth: string; readonly attack: string } | null;

/**
 * No limits of time, so that a slow machine comes to the same verdict, but of length and of steps: an expression that takes more than some
 * three hundred steps a character of 3,000 fails. Where recheck has to try texts it tries fewer than it would by itself, in a tenth of the
 * time; it finds the same ones.
 */
const LIMITS = {
  timeout: null,
  attackTimeout: null,
  incubationTimeout: null,
  seedingTimeout: null,
  attackLimit: 1_000_000,
  maxAttackStringSize: 3_000,
  incubationLimit: 10_000,
  maxGeneStringSize: 600,
  maxInitialGenerationSize: 100,
  maxGenerationSize: 40,
  mutationSize: 20,
  crossoverSize: 10,
  maxIteration: 5,
};
const folder = join(ROOT, 'node_modules', '.cache', 'regex');

/** Of a repetition that has an end it matters that it has one, not where: recheck counts to it, and a high one takes it minutes. */
const HIGH = 40;
const lowered = (source: string): string =>
  source.replace(/\{(\d+),(\d+)\}/g, (whole, least, most) =>
    Number(most) > HIGH && Number(least) <= HIGH ? `{${least},${HIGH}}` : whole,
  );

export async function verdictOn(written: string, flags: string): Promise<Verdict> {
  const source = lowered(written);
  const key = createHash('sha256')
    .update(JSON.stringify([version, LIMITS, source, flags]))
    .digest('hex')
    .slice(0, 32);
  const file = join(folder, `${key}.json`);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    const verdict = await ask(source, flags);
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, JSON.stringify(verdict));
    return verdict;
  }
}

async function ask(source: string, flags: string): Promise<Verdict> {
  const result = await check(source, flags, LIMITS);
  if (result.status === 'safe') return null;
  if (result.status === 'unknown')
    throw new Error(`recheck cannot read /${source}/${flags}: ${JSON.stringify(result.error)}`);
  return { growth: result.complexity.summary, attack: result.attack.pattern };
}

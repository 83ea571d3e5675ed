/** `npm run soak`: the built server used for a long time. Its memory at the end may be a tenth above that after the first thousand. */
import { parseArgs } from 'node:util';
import { measuredOn, table, writeBetween } from '../report';
import { megabytes, type Phase, soak } from './soak';

const GROWTH = 0.1;

const { values } = parseArgs({
  options: {
    cycles: { type: 'string' },
    keystrokes: { type: 'string' },
    seed: { type: 'string' },
    compiled: { type: 'boolean' },
    write: { type: 'boolean' },
  },
});
const [cycles, keystrokes] = [Number(values.cycles ?? 10_000), Number(values.keystrokes ?? 100_000)];
const seed = Number(values.seed ?? 1973);

const growth = (from: number, to: number): number => (to - from) / from;
const percent = (part: number): string => `${part < 0 ? '−' : '+'}${Math.abs(part * 100).toFixed(1)} %`;
const NAMES: Record<Phase['what'], string> = { cycles: 'cables opened, changed and closed', keystrokes: 'keystrokes' };

async function main(): Promise<void> {
  const phases = await soak({
    cycles,
    keystrokes,
    seed,
    compiled: values.compiled ?? false,
    progress: (told) => console.log(told),
  });
  const rows = phases.map(({ what, count, settled, end, seconds }) => [
    NAMES[what],
    count.toLocaleString('en-US'),
    `${megabytes(settled.data)} → ${megabytes(end.data)}`,
    percent(growth(settled.data, end.data)),
    `${megabytes(settled.code)} → ${megabytes(end.code)}`,
    `${megabytes(settled.resident)} → ${megabytes(end.resident)}`,
    percent(growth(settled.resident, end.resident)),
    Math.round(seconds).toLocaleString('en-US'),
  ]);
  const head = ['what', 'how often', 'data, MB', 'change', 'code, MB', 'resident, MB', 'change', 'seconds'];
  const told = table([head, ...rows]);
  console.log(told);
  if (values.write) writeBetween('npm run soak', `${told}\n\nSeed ${seed}. ${measuredOn()}`);
  const grown = phases.filter(
    ({ settled, end }) => growth(settled.data, end.data) > GROWTH || growth(settled.resident, end.resident) > GROWTH,
  );
  for (const { what } of grown) console.error(`${NAMES[what]}: memory grows by more than ${GROWTH * 100} %`);
  process.exitCode = grown.length ? 1 : 0;
}
void main();

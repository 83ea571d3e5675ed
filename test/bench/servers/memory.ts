import { readFileSync } from 'node:fs';

/** Megabytes of a process: resident, and its share where what it has in common with others is divided among them. NaN where the system does not tell; Linux does. */
export interface Memory {
  readonly resident: number;
  readonly share: number;
}

export function memoryOf(id: number): Memory {
  try {
    const text = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8');
    const read = (name: string): number =>
      (Number(new RegExp(`^${name}:\\s*(\\d+) kB$`, 'm').exec(text)![1]) * 1024) / 1e6;
    return { resident: read('Rss'), share: read('Pss') };
  } catch {
    return { resident: Number.NaN, share: Number.NaN };
  }
}

/**
 * The plan of an invented library: which cables there are, in the order in which they were sent, and what each cites. The same seed and
 * count give the same library, and any cable of it can be told without the others; so a bench knows the right answers.
 */
import { allPosts, type Post } from '../../../server/src/data/posts';
import { type GeneratedLayout, stations } from '../../support/generate';
import { type Random, random } from '../../support/random';

/** What a file holds: a cable of its own, or something more of the cable in the file before it. */
export type Kind = 'cable' | 'duplicate' | 'corrected' | 'section';

/** A cable that is cited. */
export interface Cited {
  /** Index of its file; -1: there is none, the number was never used. */
  readonly file: number;
  readonly id: string;
  readonly post: Post;
  readonly year: number;
  readonly serial: number;
  /** In the REF block; otherwise only the text names it. */
  readonly listed: boolean;
}

export interface Planned {
  readonly file: number;
  readonly kind: Kind;
  /** A further section of it is in the next file. */
  readonly continued: boolean;
  readonly id: string;
  readonly layout: GeneratedLayout;
  readonly post: Post;
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly serial: number;
  readonly cites: readonly Cited[];
  /** For all else that chance decides of this cable. */
  readonly next: Random;
}

export interface Plan {
  readonly count: number;
  /** File by file, in the order of their dates. */
  readonly at: (file: number) => Planned;
}

/** Years, with the share of all cables that is from there. */
const ERAS: readonly { share: number; from: number; to: number; layouts: readonly GeneratedLayout[] }[] = [
  { share: 0.06, from: 1973, to: 1978, layouts: ['aad'] },
  { share: 0.14, from: 1985, to: 2002, layouts: ['acp127'] },
  { share: 0.7, from: 2002, to: 2010, layouts: ['cablegate', 'cablegate', 'cablegate', 'acp127'] },
  { share: 0.1, from: 2011, to: 2017, layouts: ['smart'] },
];
const DAY = 86_400_000;
/** One cable in eight comes from the Department, to all others. */
const FROM_STATE = 0.12;
/** A cable in so many is one that everybody cites: an instruction, a guide. */
const HUB = 500;
/** Not for ever: it is cited by the next so many. */
const REACH = 20_000;

/** A number in [0, 1) for each file and purpose, without a state. */
function chance(seed: number, file: number, purpose: number): number {
  let mixed = (seed ^ Math.imul(file + 1, 0x9e3779b1) ^ Math.imul(purpose + 1, 0x85ebca6b)) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}

export function plan(count: number, seed: number): Plan {
  const state = allPosts().find(({ name }) => name === 'STATE')!;
  const posts = [state, ...stations()];
  const kindOf = (file: number): Kind => {
    if (file < 1 || file >= count) return 'cable';
    const drawn = chance(seed, file, 0);
    const kind = drawn < 0.01 ? 'duplicate' : drawn < 0.015 ? 'corrected' : drawn < 0.03 ? 'section' : 'cable';
    // What it is more of is a cable of its own, and sections are those of a wrapper that has them.
    if (kind === 'cable' || kindOf(file - 1) !== 'cable') return 'cable';
    const layout = layoutOf(file - 1);
    if (kind === 'section') return layout === 'acp127' ? kind : 'cable';
    return kind === 'corrected' && (layout === 'aad' || layout === 'smart') ? 'cable' : kind;
  };
  const eraOf = (file: number) => {
    let begin = 0;
    for (const era of ERAS) {
      const end = begin + era.share * count;
      if (file < end || era === ERAS.at(-1)) return { ...era, done: Math.min(1, (file - begin) / (end - begin)) };
      begin = end;
    }
    throw new Error('no era');
  };
  const layoutOf = (file: number): GeneratedLayout => {
    const { layouts } = eraOf(file);
    return layouts[Math.floor(chance(seed, file, 1) * layouts.length)]!;
  };

  // What depends on all that came before: the running numbers of each post and year, and who sent what.
  const post = new Uint8Array(count);
  const serial = new Int32Array(count);
  const date = new Float64Array(count);
  const sent: number[][] = posts.map(() => []);
  const running = new Map<number, number>();
  for (let file = 0; file < count; file++) {
    if (kindOf(file) !== 'cable') {
      for (const column of [post, serial, date]) column[file] = column[file - 1]!;
      continue;
    }
    const { from, to, done } = eraOf(file);
    date[file] = Math.floor((Date.UTC(from, 0, 2) + done * (Date.UTC(to, 0, 1) - Date.UTC(from, 0, 2))) / DAY) * DAY;
    // Large posts write more than small ones.
    post[file] =
      chance(seed, file, 2) < FROM_STATE ? 0 : 1 + Math.floor(chance(seed, file, 3) ** 1.7 * (posts.length - 1));
    const key = new Date(date[file]!).getUTCFullYear() * 256 + post[file]!;
    let number = (running.get(key) ?? 10) + 1 + Math.floor(chance(seed, file, 4) * 2);
    // A number with a nought at its end is never used: who cites it cites what is not here.
    if (number % 10 === 0) number++;
    running.set(key, number);
    serial[file] = number;
    sent[post[file]!]!.push(file);
  }

  const yearOf = (file: number): number => new Date(date[file]!).getUTCFullYear();
  const idOf = (of: Post, year: number, number: number): string =>
    `${String(year % 100).padStart(2, '0')}${of.name}${number}`;

  /** An earlier cable of a post; null where it has sent none. `within`: how many of its last ones come into question. */
  function earlier(file: number, of: number, within: number, next: Random): number | null {
    const list = sent[of]!;
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (date[list[middle]!]! < date[file]!) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? null : list[next.int(Math.max(0, low - within), low - 1)]!;
  }

  function cited(file: number, next: Random): Cited[] {
    const found = new Map<string, Cited>();
    for (let left = next.pick([1, 1, 2, 2, 3, 3, 4, 5]); left > 0; left--) {
      const drawn = next();
      const hub = Math.floor((file - next() ** 2 * Math.min(file, REACH)) / HUB) * HUB;
      const target =
        drawn < 0.5
          ? earlier(file, post[file]!, 40, next)
          : drawn < 0.62
            ? earlier(file, 0, 300, next)
            : drawn < 0.82
              ? earlier(file, next.int(1, posts.length - 1), 20, next)
              : drawn < 0.93 && kindOf(hub) === 'cable' && date[hub]! < date[file]!
                ? hub
                : null;
      const by = posts[target === null ? post[file]! : post[target]!]!;
      const year = target === null ? yearOf(file) - 1 : yearOf(target);
      const number = target === null ? next.int(2, 200) * 10 : serial[target]!;
      const id = idOf(by, year, number);
      // The first is listed: a cable that has references has a REF block.
      const listed = found.size === 0 || next.chance(0.85);
      if (!found.has(id)) found.set(id, { file: target ?? -1, id, post: by, year, serial: number, listed });
    }
    return [...found.values()];
  }

  return {
    count,
    at(file) {
      const kind = kindOf(file);
      // A duplicate is word by word what the cable is.
      const own = kind === 'cable' ? file : file - 1;
      const next = random(seed + own);
      const by = posts[post[own]!]!;
      const sentOn = new Date(date[own]!);
      const year = sentOn.getUTCFullYear();
      return {
        file,
        kind,
        continued: kindOf(file + 1) === 'section',
        id: idOf(by, year, serial[own]!),
        layout: layoutOf(own),
        post: by,
        year,
        month: sentOn.getUTCMonth() + 1,
        // A date ten years on has to exist, too.
        day: Math.min(28, sentOn.getUTCDate()),
        serial: serial[own]!,
        cites: cited(own, next),
        next,
      };
    },
  };
}

/** What is said in an invented cable: who writes to whom, when, on what. */
import { allPosts, type Post } from '../../server/src/data/posts';
import type { Random } from './random';
import { SURNAMES, TAGS, TOPICS } from './words';

export type GeneratedLayout = 'cablegate' | 'acp127' | 'aad' | 'smart' | 'draft';
export type Level = 'UNCLASSIFIED' | 'SENSITIVE' | 'CONFIDENTIAL' | 'SECRET';

export interface Wish {
  readonly layout?: GeneratedLayout;
  /** Length to come near, in UTF-16 code units; at least one paragraph is written. */
  readonly size?: number;
  readonly level?: Level;
  /** What is not left to chance. */
  readonly given?: Partial<Facts>;
}

/** Posts whose name, address and station are all in the table. */
export const stations = (() => {
  let all: Post[] | undefined;
  return () => {
    all ??= allPosts().filter(
      ({ kind, country, routingIndicator, written, plad }) =>
        /^(?:embassy|consulate)$/.test(kind) && country && routingIndicator && plad.endsWith(written),
    );
    return all;
  };
})();

export interface Facts {
  readonly next: Random;
  readonly post: Post;
  readonly others: readonly Post[];
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: string;
  readonly filed: string;
  readonly serial: number;
  readonly level: Level;
  readonly subject: string;
  readonly tags: readonly string[];
  readonly references: readonly string[];
  /** How the REF block writes a letter. */
  readonly letter: (letter: string) => string;
  /** Sentences that stand in the text as they are, each in a paragraph of its own turn. */
  readonly asides: readonly string[];
  /** 1 where all of the cable is in one. */
  readonly sections: number;
  readonly signer: string;
}

export const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

const YEARS: Record<GeneratedLayout, readonly [number, number]> = {
  cablegate: [2003, 2009],
  acp127: [1984, 2009],
  aad: [1973, 1977],
  smart: [2011, 2016],
  draft: [2011, 2016],
};

/** What a cable says, drawn by chance. */
export function factsOf(next: Random, layout: GeneratedLayout, size: number, { level, given }: Wish): Facts {
  const year = next.int(...YEARS[layout]);
  const drawn = next.pick(stations());
  const post = given?.post ?? drawn;
  const others = next.some(
    stations().filter(({ name }) => name !== post.name),
    next.int(2, 6),
  );
  const serial = next.int(11, 3800);
  const hour = next.int(5, 21);
  const minute = next.int(0, 59);
  const references = Array.from({ length: next.int(0, 3) }, (_, at) => {
    const other = at === 0 ? post : next.pick(others);
    return other === post
      ? `${other.written} ${next.int(1, serial - 1)}`
      : `${pad((year - 1) % 100)} ${other.written} ${next.int(1, 4000)}`;
  });
  return {
    next,
    post,
    others,
    year,
    month: next.int(1, 10),
    day: next.int(1, 28),
    time: `${pad(hour)}${pad(minute)}`,
    filed: `${pad(hour + (minute > 40 ? 1 : 0))}${pad(minute > 40 ? minute - 40 : minute + 19)}`,
    serial,
    // The caption came in with the archive of the 1990s.
    level:
      level ?? next.pick<Level>(['UNCLASSIFIED', year < 1997 ? 'UNCLASSIFIED' : 'SENSITIVE', 'CONFIDENTIAL', 'SECRET']),
    subject: `${next.chance(0.5) ? `${post.written}: ` : ''}${next.pick(TOPICS)}`,
    tags: [...next.some(TAGS, next.int(1, 3)), post.country],
    references: [...new Set(references)],
    letter: layout === 'smart' ? (letter) => `${letter})` : (letter) => `${letter}.`,
    asides: [],
    sections: layout !== 'smart' && layout !== 'draft' && size > 6000 ? Math.min(9, Math.ceil(size / 5500)) : 1,
    signer: next.pick(SURNAMES),
  };
}

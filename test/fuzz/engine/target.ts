/** What is fuzzed: a property that must hold of any text. */
import type { Edit } from '../../../server/src/text/edits';
import type { Random } from '../../support/random';

export interface Input {
  readonly text: string;
  /** What is left to chance besides the text; seeded by the text, so that the text alone says everything. */
  readonly next: Random;
  /** Where a good cable was spoilt: what was done to it, and the text with only some of that. */
  readonly spoilt?: {
    readonly damage: readonly Edit[];
    readonly spoil: (damage: readonly Edit[]) => string;
  };
}

export interface Target {
  readonly name: string;
  /** What must hold, in a line. */
  readonly law: string;
  /** The longest text that it is tried on, in UTF-16 code units; undefined: that of the engine. */
  readonly longest?: number;
  /** What it measures besides, by its name, in milliseconds. */
  readonly figures?: ReadonlyMap<string, number>;
  /** What has to be loaded first. */
  readonly ready?: () => Promise<void>;
  /**
   * Throws where the law is broken.
   * @returns what was remarkable, if anything: an input with a remark that is new is kept, as one that reaches new code is.
   */
  readonly holds: (input: Input) => readonly string[] | undefined;
}

/** A law is broken. `law` is the same for all inputs that break it in one way. */
export class Breach extends Error {
  constructor(
    readonly law: string,
    detail = '',
  ) {
    super(detail ? `${law}: ${detail}` : law);
  }
}

export function insist(isTrue: unknown, law: string, detail?: () => string): asserts isTrue {
  if (!isTrue) throw new Breach(law, detail?.());
}

/** In what way something failed, the same for all inputs that fail so. */
export const wayOf = (error: unknown): string => {
  if (error instanceof Breach) return error.law;
  if (!(error instanceof Error)) return String(error);
  const [place] = /(?:server|test)\/[\w./-]+:\d+/.exec(error.stack ?? '') ?? [];
  return `${error.name}: ${error.message.split('\n')[0]!.slice(0, 80)}${place ? ` (${place})` : ''}`;
};

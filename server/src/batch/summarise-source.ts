/** One source of many for a graph: read, and of each cable in it what a library keeps. Plain data that can be sent between threads. */
import { BinaryError, explain, readAny, readText } from '../files/read';
import type { Source } from '../files/walk';
import { summariesOf } from '../library/glance';
import type { Summary } from '../library/summary';

export interface Summarised {
  /** Null: not read, or no cable among the text files of a folder. */
  readonly cables: readonly Summary[] | null;
  /** A failure of the call, in one line. */
  readonly trouble?: string;
  /** Worth a line, but no failure. */
  readonly note?: string;
}

const summarised = (text: string | null): Summarised => ({ cables: text === null ? null : summariesOf(text) });

const unread = ({ name, inFolder }: Source, error: unknown): Summarised =>
  inFolder && error instanceof BinaryError
    ? { cables: null, note: `${name}: binary file, skipped` }
    : { cables: null, trouble: explain(name, error) };

/** A regular file, or one that is known to be none. Never throws. */
export function summariseSource(source: Source): Summarised {
  if (source.trouble !== undefined) return { cables: null, trouble: source.trouble };
  try {
    return summarised(readText(source.name, source.onlyIfCable));
  } catch (error) {
    return unread(source, error);
  }
}

/** Anything: standard input and pipes as well. Never throws. */
export async function summariseAny(source: Source): Promise<Summarised> {
  if (source.isRegular || source.trouble !== undefined) return summariseSource(source);
  try {
    return summarised(await readAny(source.name));
  } catch (error) {
    return unread(source, error);
  }
}

import type { FileResult } from '../../batch/check-file';

/** Turns results into what is printed. Results come in the order of the input; nothing is kept that need not be. */
export interface Reporter {
  /** Of each file, as it comes. May print nothing until the end. */
  file(result: FileResult): string;
  /** After the last file. `files`: how many cables were checked. */
  end(files: number): string;
}

/**
 * One line, whatever a file or its name contains: no control characters, which a terminal obeys, none that turn the order of what is read
 * around, and no line that a workflow of GitHub takes for a command of its own.
 */
export const oneLine = (text: string): string =>
  text.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ').replace(/^ *(?=::|##\[)/, '$&\\');

/** As JSON that nothing obeys either: the same value. */
export const toJsonLine = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

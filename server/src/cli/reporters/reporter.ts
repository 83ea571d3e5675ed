import type { FileResult } from '../../batch/check-file';

/** Turns results into what is printed. Results come in the order of the input; nothing is kept that need not be. */
export interface Reporter {
  /** Of each file, as it comes. May print nothing until the end. */
  file(result: FileResult): string;
  /** After the last file. `files`: how many cables were checked. */
  end(files: number): string;
}

/** One line, whatever a file or its name contains: control characters would reach the terminal. */
export const oneLine = (text: string): string => text.replace(/[\x00-\x1f\x7f-\x9f]+/g, ' ');

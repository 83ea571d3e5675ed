/** What the command says, and how it ends: output, one-line complaints, progress, exit code. */
import { oneLine } from './reporters/reporter';

export interface Terminal {
  /** The call failed, at least in part: a line on standard error, exit code 2. */
  readonly trouble: (message: string) => void;
  /** Worth a line on standard error, but no failure. */
  readonly note: (message: string) => void;
  readonly atLeast: (code: number) => void;
  /** To standard output; done when there is room for more, so that a reader that has gone is noticed at once. */
  readonly write: (text: string) => Promise<void>;
  /** Shown on standard error, where that is a terminal. */
  readonly progress: (total: number) => Progress;
  readonly exitCode: () => number;
}

export interface Progress {
  step(): void;
  end(): void;
}

const SILENT: Progress = { step: () => {}, end: () => {} };
/** Milliseconds between two pictures of the progress; a call shorter than the first shows none. */
const EVERY = 100;

export function terminal(): Terminal {
  let code = 0;
  const atLeast = (least: number): void => {
    code = Math.max(code, least);
  };
  let line = '';
  const clear = (): void => {
    if (line) process.stderr.write('\r\x1b[K');
    line = '';
  };
  const note = (message: string): void => {
    clear();
    process.stderr.write(`cable: ${oneLine(message)}\n`);
  };
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // `cable json FOLDER | head -1`: the reader has gone, and that is no error.
    if (error.code === 'EPIPE') process.exit(0);
    note(`standard output: ${error.message}`);
    process.exit(2);
  });
  // Nobody is left to be told.
  process.stderr.on('error', () => {});
  return {
    atLeast,
    note,
    trouble: (message) => {
      note(message);
      atLeast(2);
    },
    write: (text) =>
      new Promise((done) => {
        if (text === '') {
          done();
          return;
        }
        if (process.stdout.isTTY) clear();
        if (process.stdout.write(text)) done();
        else process.stdout.once('drain', done);
      }),
    progress: (total) => {
      if (!process.stderr.isTTY || total < 2) return SILENT;
      let [count, next] = [0, performance.now() + EVERY];
      return {
        step: () => {
          count++;
          const now = performance.now();
          if (now < next) return;
          next = now + EVERY;
          line = `${count} of ${total} files`;
          process.stderr.write(`\r\x1b[K${line}`);
        },
        end: clear,
      };
    },
    exitCode: () => code,
  };
}

/** What is done in the background waits at the start of the server: the reader has just opened a cable, and all that is asked of it comes first. */
export interface Calm {
  /** Somebody has asked for something. */
  asked(): void;
  /** When nothing has been asked for a moment, or it has been long enough. */
  come(): Promise<void>;
}

const MOMENT = 150;
const LONG_ENOUGH = 1000;

export function calm(): Calm {
  let last = performance.now();
  return {
    asked: () => {
      last = performance.now();
    },
    come: async () => {
      const end = performance.now() + LONG_ENOUGH;
      for (;;) {
        const now = performance.now();
        const rest = Math.min(last + MOMENT, end) - now;
        if (rest <= 0) return;
        await new Promise((done) => setTimeout(done, rest));
      }
    },
  };
}

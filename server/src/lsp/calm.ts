/** Whoever works long in the background waits at the start of the server: the reader has just opened a cable, and all that is asked of it comes first. */
export interface Calm {
  /** Somebody has asked for something. */
  asked(): void;
  /** When nothing has been asked for a moment, or the start is long enough ago. */
  come(): Promise<void>;
}

const MOMENT = 150;
const LONG_ENOUGH = 500;

export function calm(): Calm {
  let last = performance.now();
  const end = last + LONG_ENOUGH;
  return {
    asked: () => {
      last = performance.now();
    },
    come: async () => {
      for (;;) {
        const rest = Math.min(last + MOMENT, end) - performance.now();
        if (rest <= 0) return;
        await new Promise((done) => setTimeout(done, rest));
      }
    },
  };
}

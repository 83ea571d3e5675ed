/** Long work that lets others have their turn between its steps: whoever drives it says when it goes on, and whether. */
export type Steps<T> = Generator<void, T, void>;

/** All steps at once, for who has nothing else to do. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

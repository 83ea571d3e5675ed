/** As browsers have it. */
interface Port {
  onmessage: (() => void) | null;
  postMessage(message: null): void;
  close(): void;
}

/** Lets what has arrived meanwhile have its turn: a cancellation, a newer text, a key that was struck. */
export const turn = (): Promise<void> =>
  new Promise((done) => {
    if (typeof setImmediate === 'function') {
      setImmediate(done);
      return;
    }
    // Browsers hold timers back, messages not.
    const { port1, port2 } = new MessageChannel() as unknown as { readonly port1: Port; readonly port2: Port };
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });

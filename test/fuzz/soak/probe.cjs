// Loaded before the server, in its process, to measure it from outside: nothing of this is in what is shipped.
// Threads of the server have no channel.
if (process.channel) {
  process.on('message', () => {
    globalThis.gc();
    // What waits for a finalizer goes with the second one.
    setImmediate(() => {
      globalThis.gc();
      const { heapUsed, rss, external } = process.memoryUsage();
      process.send({ heap: heapUsed, resident: rss, external });
    });
  });
  // The server ends with its input, not with its client.
  process.channel.unref();
}

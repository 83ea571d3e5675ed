// Loaded before the server, in its process, to measure it from outside: nothing of this is in what is shipped.
const { getHeapCodeStatistics, getHeapSpaceStatistics } = require('node:v8');

/** Milliseconds between two looks; V8 gives pages back in between. */
const PAUSE = 300;
const LOOKS = 10;

/** The pages for young objects are empty after a collection; V8 gives back half of them, some tens of megabytes, when it likes. */
const youngPages = () =>
  getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space').physical_space_size;

function look() {
  globalThis.gc();
  const { heapUsed, rss } = process.memoryUsage();
  const { code_and_metadata_size: machine, bytecode_and_metadata_size: bytes } = getHeapCodeStatistics();
  return { data: heapUsed - machine - bytes, code: machine + bytes, resident: rss - youngPages() };
}

// Threads of the server have no channel.
if (process.channel) {
  process.on('message', () => {
    const looks = [];
    const timer = setInterval(() => {
      looks.push(look());
      if (looks.length < LOOKS) return;
      clearInterval(timer);
      const least = (name) => Math.min(...looks.map((each) => each[name]));
      process.send({ data: least('data'), code: least('code'), resident: least('resident') });
    }, PAUSE);
  });
  // The server ends with its input, not with its client.
  process.channel.unref();
}

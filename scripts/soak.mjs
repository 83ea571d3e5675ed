/** `npm run soak`: builds, then uses the server for a long time. `-- --cycles 300 --keystrokes 3000` is shorter, `--write` renews the page. */
import { ensureInstalled, run } from './lib.mjs';

ensureInstalled();
const built = run('node', ['scripts/build.mjs']);
process.exit(built || run('tsx', ['test/fuzz/soak/run.ts', ...process.argv.slice(2)]));

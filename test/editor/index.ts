// The extension host awaits run(). The same export serves the desktop VS Code and the browser host.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export async function run(): Promise<void> {
  // mocha is an ES module: import() works in every extension host.
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 30_000 });
  for (const name of readdirSync(__dirname)) if (name.endsWith('.test.js')) mocha.addFile(join(__dirname, name));
  await mocha.loadFilesAsync();
  const failures = await new Promise<number>((done) => {
    const runner = mocha.run(done);
    const titles: string[] = [];
    runner.on('fail', (test) => titles.push(test.fullTitle()));
    runner.on('end', () => console.log(`@@tests ${JSON.stringify({ ...runner.stats, titles })}`));
  });
  if (failures > 0) throw new Error(`${failures} test(s) failed`);
}

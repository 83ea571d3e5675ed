// The web-worker extension host awaits run(). The tests are those of test/editor, and what only a browser has.
import 'mocha/mocha.js';

export async function run(): Promise<void> {
  // mocha's build for browsers begins with a reporter that wants a document.
  mocha.setup({ ui: 'bdd', reporter: 'spec', color: false, timeout: 30_000 } as never);
  await import('./browser.test');
  await import('../editor/extension.test');
  await import('../editor/checker.test');
  await import('../editor/library.test');
  await import('../editor/writing.test');
  await import('../editor/keys.test');
  const failures = await new Promise<number>((done) => {
    const runner = mocha.run(done);
    const titles: string[] = [];
    runner.on('fail', (test) => titles.push(test.fullTitle()));
    runner.on('end', () => console.log(`@@tests ${JSON.stringify({ ...runner.stats, titles })}`));
  });
  if (failures > 0) throw new Error(`${failures} test(s) failed`);
}

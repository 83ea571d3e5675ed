/** A short run of each fuzzer: the long ones are `npm run fuzz` and `npm run soak`. */
import assert from 'node:assert/strict';
import { fuzz } from './engine/fuzz';
import { wayOfSession } from './server/fuzz';
import { makeSession } from './server/make';
import { soak } from './soak/soak';
import { TARGETS } from './targets';

const SEED = 1973;
/** Inputs of the targets that do much with each. */
const FEWER: Readonly<Record<string, number>> = {
  features: 16,
  speed: 3,
  reparse: 32,
  exports: 48,
  fixes: 48,
  formatter: 48,
};
const INPUTS = 96;
/** A bound for machines that are very slow. */
const SECONDS = 60;
const plan = { seed: SEED, seconds: SECONDS, trying: () => {} };

describe('a short run of the fuzzer', function () {
  this.timeout(300_000);
  for (const target of TARGETS)
    it(`${target.name}: ${target.law}`, async () => {
      const inputs = FEWER[target.name] ?? INPUTS;
      const tally = await fuzz(target, { ...plan, inputs, isGuided: false });
      assert.deepEqual(tally.failures, []);
      assert.ok(tally.inputs > 0);
    });
  it('is guided by the code that runs', async () => {
    const { functions } = await fuzz(TARGETS[0]!, { ...plan, inputs: 160 });
    assert.ok(functions > 100, String(functions));
  });
  it('would notice what is wrong', async () => {
    const holds = ({ text }: { text: string }): undefined => assert.ok(!text.includes('SECRET')) as undefined;
    const target = { name: 'wrong', law: 'no text says SECRET', holds };
    const { failures } = await fuzz(target, { ...plan, inputs: 200, isGuided: false });
    assert.deepEqual(
      failures.map(({ text }) => text),
      ['SECRET'],
    );
  });
});

describe('a short run against the server', function () {
  this.timeout(300_000);
  for (const [at, manners] of ['polite', 'polite', 'wild', 'broken'].entries())
    it(`${manners}, ${at}`, async () => {
      for (let round = 0; round < 2; round++) {
        const session = makeSession(SEED * 100_000 + round * 4 + at);
        assert.equal(session.manners, manners);
        assert.equal(await wayOfSession(session), null);
      }
    });
  it('cables opened and closed, and letters typed: the server has the same text, and memory stays in bounds', async () => {
    const phases = await soak({ cycles: 300, keystrokes: 3000, seed: SEED });
    for (const { settled, end } of phases) {
      assert.ok(end.data < settled.data * 1.3 + 5e6, `data ${settled.data} → ${end.data}`);
      assert.ok(end.resident < 500e6, `resident ${end.resident}`);
    }
  });
});

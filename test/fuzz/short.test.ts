/** A short run of each fuzzer: the long ones are `npm run fuzz` and `npm run soak`. */
import assert from 'node:assert/strict';
import { fuzz } from './engine/fuzz';
import { wayOfSession } from './server/fuzz';
import { makeSession } from './server/make';
import { soak } from './soak/soak';
import { TARGETS } from './targets';

const SEED = 1973;
/** Inputs of the targets that do much with each. */
const FEWER: Readonly<Record<string, number>> = { features: 40, speed: 12, exports: 150, fixes: 150, formatter: 150 };
const INPUTS = 300;
/** A bound for machines that are very slow. */
const SECONDS = 60;

describe('a short run of the fuzzer', function () {
  this.timeout(300_000);
  for (const target of TARGETS)
    it(`${target.name}: ${target.law}`, async () => {
      const inputs = FEWER[target.name] ?? INPUTS;
      const tally = await fuzz(target, { seed: SEED, inputs, seconds: SECONDS, trying: () => {} });
      console.log(`        ${tally.inputs} texts, ${tally.functions} functions reached`);
      assert.deepEqual(tally.failures, []);
      assert.ok(tally.inputs > 0 && tally.functions > 100);
    });
  it('would notice what is wrong', async () => {
    const holds = ({ text }: { text: string }): undefined => assert.ok(!text.includes('SECRET')) as undefined;
    const target = { name: 'wrong', law: 'no text says SECRET', holds };
    const { failures } = await fuzz(target, { seed: SEED, inputs: 200, seconds: SECONDS, trying: () => {} });
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

/** What failed once must not fail again: every text that a fuzzer found is tried on every target, every session on the server. */
import assert from 'node:assert/strict';
import { wayIn } from './engine/fuzz';
import { regressions } from './engine/seeds';
import { wayOfSession } from './server/fuzz';
import { sessions } from './server/kept';
import { TARGETS } from './targets';

describe('what failed once', function () {
  this.timeout(120_000);
  before(async () => {
    for (const { ready } of TARGETS) await ready?.();
  });
  for (const [name, text] of regressions())
    it(name, () => {
      for (const target of TARGETS) assert.equal(wayIn(target, text), null, target.name);
    });
  for (const [name, session] of sessions())
    it(name, async () => {
      assert.equal(await wayOfSession(session), null);
    });
});

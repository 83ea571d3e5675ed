import assert from 'node:assert/strict';
import { summariesOf } from '../../../server/src/library/glance';
import { Library } from '../../../server/src/library/library';
import { summaries } from '../../../server/src/library/summarise';
import { parse } from '../../../server/src/syntax/parse';
import { insist, type Target } from '../engine/target';

const URI = 'file:///x.cable';
const STAMP = { modified: 1, size: 1 };

export const library: Target = {
  name: 'library',
  law: 'a glance at a text says of it what reading all of it says, and the library gives it back as it was put',
  holds: ({ text }) => {
    const read = summaries(parse(text));
    insist(isSame(summariesOf(text), read), 'a glance says the same');
    const here = new Library();
    here.put(URI, STAMP, read);
    // To put the same again is no change, if all of it was kept.
    insist(!here.put(URI, STAMP, read), 'the library keeps what is said of a cable');
    for (const { id } of read)
      if (id !== null)
        insist(
          here.find(id).some(({ uri }) => uri === URI),
          'a cable is found by its number',
          () => id,
        );
    insist(here.of(URI).length === read.length, 'each message is there');
    here.remove(URI);
    insist(here.size === 0, 'nothing is left of a file that is gone');
    return undefined;
  },
};

function isSame(a: unknown, b: unknown): boolean {
  try {
    assert.deepEqual(a, b);
    return true;
  } catch {
    return false;
  }
}

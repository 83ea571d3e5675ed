import assert from 'node:assert/strict';
import { dayOf, minutesOf, monthOf } from '../../../server/src/library/days';

describe('days', () => {
  it('are those of the calendar', () => {
    const last = Date.UTC(2400, 0) / 60_000;
    for (let minutes = Date.UTC(1599, 0) / 60_000; minutes < last; minutes += 1440 * 5 + 719) {
      const date = new Date(minutes * 60_000);
      const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
      assert.equal(dayOf(minutes), month * 32 + date.getUTCDate(), date.toISOString());
      assert.equal(monthOf(minutes), month);
    }
  });
  it('begin at midnight', () => {
    assert.equal(minutesOf(1970), 0);
    assert.equal(minutesOf(2006, 3, 21), Date.UTC(2006, 2, 21) / 60_000);
    assert.equal(minutesOf(2006, 13), minutesOf(2007));
    assert.equal(new Date(minutesOf(6) * 60_000).toISOString(), '0006-01-01T00:00:00.000Z');
    assert.equal(dayOf(-1), (1969 * 12 + 11) * 32 + 31);
    assert.equal(dayOf(minutesOf(1972, 2, 29) + 1439), (1972 * 12 + 1) * 32 + 29);
  });
});

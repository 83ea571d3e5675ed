import assert from 'node:assert/strict';
import { Library } from '../../../server/src/library/library';
import type { Entry, Filter, Grouping } from '../../../server/src/library/view';
import { LEVELS } from '../../../server/src/model/classification';
import { type Random, random } from '../../support/random';
import { cable, invent, numberOf } from './invent';
import { groupsOf, type Known, Naive, rank } from './naive';

const QUERIES = [
  ...[
    '06PHNOMPENH534',
    '06 PHNOM PENH 534',
    'phnom penh 534',
    'PENH 53',
    'PENH53',
    '6PHNOMPENH5',
    '06PHN',
    'SECSTATE 5',
  ],
  ...[
    'trafficking visit',
    'PHUM',
    '2006-03',
    'MAR 06',
    '21 March 2006',
    'march 5',
    '5 March',
    'lisbon 2007',
    '2007',
    '06',
  ],
  ...[
    '',
    ' .. ',
    'é',
    'a',
    'IN',
    'U.S.',
    'smith',
    'washdc',
    'zzz',
    '5',
    'a e i o n r s t',
    'king 534',
    '2006 and',
    '53 534',
  ],
];
const GROUPINGS: readonly Grouping[] = ['post', 'year', 'month', 'tag', 'level'];
const FOLDERS = ['file:///c/2006', 'file:///c/2006%20b', 'file:///c/2006/deep'];

/** Without its row; as text, so that lists can be sorted. */
const known = ({ row: _, ...entry }: Entry): Known => entry;
const text = (entry: Known): string => JSON.stringify(Object.entries(entry).sort());
const texts = (entries: readonly Known[]): string[] => entries.map(text).sort();

function compare(library: Library, naive: Naive, next: Random): void {
  const { all } = naive;
  assert.equal(library.size, all.length);
  assert.equal(library.files, naive.files.size);
  assert.deepEqual([...library.uris()].sort(), [...naive.files.keys()].sort());
  for (const [uri, { stamp, summaries }] of naive.files) {
    assert.deepEqual(library.stampOf(uri), stamp);
    const entries = library.of(uri);
    assert.deepEqual(
      entries.map(known),
      summaries.map((each) => ({ uri, ...each })),
    );
    for (const entry of entries) assert.deepEqual(library.get(entry.row), entry);
  }
  for (const id of new Set(all.flatMap((each) => [each.id ?? 'none', ...each.citations.map(({ id }) => id)]))) {
    assert.deepEqual(library.find(id).map(known), naive.find(id), id);
    assert.deepEqual(
      library.citing(id).map(({ row: _, ...place }) => place),
      naive.citing(id),
      id,
    );
    assert.equal(library.timesCited(id), naive.timesCited(id), id);
  }
  for (const post of ['PHNOMPENH', 'KING', 'VISIT', 'NOWHERE'])
    for (let year = 2004; year <= 2007; year++) assert.equal(library.holds(post, year), naive.holds(post, year));

  for (const query of next.some(QUERIES, 8)) {
    const found = library.search(query, 10_000).map(known);
    const expected = naive.search(query);
    assert.deepEqual(texts(found), texts(expected), query);
    const worth = (entry: Known): string => `${rank(entry, query)} ${entry.date}`;
    assert.deepEqual(found.map(worth), expected.map(worth), query);
    const first = library.search(query, 5).map(known);
    assert.deepEqual(first.map(worth), expected.slice(0, 5).map(worth), query);
  }

  const filter = inventFilter(next);
  const rows = library.select(filter);
  const selected = [...rows].map((row) => known(library.get(row)!));
  const expected = naive.select(filter);
  assert.deepEqual(texts(selected), texts(expected), JSON.stringify(filter));
  assert.deepEqual(
    selected.map(({ date }) => date),
    expected.map(({ date }) => date),
  );
  for (const by of GROUPINGS) {
    const counts = new Map<string, number>();
    for (const entry of expected)
      for (const group of groupsOf(entry, by)) counts.set(group, (counts.get(group) ?? 0) + 1);
    assert.deepEqual([...library.count(rows, by)].sort(), [...counts].sort());
    for (const key of [...counts.keys(), 'none', '0', '0000-01'])
      assert.deepEqual(
        [...library.within(rows, by, key)],
        [...rows].filter((row) => groupsOf(library.get(row)!, by).includes(key)),
        `${by} ${key}`,
      );
  }
}

const inventFilter = (next: Random): Filter => ({
  ...(next.chance(0.3) && { words: next.some(QUERIES, next.int(1, 2)) }),
  ...(next.chance(0.3) && { tags: next.some(['PHUM', 'CB', 'NONE'], next.int(0, 2)) }),
  ...(next.chance(0.3) && { posts: next.some(['ROME', 'STATE', 'PHUM'], next.int(1, 2)) }),
  ...(next.chance(0.2) && { after: Date.UTC(2005, next.int(0, 11)) / 60_000 }),
  ...(next.chance(0.2) && { before: Date.UTC(2006, next.int(0, 11)) / 60_000 }),
  ...(next.chance(0.2) && { levels: next.some(LEVELS, 2) }),
});

/** One change, to both. */
function change(library: Library, naive: Naive, next: Random): string {
  const address = (): string => `${next.pick(FOLDERS)}/${next.int(1, 12)}.cable`;
  const drawn = next();
  const { revision, edition } = library;
  if (drawn < 0.6) {
    const uri = address();
    const before = naive.files.get(uri);
    const stamp = { modified: 1e12 + next.int(0, 3) + 0.5, size: next.int(0, 2) * 3e9 };
    const summaries =
      before && next.chance(0.2) ? before.summaries : Array.from({ length: next.int(0, 3) }, () => invent(next));
    naive.files.set(uri, { stamp, summaries });
    const isOther = JSON.stringify(before?.summaries ?? []) !== JSON.stringify(summaries);
    assert.equal(library.put(uri, stamp, summaries), isOther, 'put');
    assert.equal(library.revision !== revision, isOther, 'a revision with each change, and only then');
    if (JSON.stringify(before) !== JSON.stringify({ stamp, summaries })) assert.notEqual(library.edition, edition);
    return `put ${uri}`;
  }
  if (drawn < 0.8) {
    const uri = address();
    assert.equal(library.remove(uri), naive.files.delete(uri), 'remove');
    return `remove ${uri}`;
  }
  if (drawn < 0.95) {
    const [from, to] = [address(), address()];
    const file = naive.files.get(from);
    if (file && from !== to) {
      library.remove(from);
      library.put(to, file.stamp, file.summaries);
      naive.files.delete(from);
      naive.files.set(to, file);
    }
    return `rename ${from} ${to}`;
  }
  const folder = next.pick(FOLDERS);
  const below = [...naive.files.keys()].filter((uri) => uri.startsWith(`${folder}/`));
  for (const uri of below) naive.files.delete(uri);
  assert.equal(library.removeBelow(next.chance(0.5) ? folder : `${folder}/`), below.length);
  return `remove below ${folder}`;
}

describe('a library and one that walks lists', () => {
  for (let seed = 1; seed <= 8; seed++)
    it(`give the same answers after every change (seed ${seed})`, () => {
      const next = random(seed);
      const naive = new Naive();
      let library = new Library();
      const done: string[] = [];
      for (let step = 0; step < 50; step++) {
        done.push(change(library, naive, next));
        if (next.chance(0.05)) {
          const rows = [...library.select({})];
          for (const _ of library.compactSteps());
          assert.equal(library.waste, 0);
          for (const row of rows) assert.equal(library.get(row), null, 'rows of before are none');
          done.push('compact');
        }
        if (next.chance(0.1)) {
          library = Library.load(joined(library.save()))!;
          done.push('save and load');
        }
        try {
          compare(library, naive, next);
        } catch (error) {
          console.error(done.join('\n'));
          throw error;
        }
      }
    });

  it('give the same answers when there is much in dates that are sorted in parts', () => {
    const next = random(99);
    const naive = new Naive();
    const library = new Library();
    for (let file = 0; file < 9000; file++) {
      const summaries = [{ ...invent(next), citations: [] }];
      library.put(`file:///m/${file}`, { modified: 1, size: 1 }, summaries);
      if (file % 20 === 0) naive.files.set(`file:///m/${file}`, { stamp: { modified: 1, size: 1 }, summaries });
    }
    for (let file = 0; file < 9000; file++) if (file % 20) library.remove(`file:///m/${file}`);
    assert.ok(library.waste > 0.9);
    compare(library, naive, next);
    for (const _ of library.compactSteps());
    compare(library, naive, next);
  });

  it('find the same where most words are rare', () => {
    const next = random(7);
    const naive = new Naive();
    const library = new Library();
    const word = (): string => Array.from({ length: next.int(1, 6) }, () => next.pick([...'ABCDEGILMNORST'])).join('');
    for (let file = 0; file < 1500; file++) {
      const subject = Array.from({ length: next.int(1, 6) }, word).join(next.pick([' ', '-', '/']));
      const summaries = [cable({ ...invent(next), subject, serial: next.int(1, 9000), post: word(), from: null })];
      library.put(`file:///r/${file}`, { modified: 1, size: 1 }, summaries);
      naive.files.set(`file:///r/${file}`, { stamp: { modified: 1, size: 1 }, summaries });
    }
    let found = 0;
    for (let time = 0; time < 120; time++) {
      const entry = next.pick(naive.all);
      const part = word().slice(0, 3);
      const { post, serial, year, date } = entry;
      const day = new Date((date ?? 0) * 60_000).toISOString();
      const query = next.pick([
        ...[
          part,
          `${part} ${word().slice(0, 2)}`,
          `${post} ${serial}`,
          `${post!.slice(1)}${String(serial).slice(0, 2)}`,
        ],
        ...[
          `${part} ${year}`,
          day.slice(0, 7),
          `${post} ${day.slice(0, 10)}`,
          entry.subject!,
          `${(year ?? 0) % 100}${post}`,
        ],
      ]);
      const expected = naive.search(query);
      found += expected.length;
      const worth = (each: Known): string => `${rank(each, query)} ${each.date}`;
      assert.deepEqual(texts(library.search(query, 9999).map(known)), texts(expected), query);
      assert.deepEqual(library.search(query, 20).map(known).map(worth), expected.slice(0, 20).map(worth), query);
      const selected = [...library.select({ words: [query] })].map((row) => known(library.get(row)!));
      assert.deepEqual(texts(selected), texts(expected), query);
    }
    assert.ok(found > 1000);
  });

  it('give the same answers when it is changed while it is compacted', () => {
    const next = random(5);
    const naive = new Naive();
    const library = new Library();
    for (let file = 0; file < 700; file++) {
      const summaries = [invent(next)];
      library.put(`file:///c/2006/${file}.cable`, { modified: 1, size: 1 }, summaries);
      naive.files.set(`file:///c/2006/${file}.cable`, { stamp: { modified: 1, size: 1 }, summaries });
    }
    for (let file = 0; file < 300; file += 2) {
      library.remove(`file:///c/2006/${file}.cable`);
      naive.files.delete(`file:///c/2006/${file}.cable`);
    }
    let steps = 0;
    for (const _ of library.compactSteps()) {
      steps++;
      for (let time = 0; time < 20; time++) change(library, naive, next);
      compare(library, naive, next);
    }
    assert.ok(steps > 1);
    compare(library, naive, next);
    assert.ok(library.find(numberOf('STATE', 2005, 534)).every(({ row }) => library.get(row)));
  });
});

const joined = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

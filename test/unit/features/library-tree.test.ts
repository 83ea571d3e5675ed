/** Lists, citations and the graph, against the library itself. */
import assert from 'node:assert/strict';
import { citations, entryAt } from '../../../server/src/features/citations-tree';
import { libraryCables, libraryGroups } from '../../../server/src/features/library-tree';
import { referenceGraph } from '../../../server/src/features/reference-graph';
import type { Grouping } from '../../../server/src/library/view';
import { cableOf, shelf, uriOf } from './shelf';

const FILES = {
  'a.cable': cableOf({ serial: 1, subject: 'A BELL', ref: 'A. LIMA 9\n     B. 05 PARIS 7' }),
  'b.cable': cableOf({ post: 'LIMA', serial: 9, subject: 'ROPES', ref: '05 STATE 12345' }),
  'c.cable': cableOf({ year: 2005, post: 'STATE', serial: 12345, subject: 'TOWERS' }),
  'd.cable': cableOf({
    year: 2007,
    post: 'DAR ES SALAAM',
    serial: 3,
    subject: 'A BELL AGAIN',
    ref: '06 ROME 1',
    body: '1.  (U) So said 06 ROME 0001.\n\n2.  (U) It stopped.',
  }),
  'e-corrected.cable': cableOf({
    year: 2007,
    post: 'LIMA',
    serial: 8,
    ref: '06 ROME 1',
    classification: ' CORRECTED COPY',
  }),
  'e.cable': cableOf({ year: 2007, post: 'LIMA', serial: 8, ref: 'A. 06 ROME 1\n     B. 06 LIMA 9' }),
  'fragment.cable': 'TAGS: PHUM CB\n',
  'two.cable': `${cableOf({ serial: 21, subject: 'FIRST', ref: 'ROME 1' })}\n\nNNNN\n\n${cableOf({ serial: 22, subject: 'SECOND', ref: 'LIMA 9' })}`,
};
const { library } = shelf(FILES);
const ALL = { within: [], filter: '' };
const keys = (by: Grouping, listed = ALL as Parameters<typeof libraryGroups>[2]) =>
  libraryGroups(library, by, listed).groups.map(({ key, count }) => `${key} ${count}`);
const numbers = (list: readonly { number: string | null }[]) => list.map(({ number }) => number);

describe('the library as a list', () => {
  it('has groups in their order, with their counts', () => {
    assert.deepEqual(keys('post'), ['DARESSALAAM 1', 'LIMA 3', 'ROME 3', 'STATE 1', ' 1']);
    assert.deepEqual(keys('year'), ['2007 3', '2006 4', '2005 1', ' 1']);
    assert.deepEqual(keys('tag'), ['CB 1', 'IT 8', 'PHUM 1', 'PREL 8']);
    assert.deepEqual(keys('level'), ['UNCLASSIFIED 8', ' 1']);
    assert.deepEqual(keys('month', { within: [{ by: 'year', key: '2007' }], filter: '' }), ['2007-03 3']);
  });
  it('names groups as the field does', () => {
    const first = (by: Grouping, key: string) => {
      const { label, detail } = libraryGroups(library, by, ALL).groups.find((each) => each.key === key)!;
      return [label, detail];
    };
    assert.deepEqual(first('post', 'DARESSALAAM'), ['DAR ES SALAAM', 'Dar es Salaam, Tanzania']);
    assert.deepEqual(first('tag', 'PHUM'), ['PHUM', 'Human Rights']);
    assert.deepEqual(first('month', '2005-03'), ['March 2005', null]);
    assert.deepEqual(first('post', ''), ['No post', null]);
    assert.deepEqual(first('level', ''), ['No classification', null]);
  });
  it('lists the cables of a group, page by page', () => {
    const within = [{ by: 'post', key: 'LIMA' }] as const;
    const all = libraryCables(library, { within, filter: '' }, 0, 10);
    assert.equal(all.total, 3);
    assert.deepEqual(
      all.cables.map(({ number, copies, note }) => [number, copies, note]).sort(),
      [
        ['06 LIMA 9', 1, null],
        ['07 LIMA 8', 2, 'corrected copy'],
        ['07 LIMA 8', 2, null],
      ].sort(),
    );
    assert.deepEqual(
      [0, 1, 2, 3].flatMap((offset) => libraryCables(library, { within, filter: '' }, offset, 1).cables),
      all.cables,
    );
  });
  it('shows what there is to show', () => {
    const [cable] = libraryCables(library, { within: [{ by: 'post', key: 'STATE' }], filter: '' }, 0, 1).cables;
    assert.deepEqual(cable, {
      uri: uriOf('c.cable'),
      range: { start: { line: 7, character: 0 }, end: { line: 7, character: 15 } },
      id: '05STATE12345',
      number: '05 STATE 12345',
      subject: 'TOWERS',
      date: '21 Mar 2005',
      classification: 'UNCLASSIFIED',
      tags: ['PREL', 'IT'],
      from: 'SECSTATE WASHDC',
      copies: 1,
      note: null,
    });
  });
  it('is narrowed by what is typed', () => {
    const found = (filter: string) => {
      const { groups, size, found, problems } = libraryGroups(library, 'post', { within: [], filter });
      assert.equal(size, 9);
      assert.deepEqual(problems, []);
      assert.equal(
        groups.reduce((sum, { count }) => sum + count, 0),
        found,
      );
      return groups.map(({ key, count }) => `${key} ${count}`);
    };
    assert.deepEqual(found('bell'), ['DARESSALAAM 1', 'LIMA 2', 'ROME 1']);
    assert.deepEqual(found('bell post:ROME'), ['ROME 1']);
    assert.deepEqual(found('post:"dar es salaam"'), ['DARESSALAAM 1']);
    assert.deepEqual(found('after:2006-03-22'), ['DARESSALAAM 1', 'LIMA 2']);
    assert.deepEqual(found('before:2006'), ['STATE 1']);
    assert.deepEqual(found('tag:PHUM tag:CB'), [' 1']);
    assert.deepEqual(found('tag:PHUM tag:PREL'), []);
    assert.deepEqual(found('class:secret'), []);
  });
  it('says what is wrong with a filter', () =>
    assert.match(
      libraryGroups(library, 'post', { within: [], filter: 'after:soon' }).problems.join(),
      /`soon` is not/,
    ));
  it('follows the library', () => {
    const own = shelf({ 'a.cable': FILES['a.cable'] }).library;
    assert.equal(libraryGroups(own, 'post', ALL).found, 1);
    own.remove(uriOf('a.cable'));
    assert.equal(libraryGroups(own, 'post', ALL).found, 0);
  });
});

describe('the citations of a cable', () => {
  it('name each cable once, in the order of time and of the text', () => {
    const { citedBy, cites, cable, alone } = citations(library, entryAt(library, uriOf('a.cable'))!);
    assert.equal(cable?.number, '06 ROME 1');
    assert.equal(alone, true);
    // The two places of one cable, and its two copies, are one line.
    assert.deepEqual(
      citedBy.map(({ number, times }) => [number, times]),
      [
        ['06 ROME 21', 1],
        ['07 DAR ES SALAAM 3', 2],
        ['07 LIMA 8', 2],
      ],
    );
    assert.deepEqual(
      cites.map(({ number, label, cable }) => [number, label, cable?.uri ?? null]),
      [
        ['06 LIMA 9', 'A', uriOf('b.cable')],
        ['05 PARIS 7', 'B', null],
      ],
    );
  });
  it('say where one can go on', () => {
    const { citedBy, cites } = citations(library, '06LIMA9');
    assert.deepEqual(
      [...citedBy, ...cites].map(({ number, citedBy, cites }) => [number, citedBy, cites]),
      [
        ['06 ROME 1', 3, 2],
        ['06 ROME 22', 0, 1],
        ['07 LIMA 8', 0, 2],
        ['05 STATE 12345', 1, 0],
      ],
    );
  });
  it('lead to the place that cites', () => {
    const [first] = citations(library, '05PARIS7').citedBy;
    assert.deepEqual(first?.at, {
      uri: uriOf('a.cable'),
      range: { start: { line: 10, character: 8 }, end: { line: 10, character: 18 } },
    });
  });
  it('are known of a cable that is not here, and of none', () => {
    const { cable, citedBy, cites } = citations(library, '05PARIS7');
    assert.deepEqual([cable, numbers(citedBy), cites], [null, ['06 ROME 1'], []]);
    assert.deepEqual(citations(library, '99NOWHERE1').citedBy, []);
  });
  it('are those of the message at a line', () => {
    const at = (line?: number) => entryAt(library, uriOf('two.cable'), line)?.subject;
    const second = FILES['two.cable'].split('\n').findIndex((line) => line.includes('SECOND'));
    assert.deepEqual([at(), at(0), at(second), at(second + 50)], ['FIRST', 'FIRST', 'SECOND', 'SECOND']);
    assert.equal(entryAt(library, uriOf('gone.cable')), null);
    assert.equal(citations(library, entryAt(library, uriOf('two.cable'), second)!).alone, false);
  });
});

describe('the graph around a cable', () => {
  const graph = (start: string, depth: number, limit = 100) => {
    const { nodes, edges, centre, cut } = referenceGraph(library, start, depth, limit);
    return {
      centre,
      cut,
      nodes: nodes.map(({ key, distance, hidden }) => `${key} ${distance}${hidden ? ` +${hidden}` : ''}`),
      edges: edges.map(({ from, to }) => `${from}>${to}`).sort(),
    };
  };
  it('goes as far as it is told, whichever way the citations go', () => {
    assert.deepEqual(graph('06ROME1', 1), {
      centre: '06ROME1',
      cut: false,
      nodes: ['06ROME1 0', '06LIMA9 1 +2', '06ROME21 1', '05PARIS7 1', '07DARESSALAAM3 1', '07LIMA8 1'],
      edges: [
        '06ROME1>05PARIS7',
        '06ROME1>06LIMA9',
        '06ROME21>06ROME1',
        '07DARESSALAAM3>06ROME1',
        '07LIMA8>06LIMA9',
        '07LIMA8>06ROME1',
      ],
    });
    const far = graph('06ROME1', 2);
    assert.deepEqual(far.nodes.slice(6), ['05STATE12345 2', '06ROME22 2']);
    assert.ok(far.edges.includes('06ROME22>06LIMA9') && far.edges.includes('06LIMA9>05STATE12345'));
    assert.deepEqual(graph('06ROME1', 3), far);
  });
  it('stops at its limit, and says so', () => {
    const { nodes, cut, edges } = graph('06ROME1', 2, 3);
    assert.deepEqual(nodes, ['06ROME1 0 +3', '06LIMA9 1 +3', '06ROME21 1']);
    assert.equal(cut, true);
    assert.deepEqual(edges, ['06ROME1>06LIMA9', '06ROME21>06ROME1']);
  });
  it('is not filled by those that cite one famous cable', () => {
    const famous = Object.fromEntries(
      Array.from({ length: 200 }, (_, at) => [
        `${at}.cable`,
        cableOf({ year: 2006, post: 'QUITO', serial: at + 1, ref: '05 STATE 12345' }),
      ]),
    );
    const crowd = shelf({ ...FILES, ...famous }).library;
    const { nodes, cut } = referenceGraph(crowd, '06LIMA9', 2, 80);
    const quito = nodes.filter(({ key }) => key.includes('QUITO'));
    assert.equal(quito.length, 12);
    assert.equal(cut, true);
    assert.equal(nodes.find(({ key }) => key === '05STATE12345')?.hidden, 188);
    assert.ok(nodes.some(({ key }) => key === '06ROME21'));
    assert.equal(referenceGraph(crowd, '05STATE12345', 1, 80).nodes.length, 80);
  });
  it('has a place for what is not here, and for what has no number', () => {
    const missing = referenceGraph(library, '05PARIS7', 1, 10);
    assert.deepEqual(
      missing.nodes.map(({ key, cable }) => [key, cable?.number ?? null]),
      [
        ['05PARIS7', null],
        ['06ROME1', '06 ROME 1'],
      ],
    );
    const fragment = referenceGraph(library, entryAt(library, uriOf('fragment.cable'))!, 2, 10);
    assert.deepEqual(
      fragment.nodes.map(({ id, cable }) => [id, cable?.uri]),
      [[null, uriOf('fragment.cable')]],
    );
  });
  it('lists every pair once, both ends in the picture', () => {
    for (const limit of [1, 2, 4, 8]) {
      const { nodes, edges } = referenceGraph(library, '06LIMA9', 4, limit);
      const inside = new Set(nodes.map(({ key }) => key));
      assert.ok(nodes.length <= limit && inside.size === nodes.length);
      assert.equal(new Set(edges.map(({ from, to }) => `${from}>${to}`)).size, edges.length);
      for (const { from, to } of edges) assert.ok(inside.has(from) && inside.has(to));
    }
  });
});

/** The invented library of the bench: what it is said to hold is what its texts say, and nothing is wrong with them. */
import assert from 'node:assert/strict';
import { toJson } from '../../server/src/model/json';
import { check, countBySeverity } from '../../server/src/rules/check';
import { parse } from '../../server/src/syntax/parse';
import { plan } from '../bench/library/plan';
import { fileOf } from '../bench/library/text';

const COUNT = 1500;

describe('the invented library', () => {
  const all = plan(COUNT, 11);
  const planned = Array.from({ length: COUNT }, (_, file) => all.at(file));
  const files = planned.map(fileOf);
  const cables = new Map(planned.filter(({ kind }) => kind === 'cable').map((each) => [each.id, each]));

  it('has a path for each file, and a number for each cable', () => {
    assert.equal(new Set(files.map(({ path }) => path)).size, COUNT);
    assert.equal(cables.size, planned.filter(({ kind }) => kind === 'cable').length);
  });

  it('has duplicates, corrected copies and sections, of cables before them', () => {
    for (const kind of ['duplicate', 'corrected', 'section'] as const) {
      const some = planned.filter((each) => each.kind === kind);
      assert.ok(some.length > 2, kind);
      for (const { id, file } of some) assert.equal(planned[file - 1]!.id, id);
    }
  });

  it('says the same of a cable each time', () => {
    const again = plan(COUNT, 11);
    for (const file of [0, 700, 42]) assert.deepEqual(fileOf(again.at(file)), files[file]);
    assert.notDeepEqual(fileOf(plan(COUNT, 12).at(700)), files[700]);
  });

  it('cites what is here, earlier, or what is nowhere', () => {
    let here = 0;
    for (const { cites, year, month, day } of planned.slice(COUNT / 2))
      for (const { file, id } of cites) {
        const found = cables.get(id);
        assert.equal(found?.file ?? -1, file, id);
        if (!found) continue;
        here++;
        assert.ok(Date.UTC(found.year, found.month, found.day) <= Date.UTC(year, month, day), id);
      }
    assert.ok(here > COUNT / 2);
  });

  it('has texts that say what is planned, about which there is nothing to say', () => {
    for (const [file, { text, path }] of files.entries()) {
      const { id, cites } = planned[file]!;
      const cable = parse(text);
      const counted = countBySeverity(check(cable));
      assert.deepEqual([counted.error, counted.warning], [0, 0], path);
      const json = toJson(cable, path, counted);
      assert.equal(json.messageReference?.id, id, path);
      const listed = cites.filter((each) => each.listed).map((each) => each.id);
      assert.deepEqual(
        json.references.map((each) => each.id),
        listed,
        path,
      );
    }
  });
});

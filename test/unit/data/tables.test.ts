/** The reference tables as they stand in `data/`: rows against the schema, and rows against each other. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTable, TABLES } from '../../../scripts/data-schema.mjs';

const folder = join(__dirname, '..', '..', '..', 'data');
type Record_ = Readonly<Record<string, string>> & { readonly at: string };

/** The rows of a table by column name; `at` is where one stands. */
function records(name: string): Record_[] {
  const columns = Object.keys(TABLES[name]!.columns);
  const rows = readTable(name, readFileSync(join(folder, `${name}.tsv`), 'utf8'));
  return rows.map((row, line) => ({
    ...Object.fromEntries(columns.map((column, at) => [column, row[at]!])),
    at: `data/${name}.tsv:${line + 2}`,
  })) as unknown as Record_[];
}
const all = Object.fromEntries(Object.keys(TABLES).map((name) => [name, records(name)]));
const column = (table: string, name: string): Set<string> => new Set(all[table]!.map((row) => row[name]!));
const list = (cell: string): string[] => cell.split(/, ?|; /).filter(Boolean);

/** Places of the rows for which something does not hold. */
const failing = (table: string, holds: (row: Record_) => boolean): string[] =>
  all[table]!.filter((row) => !holds(row)).map(({ at }) => at);

describe('reference tables', () => {
  it('each have a schema, and each schema a table', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.tsv'));
    assert.deepEqual(
      files.sort(),
      Object.keys(TABLES)
        .map((name) => `${name}.tsv`)
        .sort(),
    );
  });

  for (const [name, rows] of Object.entries(all)) {
    it(`${name} has a source in every row`, () =>
      assert.deepEqual(
        failing(name, ({ source }) => source !== ''),
        [],
      ));
    it(`${name} has letters that every font has, and brackets in pairs`, () => {
      const odd = rows.flatMap(({ at, ...cells }) =>
        Object.values(cells)
          .filter((cell) => /[^\x20-\x7e\u00c0-\u024f]/.test(cell) || !balanced(cell))
          .map((cell) => `${at}: ${cell}`),
      );
      assert.deepEqual(odd, []);
    });
  }

  it('spell a code in one way', () => {
    for (const [name, column] of Object.entries({
      posts: 'mrn_name',
      offices: 'symbol',
      'tags-organization': 'code',
    })) {
      const spelt = new Map(all[name]!.map((row) => [row[column]!.toUpperCase(), row[column]!]));
      assert.deepEqual(
        failing(name, (row) => spelt.get(row[column]!.toUpperCase()) === row[column]),
        [],
        name,
      );
    }
  });

  it('scope acronyms to known places', () => {
    const known = column('tags-geo', 'code');
    assert.deepEqual(
      failing('acronyms', ({ scope }) => list(scope!).every((code) => known.has(code))),
      [],
    );
    assert.deepEqual(
      failing('acronyms', ({ scope }) => new Set(list(scope!)).size === list(scope!).length),
      [],
    );
  });

  it('scope what a renamed code scopes to its successor too', () => {
    const renamed = new Map(all['tags-geo']!.filter((row) => row.successor).map((row) => [row.code!, row.successor!]));
    renamed.delete('GE');
    const both = ({ scope }: Record_) =>
      list(scope!).every((code) => !renamed.has(code) || list(scope!).includes(renamed.get(code)!));
    assert.deepEqual(failing('acronyms', both), []);
  });

  it('place posts in known countries, with routing indicators of the list', () => {
    const known = column('tags-geo', 'code');
    const indicators = column('routing-indicators', 'ri');
    assert.deepEqual(
      failing('posts', ({ country_tag }) => known.has(country_tag!)),
      [],
    );
    const listed = ({ routing_indicator: indicator }: Record_) => indicator === '' || indicators.has(indicator!);
    assert.deepEqual(failing('posts', listed), []);
  });

  it('put offices in bureaus that are offices', () => {
    const symbols = column('offices', 'symbol');
    assert.deepEqual(
      failing('offices', ({ bureau }) => bureau === '' || symbols.has(bureau!)),
      [],
    );
    assert.deepEqual(
      failing('offices', ({ symbol, bureau }) => symbol !== bureau),
      [],
    );
  });

  it('read variants as TAGS, and run-ons as their own letters', () => {
    const tables = ['tags-subject', 'tags-program', 'tags-organization', 'tags-geo'];
    const codes = new Set(tables.flatMap((name) => [...column(name, 'code')]));
    const parts = ({ reading }: Record_) => reading!.split(' ');
    assert.deepEqual(
      failing('tags-variants', (row) => parts(row).every((code) => codes.has(code))),
      [],
    );
    assert.deepEqual(
      failing('tags-variants', ({ found, kind }) => kind === 'wrong code' || !codes.has(found!)),
      [],
    );
    assert.deepEqual(
      failing('tags-variants', (row) => row.kind !== 'misspelling' || parts(row).length === 1),
      [],
    );
    // NATOIRAQ is NATO IZ, PBTSRU is PBTS RS: wrong codes in run-ons; SENVSENV is one code twice.
    const wrong = ['NATOIRAQ', 'PBTSRU', 'RUPREL', 'SENVSENV'];
    const spelt = ({ found, kind, reading }: Record_) =>
      kind !== 'run-on' || wrong.includes(found!) || reading!.replaceAll(' ', '') === found;
    assert.deepEqual(failing('tags-variants', spelt), []);
  });

  it('read spellings as posts that have no other spelling', () => {
    const posts = column('posts', 'mrn_name');
    const found = column('post-spellings', 'found');
    assert.deepEqual(
      failing('post-spellings', ({ post }) => posts.has(post!) && !found.has(post!)),
      [],
    );
  });

  it('give current geographic codes classic ones that exist', () => {
    const classic = column('tags-geo', 'code');
    assert.deepEqual(
      failing('tags-geo-current', ({ classic_code }) => !classic_code || classic.has(classic_code)),
      [],
    );
  });

  it('know every code of 1974', () => {
    for (const kind of ['subject', 'geo', 'organization']) {
      const later = column(`tags-${kind}`, 'code');
      assert.deepEqual(
        failing(`tags-1974-${kind}`, ({ code }) => later.has(code!)),
        [],
        kind,
      );
    }
  });

  it('name successors that exist and are in use', () => {
    const places = column('tags-geo', 'code');
    assert.deepEqual(
      failing('tags-geo', ({ successor }) => !successor || places.has(successor)),
      [],
    );
    const current = new Set(all['tags-subject']!.filter(({ status }) => status === 'current').map(({ code }) => code));
    assert.deepEqual(
      failing('tags-subject', ({ successor }) => !successor || current.has(successor)),
      [],
    );
    assert.deepEqual(
      failing('tags-subject', ({ successor, status }) => !successor || status === 'historical'),
      [],
    );
  });

  it('have years in order, and spans of one code that do not overlap', () => {
    for (const name of ['tags-geo', 'terms'])
      assert.deepEqual(
        failing(name, ({ from, to }) => !from || !to || from <= to),
        [],
        name,
      );
    const rows = all['tags-geo']!;
    const after = rows.slice(1).filter((row, at) => row.code === rows[at]!.code && !(rows[at]!.to! <= row.from!));
    assert.deepEqual(
      after.map(({ at }) => at),
      [],
    );
  });

  it('name countries by classic codes', () => {
    const known = column('tags-geo', 'code');
    assert.deepEqual(
      failing('country-names', ({ code }) => !code || known.has(code)),
      [],
    );
  });

  it('give the two systems one ISO code a country', () => {
    const iso = new Map(all['tags-geo']!.map(({ code, iso3166 }) => [code!, iso3166!]));
    const same = ({ kind, iso3166, classic_code }: Record_) =>
      kind !== 'country' || !classic_code || iso.get(classic_code) === iso3166;
    assert.deepEqual(failing('tags-geo-current', same), []);
  });
});

function balanced(text: string): boolean {
  const open: string[] = [];
  for (const letter of text) {
    if ('([{'.includes(letter)) open.push(letter);
    else if (')]}'.includes(letter) && '([{'.indexOf(open.pop() ?? '') !== ')]}'.indexOf(letter)) return false;
  }
  return open.length === 0;
}

describe('schema of the tables', () => {
  const header = (table: string) => Object.keys(TABLES[table]!.columns).join('\t');
  const REFUSED: [what: string, table: string, rows: string[], RegExp][] = [
    ['a wrong header', 'tags-1974-geo', [], /:1: the columns are code, name, source$/],
    ['too many cells', 'tags-1974-geo', ['AF\tAfghanistan\tx\ty'], /:2: 4 cells, 3 columns$/],
    ['a missing cell', 'tags-1974-geo', ['AF\tAfghanistan'], /:2: source cannot be ""$/],
    ['a wrong pattern', 'tags-1974-geo', ['AFG\tAfghanistan\tx'], /:2: code cannot be "AFG"$/],
    ['a value not of the list', 'tags-variants', ['PREI\tPREL\ttypo\tx'], /:2: kind cannot be "typo"$/],
    ['a doubled key', 'tags-1974-geo', ['AF\tA\tx', 'AG\tB\tx', 'AF\tC\tx'], /:4: the same code as in line 2$/],
    ['a control character', 'tags-1974-geo', ['AF\tAfghan\u0007istan\tx'], /:2: stray characters in name: /],
    ['a carriage return', 'tags-1974-geo', ['AF\tAfghanistan\tx\r'], /:2: stray characters in source: /],
    ['two blanks', 'tags-1974-geo', ['AF\tAfghani  stan\tx'], /stray characters in name/],
    ['a blank at the end', 'tags-1974-geo', ['AF\tAfghanistan \tx'], /stray characters in name/],
    ['a blank at the start', 'tags-1974-geo', ['AF\t Afghanistan\tx'], /stray characters in name/],
    ['a decomposed letter', 'tags-1974-geo', ['IV\tCo\u0302te\tx'], /stray characters in name/],
    ['curly quotes', 'tags-1974-geo', ['IV\tCote d\u2019Ivoire\tx'], /stray characters in name/],
    ['a zero-width blank', 'tags-1974-geo', ['AF\tAfghani\u200bstan\tx'], /stray characters in name/],
    ['a year that is none', 'terms', ['order\t1\tOrder 1\t\t19x2\t\tx'], /:2: from cannot be "19x2"$/],
    ['a scope that is no code', 'acronyms', ['GOC\tGovernment\tgovernment\tCambodia\t\tx'], /:2: scope cannot be /],
    ['an indicator that is none', 'routing-indicators', ['XUEHLS\tAMEMBASSY LUSAKA\tx'], /:2: ri cannot be /],
    ['years that cannot be read', 'offices', ['A\tB\t\tsince 1999\tx'], /:2: years cannot be /],
  ];
  for (const [what, table, rows, message] of REFUSED)
    it(`refuses ${what}`, () => {
      const first = what === 'a wrong header' ? 'code\tname' : header(table);
      assert.throws(
        () => readTable(table, [first, ...rows, ''].join('\n')),
        (error: Error) => {
          assert.ok(error.message.startsWith(`data/${table}.tsv:`), error.message);
          assert.match(error.message, message);
          return !error.message.includes('\n');
        },
      );
    });

  it('refuses a table that it does not know', () =>
    assert.throws(() => readTable('tags-1066', 'code\n'), /^Error: data\/tags-1066\.tsv:1: no schema for this table$/));

  it('takes good rows, and fills cells left out at the end', () => {
    const rows = readTable('posts', `${header('posts')}\nSTATE\tSTATE\tdepartment\tUS\tWashington\t\t\tx\n`);
    assert.deepEqual(rows, [['STATE', 'STATE', 'department', 'US', 'Washington', '', '', 'x']]);
    assert.throws(() => readTable('offices', `${header('offices')}\nA\tBureau\n`), /source cannot be ""/);
  });
});

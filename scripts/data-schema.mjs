/** What each table of `data/` must look like: its columns in order, what a cell may hold, and which cells together name a row once. */

const CODE = /^[A-Z][A-Z0-9/ -]*$/;
const GEO = /^[A-Z0-9]{2}$/;
const YEAR = /^(?:\d{4})?$/;
const TEXT = /./;
const ANY = /^/;
const oneOf = (...words) => new RegExp(`^(?:${words.join('|')})$`);

const SUBJECT = /^[A-Z]{4}$/;
const ISO = /^(?:[A-Z]{2})?$/;
const FIELD = /^[A-Z][A-Za-z/, ]+$/;

/** @type {Record<string, { columns: Record<string, RegExp>, key: string[] }>} */
export const TABLES = {
  acronyms: {
    columns: {
      acronym: /^[A-Za-z0-9].*$/,
      expansion: TEXT,
      kind: oneOf(
        'organization',
        'military',
        'government',
        'economic',
        'document',
        'law-enforcement',
        'position',
        'technology',
        'location',
        'other',
        'person-status',
        'medical',
        'diplomatic-term',
        'office',
      ),
      scope: /^(?:[A-Z]{2}(?:,[A-Z]{2})*)?$/,
      description: ANY,
      source: TEXT,
    },
    key: ['acronym', 'expansion'],
  },
  offices: {
    columns: {
      symbol: /^[A-Za-z0-9&/() -]+$/,
      name: TEXT,
      bureau: ANY,
      years: /^(?:-?\d{4}s?|\d{4}s?-(?:\d{4}s?)?)?(?:, \d{4}-(?:\d{4})?)?$/,
      source: TEXT,
    },
    key: ['symbol', 'name'],
  },
  posts: {
    columns: {
      mrn_name: /^[A-Z0-9]+$/,
      cable_name: /^[A-Z0-9 ]+$/,
      kind: oneOf(
        'embassy',
        'consulate general',
        'consulate',
        'interests section',
        'mission',
        'department',
        'military',
        'other',
      ),
      country_tag: /^(?:[A-Z]{2})?$/,
      city_country: ANY,
      routing_indicator: /^(?:R[A-Z]{3,7})?$/,
      plad: ANY,
      source: TEXT,
    },
    key: ['mrn_name'],
  },
  'post-spellings': { columns: { found: /^[A-Z]+$/, post: /^[A-Z]+$/, source: TEXT }, key: ['found'] },
  'routing-indicators': {
    columns: { ri: /^R[A-Z]{3,7}(?: THRU R[A-Z]{3,7})?$/, plad: TEXT, source: TEXT },
    key: ['ri', 'plad'],
  },
  'tags-subject': {
    columns: {
      code: SUBJECT,
      name: TEXT,
      category: FIELD,
      status: oneOf('current', 'historical'),
      successor: /^(?:[A-Z]{4})?$/,
      description: ANY,
      source: TEXT,
    },
    key: ['code'],
  },
  'tags-program': {
    columns: { code: /^K[A-Z]{3}$/, name: ANY, status: TEXT, description: ANY, source: TEXT },
    key: ['code'],
  },
  'tags-geo': {
    columns: {
      code: GEO,
      name: TEXT,
      kind: oneOf('country', 'other', 'region', 'ocean', 'historical'),
      iso3166: ISO,
      adjective_letter_forms: /^(?:[A-Za-z]+(?:; [A-Za-z]+)*)?$/,
      from: YEAR,
      to: YEAR,
      successor: /^(?:[A-Z]{2})?$/,
      source: TEXT,
    },
    key: ['code', 'from'],
  },
  'tags-geo-current': {
    columns: {
      code: GEO,
      name: TEXT,
      kind: oneOf('country', 'other', 'region', 'ocean'),
      iso3166: ISO,
      classic_code: /^(?:[A-Z]{2})?$/,
      source: TEXT,
    },
    key: ['code'],
  },
  'tags-organization': { columns: { code: CODE, name: TEXT, description: ANY, source: TEXT }, key: ['code'] },
  'tags-variants': {
    columns: {
      found: /^[A-Z0-9-]+$/,
      reading: /^[A-Z0-9-]+(?: [A-Z0-9-]+)*$/,
      kind: oneOf('misspelling', 'run-on', 'wrong code'),
      source: TEXT,
    },
    key: ['found'],
  },
  'tags-1974-subject': {
    columns: { code: SUBJECT, name: TEXT, field: FIELD, description: ANY, source: TEXT },
    key: ['code'],
  },
  'tags-1974-geo': { columns: { code: GEO, name: TEXT, source: TEXT }, key: ['code'] },
  'tags-1974-organization': { columns: { code: CODE, name: TEXT, source: TEXT }, key: ['code'] },
  'country-names': {
    columns: { name: /^[A-Z][A-Za-z'. -]+$/, code: /^(?:[A-Z]{2})?$/, source: TEXT },
    key: ['name'],
  },
  terms: {
    columns: {
      kind: oneOf(
        'caption',
        'precedence',
        'signal',
        'security-mark',
        'order',
        'instruction',
        'reason',
        'level',
        'portion-mark',
      ),
      term: TEXT,
      name: TEXT,
      description: ANY,
      from: YEAR,
      to: YEAR,
      source: TEXT,
    },
    key: ['kind', 'term'],
  },
};

/** Characters that have no business in a table: controls, doubled or outer blanks, decomposed letters, typographic quotes. */
const STRAY = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028\u2029\ufeff\ufffd“”‘’]| {2}|^ | $/;

/**
 * Reads a table; throws with one line that names file and line (1-based) for a row that the schema refuses.
 * @returns {string[][]} the rows without the header row
 */
export function readTable(name, text) {
  const { columns, key } = TABLES[name] ?? fail(name, 1, 'no schema for this table');
  const names = Object.keys(columns);
  const lines = text.replace(/\n$/, '').split('\n');
  if (lines[0] !== names.join('\t')) fail(name, 1, `the columns are ${names.join(', ')}`);
  const seen = new Map();
  return lines.slice(1).map((line, index) => {
    const at = index + 2;
    const cells = line.split('\t');
    if (cells.length > names.length) fail(name, at, `${cells.length} cells, ${names.length} columns`);
    while (cells.length < names.length) cells.push('');
    for (const [i, cell] of cells.entries()) {
      if (STRAY.test(cell) || cell !== cell.normalize('NFC'))
        fail(name, at, `stray characters in ${names[i]}: ${JSON.stringify(cell)}`);
      if (!columns[names[i]].test(cell)) fail(name, at, `${names[i]} cannot be ${JSON.stringify(cell)}`);
    }
    const once = key.map((column) => cells[names.indexOf(column)]).join('\t');
    if (seen.has(once)) fail(name, at, `the same ${key.join(', ')} as in line ${seen.get(once)}`);
    seen.set(once, at);
    return cells;
  });
}

const fail = (name, line, what) => {
  throw new Error(`data/${name}.tsv:${line}: ${what}`);
};

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Json, jsonLines, readSchema, root, run, type SchemaName, texts, validator } from './support';

/** The contract's list: these are always present. */
const PRESENT: Record<SchemaName, string> = {
  check: 'schemaVersion files diagnostics',
  graph: 'schemaVersion nodes edges',
  json: `schemaVersion file messageReference layout transmission dateTimeGroup from to info classification
    sectionsAnnounced captions passing executiveOrder classifiedBy tags subject subjectMark references summary sections
    signers counts problems`,
  outline: 'schemaVersion file outline',
  statistics: 'schemaVersion files statistics',
};

describe('what the command prints keeps to its schema', () => {
  let check: Json;
  let parsed: Json[];
  let outlines: Json[];

  before(function () {
    this.timeout(120_000);
    check = JSON.parse(run(['check', '--format', 'json', ...texts]).out);
    parsed = jsonLines(run(['json', ...texts]).out);
    outlines = jsonLines(run(['outline', '--format', 'json', ...texts]).out);
  });

  it('check', () => {
    assert.deepEqual(validator('check')(check), []);
    assert.equal(check.files, texts.length);
    assert.ok(check.diagnostics.length > 0);
  });

  it('statistics, which count what check found', () => {
    const statistics: Json = JSON.parse(run(['check', '--statistics', '--format', 'json', ...texts]).out);
    assert.deepEqual(validator('statistics')(statistics), []);
    assert.equal(statistics.files, texts.length);
    for (const { rule, ...counted } of statistics.statistics) {
      const found = check.diagnostics.filter((each: Json) => each.rule === rule);
      assert.deepEqual(
        counted,
        {
          count: found.length,
          fixable: found.filter((each: Json) => each.fixable).length,
          files: new Set(found.map((each: Json) => each.file)).size,
        },
        rule,
      );
    }
    assert.equal(statistics.statistics.length, new Set(check.diagnostics.map((each: Json) => each.rule)).size);
  });

  it('graph, in which both ends of an edge are nodes', () => {
    const graph: Json = JSON.parse(run(['graph', ...texts]).out);
    assert.deepEqual(validator('graph')(graph), []);
    const ids = graph.nodes.map(({ id }: Json) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(graph.edges.length > 20);
    for (const { from, to, file, line } of graph.edges) {
      assert.ok(ids.includes(from) && ids.includes(to), `${from} ${to}`);
      assert.ok(line <= readFileSync(join(root, file), 'utf8').split(/\r\n|\r|\n/).length, `${file}:${line}`);
    }
  });

  it('one line for each cable, in the order given', () => {
    for (const output of [parsed, outlines])
      assert.deepEqual(
        output.map(({ file }) => file),
        texts,
      );
  });

  const validJson = validator('json');
  const validOutline = validator('outline');
  texts.forEach((name, at) => {
    it(`json of ${name}`, () => assert.deepEqual(validJson(parsed[at]), []));
    it(`outline of ${name}`, () => assert.deepEqual(validOutline(outlines[at]), []));
  });

  it('check and json agree on the number of problems', () => {
    parsed.forEach(({ file, problems }) => {
      for (const severity of Object.keys(problems)) {
        const found = check.diagnostics.filter((each: Json) => each.file === file && each.severity === severity);
        assert.equal(found.length, problems[severity], `${file}: ${severity}`);
      }
    });
  });

  it('diagnostics are sorted by file, then by place', () => {
    const places: number[][] = check.diagnostics.map(({ file, range: { start } }: Json) => [
      texts.indexOf(file),
      start.line,
      start.column,
    ]);
    const sorted = [...places].sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]!);
    assert.deepEqual(places, sorted);
  });

  it('ranges and lines lie within the file', () => {
    for (const { file, range } of check.diagnostics) {
      const lines = readFileSync(join(root, file), 'utf8').split(/\r\n|\r|\n/);
      for (const { line, column } of [range.start, range.end])
        assert.ok(column <= lines[line - 1]!.length + 1, `${file}:${line}:${column}`);
    }
    for (const { file, sections, counts } of parsed)
      for (const { paragraphs } of sections)
        for (const { line } of paragraphs) assert.ok(line <= counts.lines, `${file}:${line}`);
  });
});

describe('the schemas', () => {
  const printed: Record<SchemaName, string> = { check: '', graph: '', json: '', outline: '', statistics: '' };
  before(() => {
    printed.check = run(['check', '--format', 'json', 'samples/broken-headers.cable']).out;
    printed.statistics = run(['check', '--statistics', '--format', 'json', 'samples/broken-headers.cable']).out;
    printed.graph = run(['graph', 'samples/06LUSAKA412.cable']).out;
    printed.json = run(['json', 'samples/06LUSAKA412.cable']).out;
    printed.outline = run(['outline', '--format', 'json', 'samples/06LUSAKA412.cable']).out;
  });
  const one = (name: SchemaName): Json => JSON.parse(printed[name]);
  for (const name of ['check', 'graph', 'json', 'outline', 'statistics'] as const) {
    const words = PRESENT[name].split(/\s+/);

    it(`${name}: requires what the contract says is always there`, () => {
      const valid = validator(name);
      assert.deepEqual([...readSchema(name).required].sort(), [...words].sort());
      for (const word of words) {
        const { [word]: gone, ...rest } = one(name);
        assert.notEqual(gone, undefined, word);
        assert.notDeepEqual(valid(rest), [], `${word} may be left out`);
      }
    }).timeout(60_000);

    it(`${name}: allows fields to be added`, () => {
      const add = (value: Json): Json => {
        if (Array.isArray(value)) return value.map(add);
        if (value === null || typeof value !== 'object') return value;
        const entries = Object.entries(value).map(([key, each]) => [key, add(each)]);
        return { ...Object.fromEntries(entries), added: 'later' };
      };
      assert.deepEqual(validator(name)(add(one(name))), []);
    });
  }

  const spoilt: [SchemaName, string, (value: Json) => void][] = [
    ['check', 'a severity of another name', (value) => (value.diagnostics[0].severity = 'fatal')],
    ['check', 'a line 0', (value) => (value.diagnostics[0].range.start.line = 0)],
    ['check', 'another schema version', (value) => (value.schemaVersion = 2)],
    ['graph', 'a cable without a number or place', (value) => (value.nodes[0].id = '')],
    ['graph', 'a date that is not UTC', (value) => (value.nodes[0].date = '2006-03-23T12:34:00+02:00')],
    ['graph', 'a cable that is neither here nor not', (value) => delete value.nodes[0].here],
    ['graph', 'a level of another name', (value) => (value.nodes[0].level = 'PRIVATE')],
    ['graph', 'a citation of nothing', (value) => delete value.edges[0].to],
    ['graph', 'a line 0', (value) => (value.edges[0].line = 0)],
    ['json', 'a layout of another name', (value) => (value.layout = 'telex')],
    ['json', 'a reference with blanks', (value) => (value.messageReference.id = '06 LUSAKA 412')],
    ['json', 'a level of another name', (value) => (value.classification.level = 'PRIVATE')],
    ['json', 'a caption twice', (value) => value.captions.push(value.captions[0])],
    ['json', 'a tag of another kind', (value) => (value.tags[0].kind = 'mood')],
    ['json', 'a missing list', (value) => (value.to = null)],
    ['json', 'an addressee without exemptions', (value) => delete value.info[0].excluded],
    ['json', 'a paragraph without its line', (value) => delete value.sections[0].paragraphs[0].line],
    ['statistics', 'a rule that found nothing', (value) => (value.statistics[0].count = 0)],
    ['statistics', 'a count without its files', (value) => delete value.statistics[0].files],
    ['outline', 'an item of another kind', (value) => (value.outline[0].kind = 'chapter')],
    ['outline', 'an item without children', (value) => delete value.outline[0].children],
  ];
  for (const [name, what, spoil] of spoilt) {
    it(`${name}: refuses ${what}`, () => {
      const value = one(name);
      spoil(value);
      assert.notDeepEqual(validator(name)(value), []);
    });
  }

  it('are in the package', async () => {
    const { commandContents } = await import(join(root, 'scripts', 'package-contents.mjs'));
    const { files } = commandContents() as { files: string[] };
    for (const name of readdirSync(join(root, 'schemas'))) assert.ok(files.includes(`schemas/${name}`), name);
  });
});

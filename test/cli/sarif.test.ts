import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv/dist/2020';
import type { Log, Region, Result, Run } from 'sarif';
import { clean, ERROR, folder, type Json, root, run, texts, WARNING, withError, withWarning } from './support';

const schema = JSON.parse(readFileSync(join(root, 'test/fixtures/sarif-2.1.0.schema.json'), 'utf8')) as object;
// The formats of addresses and times are not checked by the library itself; the schema means them as remarks.
const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile<Log>(schema);
const problems = (log: unknown): Json => (validate(log) ? [] : validate.errors);

const sarif = (args: string[], cwd = root, input?: string): Run => {
  const { out } = run(['check', '--format', 'sarif', ...args], { cwd, ...(input !== undefined && { input }) });
  const log = JSON.parse(out) as Log;
  assert.deepEqual(problems(log), []);
  assert.equal(log.runs.length, 1);
  return log.runs[0]!;
};
const resultsOf = (args: string[], cwd?: string, input?: string): Result[] => sarif(args, cwd, input).results!;
const regionsOf = ({ locations, relatedLocations, fixes }: Result): Region[] => [
  ...[...(locations ?? []), ...(relatedLocations ?? [])].map(({ physicalLocation }) => physicalLocation!.region!),
  ...(fixes ?? []).flatMap(({ artifactChanges }) =>
    artifactChanges.flatMap(({ replacements }) => replacements.map(({ deletedRegion }) => deletedRegion)),
  ),
];

/** A message as a viewer shows it: doubled braces are braces; single ones would be placeholders, of which there are none. */
function read(text: string | undefined): string {
  assert.doesNotMatch(text!.replace(/\{\{|\}\}/g, ''), /[{}]/);
  return text!.replace(/([{}])\1/g, '$1');
}

describe('cable check --format sarif', () => {
  let all: Run;
  before(function () {
    this.timeout(60_000);
    all = sarif(texts);
  });

  it('keeps to the schema of SARIF 2.1.0, which refuses what is wrong', () => {
    assert.ok(all.results!.length > 50);
    assert.notDeepEqual(problems({ version: '2.1.0', runs: [{ tool: {} }] }), []);
    assert.notDeepEqual(problems({ version: '2.0.0', runs: [] }), []);
  });
  it('is a run without results where nothing was found, or nothing could be read', () => {
    for (const args of [['-'], ['no-such-file']]) assert.deepEqual(resultsOf(args, root, clean), []);
  });
  it('says the same as JSON, in the same order', () => {
    const { diagnostics } = JSON.parse(run(['check', '--format', 'json', ...texts]).out) as Json;
    const levels: Json = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };
    assert.deepEqual(
      all.results!.map(({ ruleId, level, message }) => [ruleId, level, read(message.text)]),
      diagnostics.map(({ rule, severity, message }: Json) => [rule, levels[severity], message]),
    );
  });
  it('describes each rule that found something once, and names it by its place', () => {
    const rules = all.tool.driver.rules!;
    const names = rules.map(({ id }) => id);
    assert.equal(new Set(names).size, names.length);
    assert.deepEqual(new Set(all.results!.map(({ ruleId }) => ruleId)), new Set(names));
    for (const { ruleId, ruleIndex } of all.results!) assert.equal(names[ruleIndex!], ruleId);
    for (const { id, name, shortDescription, fullDescription, help } of rules) {
      assert.match(name!, /^(?:[A-Z][a-z0-9]*)+$/, id);
      for (const each of [shortDescription, fullDescription, help]) assert.ok(read(each!.text).length > 5, id);
    }
  });
  it('has no placeholders where a message says what a cable says', () => {
    const [found] = resultsOf(['-'], root, clean.replace('There was none', 'There was {none'));
    assert.match(found!.message.text!, /\{\{/);
    assert.match(read(found!.message.text), /not `\{`/);
  });
  it('has regions that count from 1, in UTF-16 code units, with their end', () => {
    assert.equal(all.columnKind, 'utf16CodeUnits');
    for (const region of all.results!.flatMap(regionsOf)) {
      const { startLine, startColumn, endLine, endColumn } = region as Required<Region>;
      assert.ok(startLine >= 1 && startColumn >= 1, JSON.stringify(region));
      assert.ok(endLine > startLine || (endLine === startLine && endColumn >= startColumn), JSON.stringify(region));
    }
    const [found] = resultsOf(['-'], root, withError);
    assert.deepEqual(found!.locations![0]!.physicalLocation!.region, {
      startLine: 1,
      startColumn: 3,
      endLine: 1,
      endColumn: 17,
    });
    const [after] = resultsOf(['-'], root, withWarning.replace('SECSTATE', 'SECSTATE 🛥'));
    assert.equal(regionsOf(after!)[0]!.startColumn, 'TO SECSTATE 🛥 WASHDC '.length + 1);
  });

  it('has addresses relative to the folder of the call, encoded', () => {
    const names: [string, string][] = [
      ['a b.cable', 'a%20b.cable'],
      ['in/Å ünï#1?.cable', 'in/%C3%85%20%C3%BCn%C3%AF%231%3F.cable'],
      ['100%.cable', '100%25.cable'],
      ['日本.cable', '%E6%97%A5%E6%9C%AC.cable'],
    ];
    const cwd = folder(Object.fromEntries(names.map(([name]) => [name, withError])));
    for (const [name, uri] of names) {
      const { results, originalUriBaseIds } = sarif([name], cwd);
      assert.deepEqual(results![0]!.locations![0]!.physicalLocation!.artifactLocation, { uri, uriBaseId: 'ROOT' });
      const base = originalUriBaseIds!.ROOT!.uri!;
      assert.match(base, /\/$/);
      assert.equal(new URL(uri, base).href, pathToFileURL(join(cwd, name)).href);
    }
    for (const path of ['./a b.cable', '.'])
      assert.ok(JSON.stringify(resultsOf([path], cwd)).includes('"uri":"a%20b.cable"'), path);
  });
  it('has a whole address for a file that was named by one', () => {
    const cwd = folder({ 'a b.cable': withError });
    const path = join(cwd, 'a b.cable');
    assert.deepEqual(resultsOf([path])[0]!.locations![0]!.physicalLocation!.artifactLocation, {
      uri: pathToFileURL(path).href,
    });
  });

  it('has levels as configured', () => {
    for (const [severity, level] of [
      ['error', 'error'],
      ['warning', 'warning'],
      ['information', 'note'],
    ])
      assert.equal(resultsOf(['-', '--rule', `${WARNING}=${severity}`], root, withWarning)[0]!.level, level);
    const [{ level }, ...others] = resultsOf(['-', '--rule', `${ERROR}=warning`], root, withError) as [Result];
    assert.deepEqual([level, others], ['warning', []]);
  });

  it('has fixes that, applied, mend the finding', () => {
    const text = clean.replace('TAGS: SENV', 'TAGE: SENV');
    const [found, ...others] = resultsOf(['-'], root, text);
    assert.deepEqual(others, []);
    const [fix] = found!.fixes!;
    assert.ok(fix!.description!.text);
    const [change] = fix!.artifactChanges;
    assert.equal(change!.artifactLocation.uri, '-');
    const lines = text.split('\n');
    for (const { deletedRegion, insertedContent } of change!.replacements) {
      const { startLine, startColumn, endLine, endColumn } = deletedRegion as Required<Region>;
      assert.equal(startLine, endLine);
      const line = lines[startLine - 1]!;
      lines[startLine - 1] = line.slice(0, startColumn - 1) + insertedContent!.text! + line.slice(endColumn - 1);
    }
    assert.equal(lines.join('\n'), clean);
  });
  it('names the other line of a contradiction', () => {
    const [found] = resultsOf(['-'], root, clean.replace('12958: N/A', '12958: DECL: 04/14/2019'));
    assert.equal(found!.ruleId, 'xref/eo-decl-unclassified');
    const [related] = found!.relatedLocations!;
    assert.ok(related!.message!.text);
    assert.equal(related!.physicalLocation!.region!.startLine, 4);
  });
});

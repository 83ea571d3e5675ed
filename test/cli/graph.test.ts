import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { assertOneLine, cable, folder, type Json, linesOf, root, run } from './support';

interface Parts {
  readonly dtg?: string;
  readonly number?: string;
  readonly under?: string;
  readonly subject?: string;
  readonly refs?: readonly string[];
  readonly text?: string;
}

/** An invented cable of Helsinki with references. */
const cableOf = ({
  dtg = '140915Z APR 09',
  number = 'UNCLAS HELSINKI 000133',
  under = '',
  subject = 'THE FERRY THAT WAITED',
  refs = [],
  text = 'The ferry waited.',
}: Parts = {}): string =>
  [
    `R ${dtg}`,
    'FM AMEMBASSY HELSINKI',
    'TO SECSTATE WASHDC 0488',
    number,
    '',
    ...(under ? [under, ''] : []),
    'E.O. 12958: N/A',
    'TAGS: SENV, FI',
    `SUBJECT: ${subject}`,
    ...(refs.length ? ['', ...refs.map((each, at) => (at ? `     ${each}` : `REF: ${each}`))] : []),
    '',
    `1.  ${text}`,
    '',
    '2.  There was no passenger.',
    '',
    'OAKES',
    '',
  ].join('\n');

/** The words under a REF line that lists one cable begin here, counted from 1. */
const REF_LINE = 10;

const graph = (args: readonly string[], options: Parameters<typeof run>[1]): Json => {
  const { code, out, err } = run(['graph', ...args], options);
  assert.deepEqual({ code, err }, { code: 0, err: '' });
  return JSON.parse(out);
};
const idsOf = ({ nodes }: Json): string[] => nodes.map(({ id }: Json) => id);
const pairs = ({ edges }: Json): string[] => edges.map(({ from, to }: Json) => `${from} ${to}`);
const nodeOf = ({ nodes }: Json, id: string): Json => nodes.find((each: Json) => each.id === id);

describe('cable graph', () => {
  const cwd = folder({
    'a/first.cable': cableOf(),
    'a/second.cable': cableOf({
      dtg: '150915Z APR 09',
      number: 'C O N F I D E N T I A L HELSINKI 000140',
      subject: 'A SECOND FERRY',
      refs: ['A. HELSINKI 133', 'B. 08 STATE 5512'],
    }),
    'b/third.cable': cableOf({ number: 'UNCLAS HELSINKI 000151', under: 'SENSITIVE', refs: ['HELSINKI 140'] }),
  });

  it('cables are nodes, citations edges; what is not here comes last', () => {
    const { schemaVersion, nodes, edges } = graph(['.'], { cwd });
    assert.equal(schemaVersion, 1);
    assert.deepEqual(nodes, [
      {
        id: '09HELSINKI133',
        here: true,
        files: ['./a/first.cable'],
        post: 'HELSINKI',
        year: 2009,
        date: '2009-04-14T09:15:00Z',
        subject: 'THE FERRY THAT WAITED',
        level: 'UNCLASSIFIED',
        sensitive: false,
        tags: ['SENV', 'FI'],
      },
      {
        id: '09HELSINKI140',
        here: true,
        files: ['./a/second.cable'],
        post: 'HELSINKI',
        year: 2009,
        date: '2009-04-15T09:15:00Z',
        subject: 'A SECOND FERRY',
        level: 'CONFIDENTIAL',
        sensitive: false,
        tags: ['SENV', 'FI'],
      },
      {
        id: '09HELSINKI151',
        here: true,
        files: ['./b/third.cable'],
        post: 'HELSINKI',
        year: 2009,
        date: '2009-04-14T09:15:00Z',
        subject: 'THE FERRY THAT WAITED',
        level: 'UNCLASSIFIED',
        sensitive: true,
        tags: ['SENV', 'FI'],
      },
      {
        id: '08STATE5512',
        here: false,
        files: [],
        post: 'STATE',
        year: 2008,
        date: null,
        subject: null,
        level: null,
        sensitive: false,
        tags: [],
      },
    ]);
    const place = { listed: true, file: './a/second.cable' };
    assert.deepEqual(edges, [
      { from: '09HELSINKI140', to: '09HELSINKI133', label: 'A', ...place, line: REF_LINE },
      { from: '09HELSINKI140', to: '08STATE5512', label: 'B', ...place, line: REF_LINE + 1 },
      {
        from: '09HELSINKI151',
        to: '09HELSINKI140',
        label: null,
        listed: true,
        file: './b/third.cable',
        line: REF_LINE + 2,
      },
    ]);
  });

  it('the order is that of the paths; a path given twice is one file', () => {
    const found = graph(['b/third.cable', 'a/second.cable', 'b/third.cable'], { cwd });
    assert.deepEqual(idsOf(found), ['09HELSINKI151', '09HELSINKI140', '09HELSINKI133', '08STATE5512']);
    assert.equal(nodeOf(found, '09HELSINKI133').here, false);
    assert.deepEqual(nodeOf(found, '09HELSINKI151').files, ['b/third.cable']);
  });

  it('standard input', () => {
    const found = graph([], { input: cableOf({ refs: ['HELSINKI 12'] }) });
    assert.deepEqual(pairs(found), ['09HELSINKI133 09HELSINKI12']);
    assert.deepEqual(nodeOf(found, '09HELSINKI133').files, ['-']);
  });

  it('copies and sections are one cable: the best file first, what any of them cites once', () => {
    const part = (which: number) => `UNCLAS SECTION 0${which} OF 02 HELSINKI 000133`;
    const copies = folder({
      '1.cable': cableOf({ subject: 'AS IT WAS SENT', refs: ['HELSINKI 12'] }),
      '2.cable': cableOf({
        subject: 'AS IT IS RIGHT',
        under: 'C O R R E C T E D  C O P Y (PARA 2 ADDED)',
        refs: ['HELSINKI 12', 'HELSINKI 13'],
      }),
      '3.cable': cableOf({ number: part(1), refs: ['HELSINKI 12'] }),
      '4.cable': cableOf({ number: part(2), refs: ['HELSINKI 14'] }),
    });
    const found = graph(['.'], { cwd: copies });
    assert.deepEqual(idsOf(found), ['09HELSINKI133', '09HELSINKI12', '09HELSINKI13', '09HELSINKI14']);
    const [node] = found.nodes;
    assert.equal(node.subject, 'AS IT IS RIGHT');
    assert.deepEqual(node.files, ['./2.cable', './1.cable', './3.cable', './4.cable']);
    assert.deepEqual(
      found.edges.map(({ to, file }: Json) => `${to} ${file}`),
      ['09HELSINKI12 ./2.cable', '09HELSINKI13 ./2.cable', '09HELSINKI14 ./4.cable'],
    );
  });

  it('a cable that cites itself has no edge to itself', () => {
    assert.deepEqual(pairs(graph([], { input: cableOf({ refs: ['A. HELSINKI 133', 'B. HELSINKI 12'] }) })), [
      '09HELSINKI133 09HELSINKI12',
    ]);
  });

  it('several messages of a file are several nodes', () => {
    const found = graph(['samples/two-messages.cable'], {});
    assert.deepEqual(idsOf(found), ['89LISBON4106', '89MADRID9917', '89STATE318840']);
    assert.deepEqual(pairs(found), ['89LISBON4106 89STATE318840', '89MADRID9917 89LISBON4106']);
  });

  it('a cable without a number has its place for one', () => {
    const found = graph(['samples/draft.cable', 'samples/tags-only.cable'], {});
    assert.deepEqual(idsOf(found), ['samples/draft.cable#9', 'samples/tags-only.cable#1']);
  });

  it('no cable at all is an empty graph', () => {
    assert.deepEqual(graph([], { input: '' }), { schemaVersion: 1, nodes: [], edges: [] });
  });
});

describe('cable graph: formats', () => {
  const wild = 'THE "RED & BLUE" <FERRY>, WAITING';
  const cwd = folder({
    'a, "b" & c.cable': cableOf({ subject: wild, refs: ['A. HELSINKI 12', 'B. HELSINKI 13'] }),
    '=1+1.cable': cableOf({ number: 'UNCLAS HELSINKI 000140', subject: '=HYPERLINK("HTTP://X")' }),
  });
  const print = (...args: string[]): string => {
    const { code, out, err } = run(['graph', ...args], { cwd });
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    return out;
  };
  const both = ['a, "b" & c.cable', '=1+1.cable'];

  it('csv: the table of citations', () => {
    const file = '"a, ""b"" & c.cable"';
    assert.equal(
      print('--format', 'csv', ...both),
      [
        'source,target,label,listed,file,line',
        `09HELSINKI133,09HELSINKI12,A,true,${file},${REF_LINE}`,
        `09HELSINKI133,09HELSINKI13,B,true,${file},${REF_LINE + 1}`,
        '',
      ].join('\r\n'),
    );
  });
  it('csv: the table of cables; a spreadsheet takes no cell for a formula', () => {
    assert.equal(
      print('--format', 'csv', '--nodes', ...both),
      [
        'id,label,here,post,year,date,level,sensitive,tags,file,copies',
        '09HELSINKI133,"THE ""RED & BLUE"" <FERRY>, WAITING",true,HELSINKI,2009,2009-04-14T09:15:00Z,UNCLASSIFIED,false,SENV;FI,"a, ""b"" & c.cable",1',
        `09HELSINKI140,"'=HYPERLINK(""HTTP://X"")",true,HELSINKI,2009,2009-04-14T09:15:00Z,UNCLASSIFIED,false,SENV;FI,'=1+1.cable,1`,
        '09HELSINKI12,,false,HELSINKI,2009,,,false,,,0',
        '09HELSINKI13,,false,HELSINKI,2009,,,false,,,0',
        '',
      ].join('\r\n'),
    );
  });
  it('csv: standard input keeps its name', () => {
    const { out } = run(['graph', '--format', 'csv'], { input: cableOf({ refs: ['HELSINKI 12'] }) });
    assert.ok(out.endsWith(`,true,-,${REF_LINE}\r\n`), out);
  });

  it('dot', () => {
    assert.equal(
      print('--format', 'dot', both[0]!),
      `digraph cables {
  node [shape=box];
  "09HELSINKI133" [label="09HELSINKI133", tooltip="2009-04-14 THE \\"RED &amp; BLUE\\" <FERRY>, WAITING"];
  "09HELSINKI12" [label="09HELSINKI12", tooltip="not among the files", style=dashed];
  "09HELSINKI13" [label="09HELSINKI13", tooltip="not among the files", style=dashed];
  "09HELSINKI133" -> "09HELSINKI12" [label="A"];
  "09HELSINKI133" -> "09HELSINKI13" [label="B"];
}
`,
    );
  });
  it('dot: a name that ends in a backslash', () => {
    const odd = folder({ 'x\\.cable': 'TAGS: SENV, FI\n' });
    const { out } = run(['graph', '--format', 'dot', '.'], { cwd: odd });
    assert.match(out, /^ {2}"\.\/x\\\\\.cable#1" \[label="\.\/x\\\\\.cable#1", tooltip="no subject"\];$/m);
  });
  it('dot: Graphviz draws it', function () {
    if (spawnSync('dot', ['-V']).status !== 0) this.skip();
    const dot = (input: string) => spawnSync('dot', ['-Tsvg'], { input, encoding: 'utf8' });
    const { stdout, stderr, status } = dot(print('--format', 'dot', ...both));
    assert.deepEqual([status, stderr], [0, '']);
    assert.equal(stdout.match(/class="node"/g)?.length, 4);
    assert.equal(stdout.match(/class="edge"/g)?.length, 2);
    assert.ok(stdout.includes('THE &quot;RED &amp; BLUE&quot; &lt;FERRY&gt;, WAITING'));
  });

  it('graphml', () => {
    const out = print('--format', 'graphml', both[0]!);
    const file = '<data key="KEY-file">a, &quot;b&quot; &amp; c.cable</data>';
    for (const line of [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '  <key id="node-here" for="node" attr.name="here" attr.type="boolean"/>',
      '  <key id="node-year" for="node" attr.name="year" attr.type="int"/>',
      '  <key id="edge-line" for="edge" attr.name="line" attr.type="int"/>',
      '  <graph id="cables" edgedefault="directed">',
      '    <node id="09HELSINKI133"><data key="node-label">09HELSINKI133</data><data key="node-here">true</data>' +
        '<data key="node-post">HELSINKI</data><data key="node-year">2009</data>' +
        '<data key="node-date">2009-04-14T09:15:00Z</data>' +
        '<data key="node-subject">THE &quot;RED &amp; BLUE&quot; &lt;FERRY&gt;, WAITING</data>' +
        '<data key="node-level">UNCLASSIFIED</data><data key="node-sensitive">false</data>' +
        `<data key="node-tags">SENV;FI</data>${file.replace('KEY', 'node')}<data key="node-copies">1</data></node>`,
      '    <edge source="09HELSINKI133" target="09HELSINKI12"><data key="edge-label">A</data>' +
        `<data key="edge-listed">true</data>${file.replace('KEY', 'edge')}<data key="edge-line">10</data></edge>`,
      '    <node id="09HELSINKI12"><data key="node-label">09HELSINKI12</data><data key="node-here">false</data>' +
        '<data key="node-post">HELSINKI</data><data key="node-year">2009</data>' +
        '<data key="node-sensitive">false</data><data key="node-copies">0</data></node>',
    ])
      assert.ok(out.split('\n').includes(line), `${line}\nin\n${out}`);
  });
  it('graphml: every attribute is of a key, and no character is one that XML cannot hold', () => {
    const input = cableOf({ subject: 'FERRY \x01 \uffff', refs: ['HELSINKI 12'] });
    const { out } = run(['graph', '--format', 'graphml'], { input });
    const keys = new Set([...out.matchAll(/<key id="([^"]+)"/g)].map(([, key]) => key));
    const used = [...out.matchAll(/<data key="([^"]+)"/g)].map(([, key]) => key!);
    assert.ok(used.length > 10 && used.every((key) => keys.has(key)));
    assert.doesNotMatch(out, /[\x00-\x08\x0b-\x1f\ufffe\uffff]/);
  });

  it('--nodes of another format, an unknown format: one line, exit code 2', () => {
    for (const args of [['--nodes'], ['--nodes', '--format', 'dot'], ['--format', 'gexf'], ['--jobs', '0']]) {
      const { code, out, err } = run(['graph', ...args, '.'], { cwd });
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assertOneLine(err, args[0]!);
    }
  });
});

describe('cable graph: many files', function () {
  this.timeout(60_000);
  const names = Array.from({ length: 200 }, (_, at) => String(at).padStart(3, '0'));
  const cwd = folder({
    ...Object.fromEntries(
      names.map((name, at) => [
        `${name}.cable`,
        cableOf({ number: `UNCLAS HELSINKI ${String(200 + at).padStart(6, '0')}`, refs: [`HELSINKI ${199 + at}`] }),
      ]),
    ),
    'binary.cable': readFileSync(join(root, 'test/fixtures/binary.cable')),
    'notes.txt': 'Buy stamps.\n',
    'none/notes.txt': 'Buy stamps.\n',
  });

  for (const format of ['json', 'csv', 'dot', 'graphml'])
    it(`${format}: the same from any number of threads, byte for byte`, () => {
      const [one, ...others] = ['1', '3', '16'].map((jobs) =>
        run(['graph', '--format', format, '--jobs', jobs, '.'], { cwd }),
      );
      for (const other of others) assert.deepEqual(other, one);
      assert.equal(one!.code, 0);
      assert.equal(one!.err, 'cable: ./binary.cable: binary file, skipped\n');
    });
  it('each cites the one before it', () => {
    const { out } = run(['graph', '.'], { cwd });
    const found: Json = JSON.parse(out);
    assert.deepEqual(
      pairs(found),
      names.map((_, at) => `09HELSINKI${200 + at} 09HELSINKI${199 + at}`),
    );
    assert.deepEqual(
      found.nodes.filter(({ here }: Json) => !here).map(({ id }: Json) => id),
      ['09HELSINKI199'],
    );
  });
  it('a path that cannot be read: one line, exit code 2, the others are done, in their order', () => {
    const { code, out, err } = run(['graph', '150.cable', 'no-such-file', '-', 'binary.cable', '.'], {
      cwd,
      input: cableOf({ number: 'UNCLAS HELSINKI 000999' }),
    });
    assert.equal(code, 2);
    assert.deepEqual(linesOf(err), [
      'cable: no-such-file: no such file or folder',
      'cable: binary.cable: binary file',
      'cable: ./binary.cable: binary file, skipped',
    ]);
    const found: Json = JSON.parse(out);
    assert.deepEqual(idsOf(found).slice(0, 3), ['09HELSINKI350', '09HELSINKI999', '09HELSINKI200']);
    assert.deepEqual(found.nodes[0].files, ['./150.cable', '150.cable']);
  });
  it('a folder without cables says so', () => {
    const { code, out, err } = run(['graph', '--format', 'csv', 'none'], { cwd });
    assert.deepEqual({ code, out }, { code: 0, out: 'source,target,label,listed,file,line\r\n' });
    assert.equal(err, 'cable: none: no cables found\n');
  });
  it('a reader that goes away: ends quietly', async () => {
    const large = folder(
      Object.fromEntries(
        names.map((name, at) => [
          `${name}.cable`,
          cableOf({
            number: `UNCLAS HELSINKI ${String(200 + at).padStart(6, '0')}`,
            refs: Array.from(
              { length: 26 },
              (_, to) => `${String.fromCharCode(65 + to)}. HELSINKI ${at * 26 + to + 1000}`,
            ),
          }),
        ]),
      ),
    );
    const child = spawn(process.execPath, [cable, 'graph', '--jobs', '2', '.'], { cwd: large });
    const err = readAll(child.stderr);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    assert.equal((await once(child, 'close'))[0], 0);
    assert.equal(await err, '');
  });
});

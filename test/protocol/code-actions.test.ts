import assert from 'node:assert/strict';
import type { ClientCapabilities, CodeAction, CodeActionOptions, TextDocumentEdit } from 'vscode-languageserver/node';
import { at, clean, kinds, nowhere, PLAIN, result, titles } from './actions';
import { ABLE, type Begin, type Client, describeServer, URI } from './support';

describeServer('quick fixes', (start) => {
  const ready = async (text: string, begin: Begin = {}) => {
    const client = start();
    await client.begin(begin);
    await client.open(text, URI, 7);
    return client;
  };
  const wrong = clean.replace('TAGS: PHUM', 'TAGE: PHUM').replace('12958: N/A', '12958: DECL: 04/14/2019');

  it('name the version of the document that they were made for, where the client can take it', async () => {
    const client = await ready(wrong);
    const [fix] = await client.actions(at(wrong, 'TAGE'), ['quickfix']);
    const [change] = fix!.edit!.documentChanges as TextDocumentEdit[];
    assert.deepEqual(change!.textDocument, { uri: URI, version: 7 });
    assert.equal(fix!.edit!.changes, undefined);
    assert.equal(result(wrong, fix), wrong.replace('TAGE', 'TAGS'));
  });
  it('are plain changes for others', async () => {
    const client = await ready(wrong, { capabilities: PLAIN });
    const [fix] = await client.actions(at(wrong, 'TAGE'), ['quickfix']);
    assert.equal(fix!.edit!.documentChanges, undefined);
    assert.equal(result(wrong, fix), wrong.replace('TAGE', 'TAGS'));
  });
  it('are of the newest text', async () => {
    const client = await ready(wrong);
    const moved = `\n\n${wrong}`;
    await client.change({ text: moved });
    const [fix] = await client.actions(at(moved, 'TAGE'), ['quickfix']);
    assert.equal(result(moved, fix), moved.replace('TAGE', 'TAGS'));
    assert.deepEqual(await client.actions(at(wrong, 'FM AMEM'), ['quickfix']), []);
  });
  it('are preferred where they need no decision, and carry their finding', async () => {
    const client = await ready(wrong);
    const items = await client.items();
    for (const [word, rule, isPreferred] of [
      ['TAGE', 'header/label-spelling', true],
      ['DECL', 'xref/eo-decl-unclassified', false],
    ] as const) {
      const [fix] = await client.actions(at(wrong, word), ['quickfix']);
      assert.equal(fix!.isPreferred, isPreferred, rule);
      assert.deepEqual(
        fix!.diagnostics,
        items.filter(({ code }) => code === rule),
      );
    }
  });
  it('of one finding may be several, one of them preferred at most', async () => {
    const client = await ready(clean);
    let several = 0;
    for (const text of [
      clean.replace('TAGS: PHUM', 'TAGS: PHUN'),
      clean.replace('140915Z APR', '140915Z AUR'),
      clean.replace('R 140915Z', 'RR 140915Z'),
      clean.replace('UNCLAS HELSINKI', 'UNCLAS HELSINKY'),
      clean.replace('SIPDIS', 'SIPDS'),
      clean.replace('SECSTATE WASHDC', 'SECSTATE WASHDC IMEDIATE'),
      clean.replace('12958: N/A', '12958: DECL: 04/14/2019'),
    ]) {
      await client.change({ text });
      for (const item of await client.items()) {
        const fixes = (await client.actions(item, ['quickfix'])).filter(
          ({ diagnostics }) => diagnostics?.[0]?.code === item.code && diagnostics,
        );
        const own = fixes.filter(({ title }) => !/^(?:Silence|Turn off)/.test(title));
        if (own.length > 1) several++;
        assert.ok(own.filter(({ isPreferred }) => isPreferred).length <= 1);
        assert.equal(new Set(titles(own)).size, own.length, titles(own).join(', '));
        for (const fix of own) assert.notEqual(result(text, fix), text);
      }
    }
    assert.ok(several > 0);
  });
});

describeServer('kinds of actions', (start) => {
  const text = clean.replace('TAGS: PHUM, FI', 'TAGE: PHUM, FI, FI');
  const cases: [only: string[] | undefined, kinds: string[]][] = [
    [['quickfix'], ['quickfix']],
    [['refactor'], ['refactor.rewrite.cable.insert.ref', 'refactor.rewrite.cable.tags']],
    [['refactor.rewrite'], ['refactor.rewrite.cable.insert.ref', 'refactor.rewrite.cable.tags']],
    [['refactor.rewrite.cable'], ['refactor.rewrite.cable.insert.ref', 'refactor.rewrite.cable.tags']],
    [['refactor.rewrite.cable.tags'], ['refactor.rewrite.cable.tags']],
    [['refactor.rewrite.cable.insert'], ['refactor.rewrite.cable.insert.ref']],
    [['refactor.rewrite.cab'], []],
    [['refactor.extract'], []],
    [['source'], ['source.fixAll.cable']],
    [['source.fixAll'], ['source.fixAll.cable']],
    [['source.fixAll.cable'], ['source.fixAll.cable']],
    [['source.fixAll.eslint'], []],
    [['source.organizeImports'], []],
    [['nonsense'], []],
    [
      ['quickfix', 'source.fixAll'],
      ['quickfix', 'source.fixAll.cable'],
    ],
    [[''], ['quickfix', 'refactor.rewrite.cable.insert.ref', 'refactor.rewrite.cable.tags', 'source.fixAll.cable']],
    // All fixes at once are for who asks for them.
    [[], ['quickfix', 'refactor.rewrite.cable.insert.ref', 'refactor.rewrite.cable.tags']],
    [undefined, ['quickfix', 'refactor.rewrite.cable.insert.ref', 'refactor.rewrite.cable.tags']],
  ];
  it('are those that the client asks for', async () => {
    const client = start();
    const { capabilities } = await client.begin();
    await client.open(text);
    for (const [only, expected] of cases)
      assert.deepEqual(kinds(await client.actions(at(text, 'TAGE: PHUM'), only)), expected, JSON.stringify(only));
    assert.deepEqual(capabilities.codeActionProvider, {
      codeActionKinds: ['quickfix', 'source.fixAll.cable', 'refactor.rewrite.cable'],
    });
  });
});

describeServer('source.fixAll.cable', (start) => {
  const all = async (text: string, begin: Begin = {}): Promise<CodeAction | undefined> => {
    const client = start();
    await client.begin(begin);
    await client.open(text);
    return (await client.actions(nowhere, ['source.fixAll.cable']))[0];
  };
  it('makes every fix that needs no decision, in one edit, and no other', async () => {
    const text = clean
      .replace('TAGS: PHUM, FI', 'TAGE: PHUM, FI')
      .replace('SUBJECT: THE', 'SUBJECT THE')
      .replace('000133', '133')
      .replace('12958: N/A', '12958: DECL: 04/14/2019');
    assert.equal(result(text, await all(text)), clean.replace('12958: N/A', '12958: DECL: 04/14/2019'));
    assert.equal(
      result(text, await all(text, { capabilities: PLAIN })),
      clean.replace('12958: N/A', '12958: DECL: 04/14/2019'),
    );
  });
  it('makes fixes of which one lets another be seen', async () => {
    // The label is read only when its spelling is mended, its list only then.
    const text = clean.replace('TAGS: PHUM, FI', 'TAGE PHUM, FI, FI');
    const client = start();
    await client.begin();
    await client.open(text);
    const [action] = await client.actions(nowhere, ['source.fixAll.cable']);
    const whole = result(text, action);
    await client.change({ text: whole });
    assert.deepEqual(await client.actions(nowhere, ['source.fixAll.cable']), []);
    assert.deepEqual(await client.codes(), []);
  });
  it('leaves alone what is off, or silenced', async () => {
    const text = clean.replace('TAGS: PHUM', 'TAGE: PHUM').replace('000133', '133');
    const action = await all(text, { options: { rules: { 'header/label-spelling': 'off' } } });
    assert.equal(result(text, action), text.replace('133', '000133'));
  });
  it('is not there where nothing is to be done', async () => assert.equal(await all(clean), undefined));
});

describeServer('refactorings', (start) => {
  /** What an action makes of a text, asked for at a word. */
  const rewritten = async (text: string, word: string, kind: string): Promise<string> => {
    const client = start();
    await client.begin();
    await client.open(text);
    const actions = await client.actions(at(text, word), [`refactor.rewrite.cable.${kind}`]);
    assert.equal(actions.length, 1, JSON.stringify(kinds(await client.actions(at(text, word), ['refactor']))));
    const whole = result(text, actions[0]);
    await client.change({ text: whole });
    // Done, it is not offered again.
    assert.deepEqual(await client.actions(at(whole, word), [`refactor.rewrite.cable.${kind}`]), []);
    return whole;
  };
  it('renumber the paragraphs', async () => {
    const text = clean.replace('2. The OLRA', '4. The OLRA').replace('\nOAKES', '\n4. The last of them.\n\nOAKES');
    assert.equal(
      await rewritten(text, 'AmCit', 'renumber'),
      text.replace('4. The OLRA', '2. The OLRA').replace('4. The last', '3. The last'),
    );
  });
  it('mark unmarked paragraphs as the cable is classified', async () => {
    const text = clean.replace('2. The OLRA', '2. (U) The OLRA');
    assert.equal(await rewritten(text, 'AmCit', 'portionMarks'), text.replace('1. The AmCit', '1. (U) The AmCit'));
    const secret = clean.replace('UNCLAS HELSINKI', 'S E C R E T HELSINKI');
    assert.equal(
      await rewritten(secret, 'AmCit', 'portionMarks'),
      secret.replace('1. The', '1. (S) The').replace('2. The', '2. (S) The'),
    );
  });
  it('split a joined line', async () => {
    const text = clean.replace('0488\nUNCLAS', '0488 UNCLAS');
    assert.equal(await rewritten(text, 'UNCLAS', 'splitLine'), clean);
  });
  it('put the TAGS line in order', async () => {
    const text = clean.replace('TAGS: PHUM, FI', 'TAGS: FI  phum, FI');
    const whole = await rewritten(text, 'TAGS', 'tags');
    assert.match(whole, /^TAGS: (?:PHUM, FI|FI, PHUM)$/m);
    assert.equal(whole.replace(/^TAGS.*$/m, ''), text.replace(/^TAGS.*$/m, ''));
  });
  it('insert a line that is missing, in its place', async () => {
    const line = (word: string) => new RegExp(`^${word}.*\\n`, 'm');
    for (const [kind, label] of [
      ['eo', 'E.O.'],
      ['tags', 'TAGS'],
      ['subject', 'SUBJECT'],
    ] as const) {
      const text = clean.replace(line(label), '');
      const whole = await rewritten(text, 'UNCLAS', `insert.${kind}`);
      assert.match(whole, line(label));
      assert.equal(whole.replace(line(label), ''), text);
      const labels = [...whole.matchAll(/^(?:E\.O\.|TAGS|SUBJECT)/gm)].map(([each]) => each);
      assert.deepEqual(labels, ['E.O.', 'TAGS', 'SUBJECT']);
    }
    assert.match(await rewritten(clean, 'UNCLAS', 'insert.ref'), /SUBJECT: .*\n\nREF: \n\n1\. /);
  });
  it('are offered where they belong', async () => {
    const client = start();
    await client.begin();
    await client.open(clean);
    assert.deepEqual(kinds(await client.actions(at(clean, 'AmCit'), ['refactor'])), [
      'refactor.rewrite.cable.moveParagraphDown',
      'refactor.rewrite.cable.portionMarks',
    ]);
    assert.deepEqual(kinds(await client.actions(at(clean, 'E.O.'), ['refactor'])), [
      'refactor.rewrite.cable.insert.ref',
    ]);
    assert.deepEqual(await client.actions(at(clean, 'FM AMEMBASSY'), ['refactor']), []);
  });
});

describeServer('refactorings that are made when they are chosen', (start) => {
  const text = clean.replace('2. The OLRA', '4. The OLRA').replace('TAGS: PHUM, FI', 'TAGS: FI  phum, FI');
  const RESOLVES: ClientCapabilities = {
    ...ABLE,
    textDocument: {
      ...ABLE.textDocument,
      codeAction: { ...ABLE.textDocument!.codeAction, dataSupport: true, resolveSupport: { properties: ['edit'] } },
    },
  };
  const KIND = 'refactor.rewrite.cable.renumber';
  const offered = async (capabilities: ClientCapabilities) => {
    const client = start();
    const { capabilities: served } = await client.begin({ capabilities });
    await client.open(text, URI, 3);
    const action = (await client.actions(at(text, 'AmCit'), ['refactor'])).find(({ kind }) => kind === KIND);
    assert.ok(action);
    return { client, served, action };
  };
  const resolve = ({ connection }: Client, action: CodeAction) =>
    connection.sendRequest<CodeAction>('codeAction/resolve', action);

  it('by a client that says that it asks then', async () => {
    const { client, served, action } = await offered(RESOLVES);
    assert.equal((served.codeActionProvider as CodeActionOptions).resolveProvider, true);
    assert.equal(action.edit, undefined);
    const whole = await resolve(client, action);
    assert.equal(whole.title, action.title);
    assert.equal(result(text, whole), text.replace('4. The OLRA', '2. The OLRA'));
    const [tags] = await client.actions(at(text, 'TAGS'), ['refactor']);
    assert.match(result(text, await resolve(client, tags!)), /^TAGS: FI, PHUM$/m);
    // Who names it has it at once.
    assert.ok((await client.actions(at(text, 'AmCit'), [KIND]))[0]!.edit);
  });
  it('at once for others', async () => {
    const { served, action } = await offered(ABLE);
    assert.equal((served.codeActionProvider as CodeActionOptions).resolveProvider, undefined);
    assert.equal(result(text, action), text.replace('4. The OLRA', '2. The OLRA'));
  });
  it('not in another text than the one they were offered for, nor from what is none of ours', async () => {
    const { client, action } = await offered(RESOLVES);
    await client.change({ text: `${text}\n` });
    assert.deepEqual(await resolve(client, action), action);
    const data = action.data as object;
    for (const other of [
      { ...data, version: 4, name: 'constructor' },
      { ...data, version: 4, offset: 'x' },
      { ...data, version: 4, uri: 'file:///elsewhere.cable' },
      null,
      7,
    ])
      assert.equal((await resolve(client, { title: 'x', data: other })).edit, undefined);
    assert.deepEqual(client.logged, []);
  });
});

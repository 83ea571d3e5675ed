/** What our own client asks of an open cable beyond the protocol: to read, export, compare and begin one. */
import assert from 'node:assert/strict';
import type { Requests } from '../../server/src/lsp/requests';
import { type Client, describeServer, describeServers, FERRY, FULL, URI } from './support';

/** A date that exists. */
const CABLE = FERRY.replace('310915Z', '140915Z');
const ask = <M extends keyof Requests>(
  { connection }: Client,
  method: M,
  params: Requests[M]['params'],
): Promise<Requests[M]['result']> => connection.sendRequest(method, params);
const NOWHERE = { uri: 'file:///nowhere.cable' };

describeServers('pages of an open cable', (start) => {
  it('are read, and read anew when the text has changed', async () => {
    const client = await start.ready(FULL, CABLE);
    const before = await ask(client, 'cable/reading', { uri: URI });
    assert.equal(before?.title, '09HELSINKI133');
    assert.match(before!.body, /<h1>THE FERRY THAT WAITED<\/h1>/);
    assert.match(before!.body, /<div class="paragraph" id="m1p1" data-line="\d+">/);
    await client.change({ text: CABLE.replace('THAT WAITED', '<b>THAT</b> LEFT') });
    const after = await ask(client, 'cable/reading', { uri: URI });
    assert.match(after!.body, /<h1>THE FERRY &lt;b&gt;THAT&lt;\/b&gt; LEFT<\/h1>/);
    assert.equal(await ask(client, 'cable/reading', NOWHERE), null);
  });
  it('are exported in each form', async () => {
    const client = await start.ready(FULL, CABLE);
    for (const [to, begins] of [
      ['markdown', /^# THE FERRY THAT WAITED\n/],
      ['html', /^<!DOCTYPE html>\n/],
      ['tei', /^<\?xml /],
      ['json', /^\{"schemaVersion":1,/],
    ] as const)
      assert.match((await ask(client, 'cable/export', { uri: URI, to }))!, begins);
    assert.equal(await ask(client, 'cable/export', { ...NOWHERE, to: 'html' }), null);
  });
  it('are compared however they are folded', async () => {
    const client = await start.ready(FULL);
    const one = await ask(client, 'cable/structure', { text: CABLE });
    assert.match(one, /^Subject: THE FERRY THAT WAITED$/m);
    const folded = CABLE.replace(/^(\d\. .{8,20}) /gm, '$1\n');
    assert.notEqual(folded, CABLE);
    assert.equal(await ask(client, 'cable/structure', { text: folded }), one);
  });
  it('tell number, date, classification and what is found', async () => {
    const client = await start.ready(FULL, CABLE);
    const good = await ask(client, 'cable/status', { uri: URI });
    assert.match(good!.text, /09 HELSINKI 133/);
    assert.match(good!.detail, /14 Apr 2009/);
    assert.equal(good!.errors, 0);
    await client.change({ text: FERRY });
    assert.equal((await ask(client, 'cable/status', { uri: URI }))!.errors, 1);
    assert.equal(await ask(client, 'cable/status', NOWHERE), null);
  });
  it('tell which lines are marked how', async () => {
    const client = await start.ready(FULL, CABLE.replace('1. The', '1. (U) The').replace('2. The', '2. (SBU) The'));
    const portions = await ask(client, 'cable/portions', { uri: URI });
    assert.deepEqual(
      portions.map(({ level }) => level),
      ['UNCLASSIFIED', 'SENSITIVE'],
    );
    assert.ok(portions[0]!.first <= portions[0]!.last && portions[0]!.last < portions[1]!.first);
    assert.deepEqual(await ask(client, 'cable/portions', NOWHERE), []);
  });
});

describeServer('a new cable', (start) => {
  it('is made of what was chosen, and nothing is found in it', async () => {
    const client = await start.ready();
    const { posts, levels, tags, precedences } = await ask(client, 'cable/newCable/choices', {});
    assert.ok(posts.length > 200 && tags.length > 100 && levels.length >= 4 && precedences.length >= 3);
    assert.ok(posts.some(({ value }) => value === 'HELSINKI'));
    const text = await ask(client, 'cable/newCable', {
      post: 'HELSINKI',
      serial: 133,
      written: Date.UTC(2014, 3, 14, 9, 15),
      precedence: 'ROUTINE',
      level: 'UNCLASSIFIED',
      captions: [],
      tags: ['SENV', 'FI'],
      subject: 'The ferry that waited',
      references: ['14 HELSINKI 12'],
      classifiedBy: '',
      reasons: [],
      signer: 'Oakes',
    });
    assert.match(text, /^SUBJECT: The ferry that waited$/m);
    await client.open(text);
    assert.deepEqual(await client.codes(), []);
  });
});

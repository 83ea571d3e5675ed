import assert from 'node:assert/strict';
import { type FromPicture, isShowGraph, readMessage } from '../../../client/src/webview/messages';

describe('messages of the picture', () => {
  const GOOD: readonly FromPicture[] = [
    { type: 'ready' },
    { type: 'open', key: '06LUSAKA412' },
    { type: 'centre', key: '' },
    { type: 'depth', depth: 4 },
    { type: 'follow', follows: false },
    { type: 'save', svg: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
  ];
  for (const message of GOOD)
    it(`takes ${message.type}`, () => assert.deepEqual(readMessage({ ...message, more: 'is left out' }), message));

  const BAD: readonly unknown[] = [
    null,
    undefined,
    'ready',
    {},
    { type: 'command' },
    { type: 'open' },
    { type: 'open', key: 5 },
    { type: 'depth', depth: 5 },
    { type: 'depth', depth: '2' },
    { type: 'follow', follows: 'yes' },
    { type: 'save', svg: '<script>' },
    { type: 'save', svg: null },
  ];
  for (const message of BAD)
    it(`takes no notice of ${JSON.stringify(message)}`, () => assert.equal(readMessage(message), null));

  it('tells its own from others', () => {
    assert.equal(isShowGraph({ type: 'graph', graph: null }), true);
    for (const other of [null, 'graph', { type: 'theme' }]) assert.equal(isShowGraph(other), false);
  });
});

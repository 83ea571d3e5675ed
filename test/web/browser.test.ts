import * as vscode from 'vscode';
import assert from '../editor/assert';
import { folder } from '../editor/support';

describe('in a browser', () => {
  before(() => vscode.extensions.getExtension('cable-tools.diplomatic-cables')!.activate());

  it('there is no Node and no disk', () => {
    assert.equal(typeof (globalThis as { process?: { versions?: object } }).process?.versions, 'undefined');
    assert.equal(folder().scheme, 'web-folder');
  });
});

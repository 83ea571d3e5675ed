/** A cable that somebody types in all the time belongs to the library as well. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WorkspaceSymbol } from 'vscode-languageserver/node';
import type { LibraryState } from '../../server/src/lsp/requests';
import { helsinki } from './library-cables';
import { type Client, describeServer, folderOf, pause } from './support';

const READ = { command: 'cable.server.readLibrary' };

describeServer('a cable in which somebody types', (start) => {
  /** Opened before anything of the folder is read: the file never counts, only the document does. */
  async function typing(): Promise<{ client: Client; type: () => Promise<void> }> {
    const folder = folderOf({ '1.cable': helsinki(1), '2.cable': helsinki(2) });
    const client = start();
    await client.begin({ folder });
    const uri = pathToFileURL(join(folder, '1.cable')).href;
    await client.open(helsinki(1, { subject: 'HARBOUR' }), uri);
    const at = { line: helsinki(1).split('\n').length - 1, character: 0 };
    return { client, type: () => client.changeIn(uri, { range: { start: at, end: at }, text: 'x' }) };
  }

  it('is counted when the library is read again, however lately a letter was typed', async () => {
    const { client, type } = await typing();
    await type();
    const { cables } = await client.connection.sendRequest<LibraryState>('workspace/executeCommand', READ);
    assert.equal(cables, 2);
  });

  it('is found though nobody ever pauses', async () => {
    const { client, type } = await typing();
    await client.until(async () => {
      await type();
      await pause(20);
      const found = await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'harbour' });
      return found.length > 0;
    }, 'the cable');
  });
});

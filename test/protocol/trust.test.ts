import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describeServer, FERRY, folderOf } from './support';

const ERROR = 'header/dtg-invalid-date';
const CABLE = FERRY.replace('SUBJECT:', 'SUBJECT: QZX');

describeServer('a folder that is not trusted', (start) => {
  const begun = async (options: object) => {
    const folder = folderOf({
      'a.cable': CABLE,
      '.cablerc.json': JSON.stringify({ rules: { [ERROR]: 'off' } }),
      'cable-glossary.json': JSON.stringify({ QZX: 'Quite Zealous Example' }),
    });
    const client = start();
    await client.begin({ folder, options });
    const uri = pathToFileURL(join(folder, 'a.cable')).href;
    await client.open(CABLE, uri);
    const line = CABLE.split('\n').findIndex((each) => each.includes('QZX'));
    const character = CABLE.split('\n')[line]!.indexOf('QZX') + 1;
    return {
      client,
      found: async () => (await client.items(uri)).some(({ code }) => code === ERROR),
      card: async () => JSON.stringify(await client.hover(line, character, uri)),
      silencing: async () => {
        const item = (await client.items(uri)).find(({ code }) => code === ERROR)!;
        return (await client.actions(item, ['quickfix'], uri)).some(({ title }) => /^Silence/.test(title));
      },
    };
  };

  it('configures nothing, neither rules nor meanings, until it is', async () => {
    const { client, found, card, silencing } = await begun({ trusted: false });
    assert.equal(await found(), true);
    assert.doesNotMatch(await card(), /Zealous/);
    assert.equal(await silencing(), false);
    await client.connection.sendNotification('cable/trusted');
    await client.until(async () => !(await found()), 'the configuration');
    assert.match(await card(), /Quite Zealous Example/);
    assert.ok(client.refreshes >= 1);
  });

  it('is checked as a whole without its configuration too', async () => {
    const { client } = await begun({ trusted: false });
    const check = () =>
      client.connection.sendRequest<{ errors: number }>('workspace/executeCommand', {
        command: 'cable.server.checkWorkspace',
      });
    assert.equal((await check()).errors, 1);
    await client.connection.sendNotification('cable/trusted');
    assert.equal((await check()).errors, 0);
  });

  it('is one only where the client says so', async () => {
    const { found, card } = await begun({});
    assert.equal(await found(), false);
    assert.match(await card(), /Quite Zealous Example/);
  });
});

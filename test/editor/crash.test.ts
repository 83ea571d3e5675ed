/** A server that is killed while it works: the editor starts another, which knows every open cable as it stands. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import assert from './assert';
import { bell, codes, file, finds, until, write } from './support';

/** The processes of the language server that this extension host has started. */
function servers(): number[] {
  if (process.platform === 'win32') return [];
  const isOurs = (command: string): boolean => /[\\/]dist[\\/]server\.js/.test(command);
  if (!existsSync('/proc/self/stat'))
    return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' })
      .split('\n')
      .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
      .flatMap((parts) => (parts && Number(parts[2]) === process.pid && isOurs(parts[3]!) ? [Number(parts[1])] : []));
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const parent = /\) \S (\d+) /.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1];
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
        return Number(parent) === process.pid && isOurs(command) ? [Number(name)] : [];
      } catch {
        // It has ended meanwhile.
        return [];
      }
    });
}

const SERIAL = 'xref/ssn-serial';

describe('a server that is killed', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
    return vscode.extensions.getExtension('cable-tools.diplomatic-cables')!.activate();
  });

  it('comes back with all open cables, saved or not', async () => {
    const documents: vscode.TextDocument[] = [];
    for (const name of ['killed-1.cable', 'killed-2.cable', 'killed-3.cable']) {
      await write(name, bell('0001'));
      documents.push(await vscode.workspace.openTextDocument(file(name)));
      await vscode.window.showTextDocument(documents.at(-1)!, { preview: false });
    }
    const edit = async (document: vscode.TextDocument, from: string, to: string): Promise<void> => {
      const change = new vscode.WorkspaceEdit();
      const at = document.getText().indexOf(from);
      change.replace(
        document.uri,
        new vscode.Range(document.positionAt(at), document.positionAt(at + from.length)),
        to,
      );
      assert.ok(await vscode.workspace.applyEdit(change));
    };
    // Wrong only in the editor, not on disk: what the new server knows it can have from the editor alone.
    for (const document of documents.slice(0, 2)) await edit(document, '#0001 346', '#0007 346');
    for (const document of documents.slice(0, 2)) await finds(document.uri, SERIAL);
    assert.ok(!codes(documents[2]!.uri).includes(SERIAL));

    for (let round = 0; round < 2; round++) {
      const [pid] = await until(servers, (all) => all.length === 1, 'one server');
      // Killed while it has much to do, and while a letter is typed.
      const asked = documents.flatMap(({ uri }) =>
        ['vscode.executeDocumentSymbolProvider', 'vscode.executeFoldingRangeProvider'].map((command) =>
          Promise.resolve(vscode.commands.executeCommand(command, uri)).catch(() => undefined),
        ),
      );
      process.kill(pid!, 'SIGKILL');
      await edit(documents[2]!, round ? '#0007 346' : '#0001 346', round ? '#0001 346' : '#0007 346');
      await Promise.all(asked);
      await until(servers, (all) => all.length === 1 && all[0] !== pid, 'another server');
      for (const document of documents) {
        const symbols = await until(
          () =>
            vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
              'vscode.executeDocumentSymbolProvider',
              document.uri,
            ),
          (all) => all?.length > 1,
          `the outline of ${document.uri.path}`,
        );
        assert.ok(
          symbols.some(({ name }) => name === '1. The bell rang.'),
          symbols.map(({ name }) => name).join(),
        );
      }
      await finds(documents[2]!.uri, SERIAL, round === 0);
      for (const document of documents.slice(0, 2)) await finds(document.uri, SERIAL);
    }
    for (const document of documents) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    // What counts crashes begins anew.
    await vscode.commands.executeCommand('cable.restartServer');
  }).timeout(120_000);
});

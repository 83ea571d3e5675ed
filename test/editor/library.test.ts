import * as vscode from 'vscode';
import assert from './assert';
import { file, known, nameOf, open, symbols, until, write } from './support';

/** Within this, in milliseconds, the library follows what happens to files outside the editor. */
const SOON = 2000;

const positionOf = (document: vscode.TextDocument, words: string, after = 0): vscode.Position => {
  const at = document.getText().indexOf(words);
  assert.ok(at >= 0, words);
  return document.positionAt(at + after);
};
/** Of several copies, the one in that file. */
const definition = async (
  document: vscode.TextDocument,
  at: vscode.Position,
  name: string,
): Promise<vscode.Location> => {
  const all = await until(
    () =>
      vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        at,
      ),
    (places) => places.length > 0,
    'a definition',
  );
  const found = all
    .map((each) =>
      'targetUri' in each ? new vscode.Location(each.targetUri, each.targetSelectionRange ?? each.targetRange) : each,
    )
    .find(({ uri }) => nameOf(uri) === name);
  assert.ok(found, JSON.stringify(all));
  return found;
};
const cable = (post: string, serial: number, ref: string): string =>
  `UNCLAS ${post} 00${serial}\n\nE.O. 13526: N/A\nTAGS: PREL, IT\nSUBJECT: A BELL IN THE HARBOR ${serial}\n\nREF: ${ref}\n\n1.  (U) The bell rang.\n\n2.  (U) It stopped.\n\nKETTERING\n`;

describe('the library', () => {
  let lusaka: vscode.TextDocument;
  before(async () => {
    await vscode.extensions.getExtension('cable-tools.diplomatic-cables')!.activate();
    lusaka = await open('06LUSAKA412.cable');
    await vscode.window.showTextDocument(lusaka);
    await known('06LUSAKA733', '06LUSAKA733.cable');
  });
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('leads from a reference to its cable', async () => {
    const place = await definition(lusaka, positionOf(lusaka, '05 STATE 201337', 4), '05STATE201337.cable');
    const target = await vscode.workspace.openTextDocument(place.uri);
    assert.match(target.lineAt(place.range.start.line).text, /^SUBJECT: TRAINING FOR INVESTIGATORS/);
  });

  it('leads from a letter in the text to its cable, and to the paragraph that is named', async () => {
    const document = await open('library/06LUSAKA733.cable');
    const place = await definition(document, positionOf(document, 'ref A, para 8', 1), '06LUSAKA412.cable');
    assert.match(lusaka.lineAt(place.range.start.line).text, /^¶8\./);
  });

  it('lists who cites a cable, whatever the spelling', async () => {
    const at = positionOf(lusaka, '06LUSAKA412', 3);
    const places = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      lusaka.uri,
      at,
    );
    const files = new Set(places.map(({ uri }) => nameOf(uri)));
    for (const name of [
      '06STATE61204.cable', // LUSAKA 0412
      '06DARESSALAAM611.cable', // LUSAKA 000412
      '06GENEVA904.cable', // (A) Lusaka 412
      '06LUSAKA733.cable',
      '07LUSAKA95.cable', // 06 LUSAKA 412
    ])
      assert.ok(files.has(name), `${name} in ${[...files].join()}`);
  });

  it('follows who cites whom as a hierarchy of calls', async () => {
    const document = await open('library/06STATE61204.cable');
    await vscode.window.showTextDocument(document);
    const [item] = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>(
      'vscode.prepareCallHierarchy',
      document.uri,
      positionOf(document, '06STATE61204', 3),
    );
    assert.equal(item?.name, '06 STATE 61204');
    const incoming = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
      'vscode.provideIncomingCalls',
      item,
    );
    assert.deepEqual(
      incoming.map(({ from }) => from.name),
      ['06 LUSAKA 733', '06 GENEVA 904', '07 LUSAKA 95'],
    );
    const outgoing = await vscode.commands.executeCommand<vscode.CallHierarchyOutgoingCall[]>(
      'vscode.provideOutgoingCalls',
      item,
    );
    assert.deepEqual(
      outgoing.map(({ to }) => to.name),
      ['06 LUSAKA 412', '05 STATE 201337'],
    );
    const further = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
      'vscode.provideIncomingCalls',
      incoming[2]!.from,
    );
    assert.deepEqual(
      further.map(({ from }) => from.name),
      ['07 STATE 20447'],
    );
  });

  it('finds cables by number, subject, TAGS and date', async () => {
    for (const [query, name] of [
      ['06LUSAKA412', '06LUSAKA412.cable'],
      ['fishing camps', '06DARESSALAAM611.cable'],
      ['seismic guidance', '07STATE112940.cable'],
      ['2007-06-14', '07ANKARA1602.cable'],
    ] as const) {
      const [first] = await symbols(query);
      assert.equal(first && nameOf(first.location.uri), name, query);
    }
  });

  it('says above a cable how many cite it, and shows them', async () => {
    await vscode.window.showTextDocument(lusaka);
    const lens = await until(
      async () =>
        (
          await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', lusaka.uri, 10)
        ).find(({ command }) => /^cited by/.test(command?.title ?? '')),
      (found) => found !== undefined,
      'a lens',
    );
    assert.match(lens!.command!.title, /^cited by 5 cables, cites 2/);
    assert.equal(lens!.command!.command, 'cable.showCiting');
    await vscode.commands.executeCommand('cable.showCiting', ...lens!.command!.arguments!);
  });

  it('has no lens where the setting says so', async () => {
    const settings = vscode.workspace.getConfiguration('cable.codeLens');
    const lenses = () =>
      vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', lusaka.uri);
    await settings.update('citations', false, vscode.ConfigurationTarget.Global);
    await until(lenses, (found) => found.length === 0, 'no lens');
    await settings.update('citations', undefined, vscode.ConfigurationTarget.Global);
    await until(lenses, (found) => found.length === 1, 'the lens again');
  });

  it('follows files that are added, renamed, changed and deleted on disk, within two seconds', async () => {
    const took: string[] = [];
    const within = async (what: string, work: () => PromiseLike<unknown>, seen: () => Promise<unknown>) => {
      await work();
      const start = Date.now();
      await seen();
      took.push(`${what} ${Date.now() - start} ms`);
      assert.ok(Date.now() - start < SOON, took.join(', '));
    };
    const citers = async () => {
      const [item] = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>(
        'vscode.prepareCallHierarchy',
        lusaka.uri,
        positionOf(lusaka, '06LUSAKA412', 3),
      );
      const calls = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
        'vscode.provideIncomingCalls',
        item,
      );
      return calls.map(({ from }) => nameOf(from.uri));
    };
    await within(
      'added',
      () => write('harbor-bell.cable', cable('ROME', 9731, '06 LUSAKA 412')),
      () => known('harbor 9731', 'harbor-bell.cable'),
    );
    assert.ok((await citers()).includes('harbor-bell.cable'));
    await within(
      'renamed',
      () => vscode.workspace.fs.rename(file('harbor-bell.cable'), file('bell.cable')),
      async () => {
        await known('harbor 9731', 'bell.cable');
        await known('harbor 9731', 'harbor-bell.cable', false);
      },
    );
    await within(
      'changed',
      () => write('bell.cable', cable('ROME', 9732, '06 LUSAKA 413')),
      async () => {
        await known('harbor 9732', 'bell.cable');
        await known('harbor 9731', 'bell.cable', false);
      },
    );
    assert.ok(!(await citers()).includes('bell.cable'));
    await within(
      'deleted',
      () => vscode.workspace.fs.delete(file('bell.cable')),
      () => known('harbor 9732', 'bell.cable', false),
    );
    console.log(`      ${took.join(', ')}`);
  });

  it('knows an open cable by its present text', async () => {
    await write('typed.cable', cable('ROME', 9741, 'ROME 12'));
    const document = await open('typed.cable');
    const at = positionOf(document, 'ROME 12');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(at, at.translate(0, 7)), '07 STATE 112940');
    await vscode.workspace.applyEdit(edit);
    const state = await open('library/07STATE112940.cable');
    await until(
      () =>
        vscode.commands.executeCommand<vscode.Location[]>(
          'vscode.executeReferenceProvider',
          state.uri,
          positionOf(state, '07STATE112940', 3),
        ),
      (places) => places.some(({ uri }) => nameOf(uri) === 'typed.cable'),
      'the citation that was typed',
    );
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(document.uri);
  });

  it('draws who cites whom in a panel of its own, once', async () => {
    await vscode.window.showTextDocument(lusaka);
    const pictures = () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('cable.graph'))
        .map(({ label }) => label);
    await vscode.commands.executeCommand('cable.showReferenceGraph');
    await until(pictures, (labels) => labels.includes('References of 06 LUSAKA 412'), 'the picture');
    await vscode.window.showTextDocument(await open('library/07ATHENS1801.cable'), vscode.ViewColumn.One);
    await vscode.commands.executeCommand('cable.showReferenceGraph');
    await until(pictures, (labels) => labels.join() === 'References of 07 ATHENS 1801', 'the same panel');
  });

  it('has commands for its lists', async () => {
    const commands = await vscode.commands.getCommands(true);
    const { contributes } = vscode.extensions.getExtension('cable-tools.diplomatic-cables')!.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    for (const { command } of contributes.commands) assert.ok(commands.includes(command), command);
  });
});

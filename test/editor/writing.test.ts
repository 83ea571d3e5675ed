import * as vscode from 'vscode';
import assert from './assert';
import { bell, folder, open, until, write } from './support';

const positionOf = (document: vscode.TextDocument, words: string, after = 0): vscode.Position => {
  const at = document.getText().indexOf(words);
  assert.ok(at >= 0, words);
  return document.positionAt(at + after);
};
const MESSY =
  'UNCLAS ROME 000128\n\nE.O. 13526: N/A\nTAGS:   EFIS,IT\nSUBJECT: NETS\n\n1.  (U) The fishers asked for new nets, and the harbor master wrote down how many there were.\n\nKETTERING\n';
const execute = vscode.commands.executeCommand;

describe('writing and reading', () => {
  const extension = vscode.extensions.getExtension('cable-tools.diplomatic-cables')!;
  let lusaka: vscode.TextDocument;
  before(async () => {
    await extension.activate();
    lusaka = await open('06LUSAKA412.cable');
  });

  it('has every command that it contributes', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    const { commands } = extension.packageJSON.contributes as { commands: readonly { command: string }[] };
    assert.deepEqual(
      commands.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
    assert.ok(commands.some(({ command }) => command === 'cable.openReadingView'));
  });

  it('formats a cable', async () => {
    await write('messy.cable', MESSY);
    const { uri, lineAt } = await open('messy.cable');
    const edits = await until(
      () => execute<vscode.TextEdit[]>('vscode.executeFormatDocumentProvider', uri, { tabSize: 4, insertSpaces: true }),
      (found) => found?.length > 0,
      'edits',
    );
    const edit = new vscode.WorkspaceEdit();
    edit.set(uri, edits);
    await vscode.workspace.applyEdit(edit);
    assert.equal(lineAt(3).text, 'TAGS: EFIS, IT');
    assert.equal(lineAt(6).text, '1.  (U) The fishers asked for new nets, and the harbor master wrote');
    assert.equal(lineAt(7).text, 'down how many there were.');
  });

  it('renames the letter of a reference, wherever it stands', async () => {
    const edit = await until(
      () =>
        execute<vscode.WorkspaceEdit>(
          'vscode.executeDocumentRenameProvider',
          lusaka.uri,
          positionOf(lusaka, 'ref A can', 4),
          'C',
        ),
      (found) => found?.size > 0,
      'an edit',
    );
    const edits = edit.get(lusaka.uri);
    assert.equal(edits.length, lusaka.getText().match(/\bref A\b/g)!.length + 1);
    for (const { range, newText } of edits) assert.deepEqual([lusaka.getText(range), newText], ['A', 'C']);
  });

  it('grows a selection from a word to the paragraph and on', async () => {
    const at = positionOf(lusaka, 'port clinic');
    const [word] = await until(
      () => execute<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', lusaka.uri, [at]),
      (found) => found?.length > 0,
      'a selection',
    );
    const texts: string[] = [];
    for (let each: vscode.SelectionRange | undefined = word; each; each = each.parent)
      texts.push(lusaka.getText(each.range));
    assert.equal(texts[0], 'port');
    assert.ok(texts.some((text) => text.startsWith('¶3.') && /from the clinic\.\s*$/.test(text)));
    for (let i = 1; i < texts.length; i++) assert.ok(texts[i]!.length > texts[i - 1]!.length);
  });

  it('gives words the types of its own legend', async () => {
    const legend = await until(
      () => execute<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', lusaka.uri),
      (found) => found?.tokenTypes.length > 0,
      'a legend',
    );
    const { data } = await execute<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', lusaka.uri);
    const types = new Map<string, string>();
    let [line, character] = [0, 0];
    for (let i = 0; i < data.length; i += 5) {
      if (data[i]) character = 0;
      line += data[i]!;
      character += data[i + 1]!;
      const range = new vscode.Range(line, character, line, character + data[i + 2]!);
      types.set(lusaka.getText(range), legend.tokenTypes[data[i + 3]!]!);
    }
    assert.ok(types.size > 10, [...types].join());
    const { semanticTokenTypes } = extension.packageJSON.contributes as {
      semanticTokenTypes: readonly { id: string }[];
    };
    const own = new Set(semanticTokenTypes.map(({ id }) => id));
    assert.ok(own.has(types.get('GRZ') ?? types.get("GRZ's") ?? ''), [...types].join());
  });

  it('hints at times, countries and acronyms when it is asked to', async () => {
    const hints = async () => {
      const all = await execute<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        lusaka.uri,
        new vscode.Range(0, 0, 40, 0),
      );
      return all.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
    };
    assert.deepEqual(await hints(), []);
    const settings = vscode.workspace.getConfiguration('cable.inlayHints', folder());
    const names = ['localTime', 'countries', 'acronyms'];
    for (const name of names) await settings.update(name, true, vscode.ConfigurationTarget.Workspace);
    await until(
      hints,
      (all) => all.includes('Zambia') && all.includes('political officer') && all.some((each) => /Mar 2006/.test(each)),
      'hints',
    );
    for (const name of names) await settings.update(name, undefined, vscode.ConfigurationTarget.Workspace);
    await until(hints, (all) => all.length === 0, 'no hints');
  });

  it('joins the pages of a cable, wherever the cursor stands', async () => {
    await write('pages.cable', lusaka.getText());
    const document = await open('pages.cable');
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(0, 0, 0, 0) });
    await execute('cable.joinPages');
    assert.ok(!/SECTION|OF 03/.test(document.getText()), document.getText());
    await execute('workbench.action.files.revert');
    await execute('workbench.action.closeActiveEditor');
  });

  it('does every command, however fast they come', async () => {
    const bells = ['The first.', 'The second.', 'The third.', 'The fourth.'];
    const written = (order: readonly number[]): string =>
      bell('0001', order.map((paragraph, i) => `${i + 1}.  ${bells[paragraph]}`).join('\n\n'));
    await write('fast.cable', written([0, 1, 2, 3]));
    const document = await open('fast.cable');
    const times = (command: string): Promise<unknown> => Promise.all([1, 2, 3].map(() => execute(command)));
    // The findings of one change arrive while the next is under way.
    for (const after of [0, 1, 4, 8, '1.  The first.'.length]) {
      const at = positionOf(document, '1.  The first.', after);
      await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
      await times('cable.moveParagraphDown');
      assert.equal(document.getText(), written([1, 2, 3, 0]));
      await times('cable.moveParagraphUp');
      assert.equal(document.getText(), written([0, 1, 2, 3]));
    }
    await execute('workbench.action.files.revert');
    await execute('workbench.action.closeActiveEditor');
  });
});

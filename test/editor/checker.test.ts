import * as vscode from 'vscode';
import assert from './assert';
import { bell, codes, file, finds, folder, known, open, until, write } from './support';

/** One certain finding (FL3 repeats another number), one that only the drafter decides, and one of style. */
const SPOILT = bell('0002', '1.  The bell rang.\n\n3.  It stopped.');
const SERIAL = 'xref/ssn-serial';
const SEQUENCE = 'body/paragraph-sequence';

/** @param resolved so many of them with their edits, as when they are chosen */
const actions = (
  document: vscode.TextDocument,
  at: string,
  kind?: string,
  resolved?: number,
): Thenable<vscode.CodeAction[]> => {
  const start = document.positionAt(document.getText().indexOf(at));
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(start, start.translate(0, 1)),
    kind,
    resolved,
  );
};
const action = async (
  document: vscode.TextDocument,
  at: string,
  title: string | RegExp,
): Promise<vscode.CodeAction> => {
  const all = await until(
    () => actions(document, at),
    (list) => list.some((each) => each.title.match(title)),
    `an action ${title}`,
  );
  return all.find((each) => each.title.match(title))!;
};

describe('the checker', () => {
  before(() => vscode.extensions.getExtension('cable-tools.diplomatic-cables')!.activate());
  let count = 0;
  /** A fresh cable, opened. */
  const spoilt = async (text = SPOILT): Promise<vscode.TextDocument> => {
    const name = `spoilt-${++count}.cable`;
    await write(name, text);
    const document = await open(name);
    await vscode.window.showTextDocument(document);
    await finds(document.uri, SERIAL);
    return document;
  };
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('links each finding to the page of its rule, and to the other line', async () => {
    const { uri } = await spoilt();
    const found = vscode.languages
      .getDiagnostics(uri)
      .find(({ code }) => typeof code === 'object' && code.value === SERIAL)!;
    const { target } = found.code as { target: vscode.Uri };
    assert.match(target.path, /docs\/rules\/xref\/ssn-serial\.md$/);
    assert.match((await vscode.workspace.openTextDocument(target)).getText(), /^# xref\/ssn-serial/);
    const [other] = found.relatedInformation!;
    assert.equal(other!.location.range.start.line, 8);
    assert.equal(found.range.start.line, 2);
  });

  it('mends one finding', async () => {
    const document = await spoilt();
    const fix = await action(document, '0002', 'Change to 0001');
    assert.equal(fix.isPreferred, true);
    assert.ok(await vscode.workspace.applyEdit(fix.edit!));
    await finds(document.uri, SERIAL, false);
    assert.equal(document.getText(), SPOILT.replaceAll('#0002', '#0001'));
  });

  it('mends all of a cable on saving, when asked to', async () => {
    const settings = vscode.workspace.getConfiguration('editor', { languageId: 'cable' });
    const set = (value: object | undefined) =>
      settings.update('codeActionsOnSave', value, vscode.ConfigurationTarget.Global, true);
    await set({ 'source.fixAll.cable': 'explicit' });
    const document = await spoilt();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(14, 4), 'In the morning ');
    await vscode.workspace.applyEdit(edit);
    assert.ok(await document.save());
    await set(undefined);
    assert.match(document.getText(), /DE RUEHRO #0001[\s\S]*TAGS: PREL[\s\S]*2\. {2}It stopped/);
    await finds(document.uri, SEQUENCE, false);
  });

  it('obeys the settings, at once', async () => {
    const { uri } = await spoilt();
    const settings = vscode.workspace.getConfiguration('cable');
    await settings.update('rules', { 'xref/*': 'off' }, vscode.ConfigurationTarget.Global);
    await finds(uri, SERIAL, false);
    await settings.update('rules', { [SERIAL]: 'error' }, vscode.ConfigurationTarget.Global);
    await until(
      () => vscode.languages.getDiagnostics(uri).find(({ code }) => typeof code === 'object' && code.value === SERIAL),
      (found) => found?.severity === vscode.DiagnosticSeverity.Error,
      'an error',
    );
    await settings.update('rules', undefined, vscode.ConfigurationTarget.Global);
  });

  it('obeys .cablerc.json, and its changes', async () => {
    const { uri } = await spoilt();
    await write('.cablerc.json', JSON.stringify({ rules: { [SERIAL]: 'off' } }));
    await finds(uri, SERIAL, false);
    await write('.cablerc.json', JSON.stringify({ overrides: [{ files: 'spoilt-*', rules: { [SEQUENCE]: 'off' } }] }));
    await finds(uri, SERIAL);
    await finds(uri, SEQUENCE, false);
    await vscode.workspace.fs.delete(file('.cablerc.json'));
    await finds(uri, SEQUENCE);
  });

  it('silences one finding by an action, which writes the configuration', async () => {
    const document = await spoilt();
    const silence = await action(document, '3.  It', /^Silence body\/paragraph-sequence/);
    assert.ok(await vscode.workspace.applyEdit(silence.edit!));
    await finds(document.uri, SEQUENCE, false);
    assert.ok(codes(document.uri).includes(SERIAL));
    const config = await open('.cablerc.json');
    await config.save();
    const { silence: entries } = JSON.parse(config.getText()) as { silence: { rule: string; line: string }[] };
    assert.deepEqual(
      entries.map(({ rule, line }) => [rule, line]),
      [[SEQUENCE, '3. It stopped.']],
    );
    await vscode.workspace.fs.delete(file('.cablerc.json'));
    await finds(document.uri, SEQUENCE);
  });

  it('says what is wrong in a configuration, at its place', async () => {
    await spoilt();
    await write('.cablerc.json', '{\n  "extends": "gone.json"\n}\n');
    const { uri } = await open('.cablerc.json');
    await vscode.window.showTextDocument(uri);
    const found = await until(
      () => vscode.languages.getDiagnostics(uri).find(({ source }) => source === 'cable'),
      (problem) => problem !== undefined,
      'a problem',
    );
    assert.match(found!.message, /`gone\.json` cannot be read/);
    assert.deepEqual([found!.range.start.line, found!.range.start.character], [1, 13]);
    await vscode.workspace.fs.delete(file('.cablerc.json'));
  });

  it('offers to rewrite: numbers, TAGS, lines that are missing', async () => {
    const document = await spoilt(
      SPOILT.replace('TAGS PREL, IT', 'TAGS: prel IT  PREL').replace('SUBJECT: A BELL\n', ''),
    );
    const rewrite = 'refactor.rewrite.cable';
    const titles = (await actions(document, 'TAGS', rewrite)).map(({ title }) => title);
    assert.ok(titles.includes('Put the TAGS line in order'), titles.join());
    assert.ok(titles.includes('Insert the SUBJECT line'), titles.join());
    const title = 'Renumber the paragraphs';
    const listed = async (resolved?: number) =>
      (await actions(document, '3.  It', rewrite, resolved)).find((each) => each.title === title)!;
    // Made when it is chosen, and at once for who names it.
    assert.equal((await listed()).edit, undefined);
    const renumber = await listed(10);
    const [named] = await actions(document, '3.  It', `${rewrite}.renumber`);
    assert.deepEqual(named!.edit!.entries(), renumber.edit!.entries());
    await vscode.workspace.applyEdit(renumber.edit!);
    assert.match(document.getText(), /\n2\. {2}It stopped/);
  });

  it('checks all cables of the workspace, those not open too', async () => {
    await write('never-opened.cable', SPOILT);
    // What happens to a file after it was checked makes its findings untrue: that it is new has to be told before.
    await known('06 ROME 1', 'never-opened.cable');
    const result = await vscode.commands.executeCommand<{ files: number; warnings: number; cancelled: boolean }>(
      'cable.checkWorkspace',
    );
    assert.ok(result.files > 10 && result.warnings > 0 && !result.cancelled, JSON.stringify(result));
    const uri = file('never-opened.cable');
    await finds(uri, SERIAL);
    assert.ok(!vscode.workspace.textDocuments.some((each) => each.uri.toString() === uri.toString()));
    // Once it is open its own diagnostics take their place, each once.
    await vscode.window.showTextDocument(await open('never-opened.cable'));
    await until(
      () => codes(uri).filter((code) => code === SERIAL).length,
      (times) => times === 1,
      'one finding',
    );
    await vscode.workspace.fs.delete(uri);
    assert.ok(folder());
  });
});

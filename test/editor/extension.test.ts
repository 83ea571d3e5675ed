import * as vscode from 'vscode';
import assert from './assert';
import { codes, file, open, until, write } from './support';

const symbols = (uri: vscode.Uri) =>
  until(
    () => vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri),
    (found) => found?.length > 0,
    'symbols',
  );

async function hoverText(document: vscode.TextDocument, word: string): Promise<string> {
  const at = document.positionAt(document.getText().search(new RegExp(`\\b${word}\\b`)) + 1);
  const hovers = await until(
    () => vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at),
    (found) => found?.length > 0,
    `a hover on ${word}`,
  );
  return hovers
    .flatMap((hover) => hover.contents.map((content) => (typeof content === 'string' ? content : content.value)))
    .join('\n');
}

const nameOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);
describe('the extension', () => {
  before(() => vscode.extensions.getExtension('cable-tools.diplomatic-cables')!.activate());

  it('opens .cable files as cables', async () => {
    assert.equal((await open('06LUSAKA412.cable')).languageId, 'cable');
  });

  it('takes no station serial for a colour: VS Code puts a box before #0412 wherever it may', async () => {
    const { uri } = await open('06LUSAKA412.cable');
    const scope = { uri, languageId: 'cable' };
    assert.equal(vscode.workspace.getConfiguration('editor', scope).get('colorDecorators'), false);
  });

  it('opens a plain text that is a cable as one, and leaves other texts alone', async () => {
    const cable = file('from-an-archive.txt');
    await vscode.workspace.fs.copy(file('06LUSAKA412.cable'), cable, { overwrite: true });
    await write('prose.txt', 'Notes on cables\n\nTags: history, archives\n');
    await open('prose.txt');
    await open('from-an-archive.txt');
    const languageOf = (uri: vscode.Uri) =>
      vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString())?.languageId;
    await until(
      () => languageOf(cable),
      (language) => language === 'cable',
      'the language',
    );
    assert.ok((await symbols(cable)).length > 1);
    assert.equal(languageOf(file('prose.txt')), 'plaintext');
    // A reader who wants it plain keeps it plain.
    const plain = await vscode.languages.setTextDocumentLanguage(await open('from-an-archive.txt'), 'plaintext');
    await symbols((await open('06LUSAKA412.cable')).uri);
    assert.equal(plain.languageId, 'plaintext');
  });

  it('takes a cable pasted into a new plain text for one', async () => {
    const text = (await open('06LUSAKA412.cable')).getText();
    const { uri } = await vscode.workspace.openTextDocument({ language: 'plaintext', content: '' });
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), text);
    await vscode.workspace.applyEdit(edit);
    await until(
      () => vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString())?.languageId,
      (language) => language === 'cable',
      'the language',
    );
  });

  it('lists header, summary, sections and paragraphs', async () => {
    const { uri } = await open('06LUSAKA412.cable');
    const outline = await symbols(uri);
    const names = outline.map(({ name }) => name);
    assert.ok(names.includes('Header'));
    assert.ok(outline.some(({ detail }) => detail === 'summary'));
    const comment = outline.find(({ name }) => name === 'Comment');
    assert.match(comment!.children[0]!.name, /^\d+\. /);
  });

  it('explains TAGS, acronyms and the date-time group', async () => {
    const document = await open('06LUSAKA412.cable');
    assert.match(await hoverText(document, 'PHUM'), /Human Rights/);
    assert.match(await hoverText(document, 'UNHCR'), /Refugees/);
    assert.match(await hoverText(document, 'SIPDIS'), /SIPRNet/);
  });

  it('reports an impossible date and forgets it when it is mended', async () => {
    const document = await open('06LUSAKA412.cable');
    const found = /\d{6}Z/.exec(document.getText())!;
    const day = new vscode.Range(document.positionAt(found.index), document.positionAt(found.index + 2));
    const before = document.getText(day);
    const replace = async (text: string) => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(document.uri, day, text);
      await vscode.workspace.applyEdit(edit);
    };
    await vscode.window.showTextDocument(document);
    await replace('39');
    await until(
      () => codes(document.uri),
      (all) => all.includes('header/dtg-invalid-date'),
      'the finding',
    );
    await replace(before);
    await until(
      () => codes(document.uri),
      (all) => !all.includes('header/dtg-invalid-date'),
      'no finding',
    );
  });

  it('folds', async () => {
    const { uri } = await open('07ANKARA1893.cable');
    const ranges = await until(
      () => vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', uri),
      (found) => found?.length > 5,
      'folding ranges',
    );
    assert.ok(ranges.every(({ start, end }) => start < end));
  });

  it('completes codes on the TAGS line', async () => {
    const document = await open('06LUSAKA412.cable');
    const at = document.positionAt(document.getText().indexOf('TAGS:') + 'TAGS: '.length);
    const list = await until(
      () =>
        vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at),
      ({ items }) => items.some((item) => nameOf(item) === 'PGOV'),
      'the codes',
    );
    assert.ok(list.items.every((item) => nameOf(item) !== 'PHUM'));
  });

  it('finds the uses of an acronym', async () => {
    const document = await open('06LUSAKA412.cable');
    const at = document.positionAt(document.getText().indexOf('NGO') + 1);
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      at,
    );
    assert.ok(found.length > 1, String(found.length));
  });

  it('takes the glossary of the workspace into account, and its changes', async () => {
    const document = await open('06LUSAKA412.cable');
    const cardSays = (words: RegExp, wanted: boolean) =>
      until(
        () => hoverText(document, 'UNHCR'),
        (text) => words.test(text) === wanted,
        `a card ${wanted ? 'with' : 'without'} ${words}`,
      );
    await write('cable-glossary.json', '{ "UNHCR": "United Nations Harbour Club of Rome" }');
    await cardSays(/Harbour Club/, true);
    await vscode.workspace.fs.delete(file('cable-glossary.json'));
    await cardSays(/Harbour Club/, false);
  });

  it('takes the glossary of the settings into account', async () => {
    const document = await open('06LUSAKA412.cable');
    const settings = vscode.workspace.getConfiguration('cable');
    await settings.update('glossary', { UNHCR: 'Union of Harbours' }, vscode.ConfigurationTarget.Global);
    await until(
      () => hoverText(document, 'UNHCR'),
      (text) => /Union of Harbours/.test(text),
      'the meaning of the settings',
    );
    await settings.update('glossary', undefined, vscode.ConfigurationTarget.Global);
  });

  it('opens the glossary of a cable as a page', async () => {
    await vscode.window.showTextDocument(await open('06LUSAKA412.cable'));
    await vscode.commands.executeCommand('cable.showGlossary');
    const page = await until(
      () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'cable-glossary'),
      (document) => document !== undefined,
      'the page',
    );
    assert.match(page!.getText(), /^# Glossary of 06LUSAKA412[\s\S]*\*\*UNHCR\*\*/);
  });

  it('works again after a restart of the server', async () => {
    await vscode.commands.executeCommand('cable.restartServer');
    const document = await open('94LISBON2210.cable');
    assert.ok((await symbols(document.uri)).length > 1);
  });
});

import * as vscode from 'vscode';
import assert from '../editor/assert';
import { codes, file, finds, folder, known, open, symbols, until, write } from '../editor/support';

const { fs } = vscode.workspace;
const cable = (serial: number, subject: string): string =>
  `R 121200Z DEC 06\nFM AMEMBASSY ROME\nTO SECSTATE WASHDC\nBT\nUNCLAS ROME 00${serial}\n\nE.O. 12958: N/A\nTAGS PREL, IT\nSUBJECT: ${subject}\n\nREF: ROME ${serial - 1}\n\n1.  (U) The bell rang.\n\n3.  (U) It stopped.\n\nKETTERING\nBT\n`;
const SEQUENCE = 'body/paragraph-sequence';
const show = async (name: string): Promise<vscode.Uri> => {
  const document = await open(name);
  await vscode.window.showTextDocument(document);
  return document.uri;
};

/** Files of another scheme, in no folder of the workspace: what an archive's extension would show. */
class Elsewhere implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  readonly bytes = new TextEncoder().encode(cable(9100, 'A BELL ELSEWHERE'));
  watch = () => new vscode.Disposable(() => {});
  readDirectory = () => [];
  readFile = () => this.bytes;
  stat = () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.bytes.length });
  createDirectory = () => {};
  writeFile = () => {};
  delete = () => {};
  rename = () => {};
}

describe('in a browser', () => {
  before(async () => {
    await vscode.extensions.getExtension('cable-tools.diplomatic-cables')!.activate();
    await show('06LUSAKA412.cable');
    await known('06LUSAKA412', '06LUSAKA412.cable');
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('there is no Node and no disk', () => {
    assert.equal(typeof (globalThis as { process?: { versions?: object } }).process?.versions, 'undefined');
    assert.equal(folder().scheme, 'web-folder');
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
  });

  it('the library has the cables of all folders, in any encoding', async () => {
    for (let at = 1; at <= 240; at++) await write(`many/${at % 7}/${at}.cable`, cable(9200 + at, `BELL ${at} OF MANY`));
    const french = new TextEncoder().encode(cable(9198, 'A CAF_ IN ROME'));
    await fs.writeFile(
      file('many/latin.cable'),
      french.map((byte) => (byte === 0x5f ? 0xc9 : byte)),
    );
    await write('many/notes.txt', 'Notes on bells.\n');
    await write('many/found.txt', cable(9199, 'A BELL IN A TEXT FILE'));
    await known('06 ROME 9440', '240.cable');
    await known('06 ROME 9198', 'latin.cable');
    assert.ok((await symbols('CAFÉ IN ROME')).length > 0);
    // Those of .txt files have their files' names.
    const texts = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'bell in a text file',
    );
    assert.ok(texts.some(({ location }) => location.uri.path.endsWith('/many/found.txt')));
    const first = await open('many/2/9.cable');
    const at = first.positionAt(first.getText().indexOf('REF: ROME') + 'REF: RO'.length);
    const places = await until(
      () =>
        vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
          'vscode.executeDefinitionProvider',
          first.uri,
          at,
        ),
      (found) => found.length > 0,
      'the cable that is cited',
    );
    const [place] = places;
    assert.match(('targetUri' in place! ? place.targetUri : place!.uri).path, /\/many\/1\/8\.cable$/);
    await fs.delete(file('many'), { recursive: true });
    await known('06 ROME 9440', '240.cable', false);
  });

  it('a configuration extends another, and both are followed when they change', async () => {
    await write('rules/quiet.cablerc.json', JSON.stringify({ rules: { [SEQUENCE]: 'off' } }));
    await write('drafts/.cablerc.json', '{ "extends": "../rules/quiet.cablerc.json" }');
    await write('drafts/bell.cable', cable(9300, 'A BELL'));
    const uri = await show('drafts/bell.cable');
    // Checked, and at once as it is configured.
    await finds(uri, 'header/label-colon');
    assert.ok(!codes(uri).includes(SEQUENCE));
    await write('rules/quiet.cablerc.json', '{}');
    await finds(uri, SEQUENCE);
    await write('drafts/.cablerc.json', JSON.stringify({ rules: { [SEQUENCE]: 'off' } }));
    await finds(uri, SEQUENCE, false);
    await fs.delete(file('drafts/.cablerc.json'));
    await finds(uri, SEQUENCE);
    await fs.delete(file('drafts'), { recursive: true });
    await fs.delete(file('rules'), { recursive: true });
  });

  it('a cable of elsewhere is understood and checked, and is not in the library', async () => {
    const provider = vscode.workspace.registerFileSystemProvider('elsewhere', new Elsewhere(), { isReadonly: true });
    const uri = vscode.Uri.from({ scheme: 'elsewhere', authority: 'archive', path: '/bell.cable' });
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await finds(uri, SEQUENCE);
    const outline = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    assert.ok(outline.length > 1);
    await known('06LUSAKA412', '06LUSAKA412.cable');
    assert.ok((await symbols('06 ROME 9100')).length === 0);
    provider.dispose();
  });

  it('what is left out is left out', async () => {
    const settings = vscode.workspace.getConfiguration('cable.library');
    await write('kept/1.cable', cable(9401, 'A KEPT BELL'));
    await write('old/2.cable', cable(9402, 'AN OLD BELL'));
    await known('06 ROME 9402', '2.cable');
    await write('.gitignore', 'old/\n');
    await settings.update('useIgnoreFiles', true, vscode.ConfigurationTarget.Global);
    await known('06 ROME 9402', '2.cable', false);
    await known('06 ROME 9401', '1.cable');
    await settings.update('useIgnoreFiles', undefined, vscode.ConfigurationTarget.Global);
    await known('06 ROME 9402', '2.cable');
    await settings.update('exclude', ['kept/'], vscode.ConfigurationTarget.Global);
    await known('06 ROME 9401', '1.cable', false);
    await settings.update('exclude', undefined, vscode.ConfigurationTarget.Global);
    await known('06 ROME 9401', '1.cable');
    for (const name of ['.gitignore', 'kept', 'old']) await fs.delete(file(name), { recursive: true });
  });
});

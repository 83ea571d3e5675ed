import assert from 'node:assert/strict';
import { artifact } from '../../../server/src/cli/reporters/sarif';
import {
  asOnDisk,
  childPath,
  isSamePath,
  pathOfUri,
  portablePath,
  uriOfPath,
  withoutEnd,
} from '../../../server/src/files/paths';

const table = (
  title: string,
  of: (given: string) => string | null,
  rows: readonly (readonly [string, string | null])[],
) => {
  for (const [given, wanted] of rows) it(`${title}: ${given}`, () => assert.equal(of(given), wanted));
};

describe('paths of Windows', () => {
  table('as we write it', (path) => portablePath(path, 'win32'), [
    ['C:\\Cables\\06ROME1.cable', 'C:/Cables/06ROME1.cable'],
    ['c:\\Cables\\06ROME1.cable', 'C:/Cables/06ROME1.cable'],
    ['c:/Cables\\sub/06ROME1.cable', 'C:/Cables/sub/06ROME1.cable'],
    ['C:\\Cables\\', 'C:/Cables'],
    ['C:\\', 'C:/'],
    ['C:\\Cables\\.\\sub\\..\\a b.cable', 'C:/Cables/a b.cable'],
    ['\\\\server\\share\\Cables\\x.cable', '//server/share/Cables/x.cable'],
    ['//server/share/Cables/x.cable', '//server/share/Cables/x.cable'],
    ['\\\\?\\C:\\Cables\\x.cable', 'C:/Cables/x.cable'],
    ['\\\\?\\UNC\\server\\share\\x.cable', '//server/share/x.cable'],
    ['D:\\Übersicht\\50% #1 é.cable', 'D:/Übersicht/50% #1 é.cable'],
  ]);
  table('of an address', (uri) => pathOfUri(uri, 'win32'), [
    ['file:///c%3A/Users/a/06ROME1.cable', 'C:/Users/a/06ROME1.cable'],
    ['file:///C:/Users/a/06ROME1.cable', 'C:/Users/a/06ROME1.cable'],
    ['file:///c:/Users/a%20b/50%25%20%231%20%C3%A9.cable', 'C:/Users/a b/50% #1 é.cable'],
    ['FILE:///c%3a/x.cable', 'C:/x.cable'],
    ['file://server/share/x%20y.cable', '//server/share/x y.cable'],
    ['file:///no/drive.cable', null],
    ['untitled:Untitled-1', null],
    ['vscode-vfs://github/x/y.cable', null],
    ['nonsense', null],
  ]);
  for (const path of ['C:/Cables/06ROME1.cable', 'C:/a b/50% #1 é?.cable', '//server/share/x y.cable', 'C:/'])
    it(`there and back: ${path}`, () => assert.equal(pathOfUri(uriOfPath(path, 'win32'), 'win32'), path));
  it('have one address, however a client writes it', () => {
    const ways = ['file:///c%3A/A%20b/x.cable', 'file:///C:/A b/x.cable', 'file:///c:/A%20b/x.cable'];
    const one = new Set(ways.map((uri) => uriOfPath(pathOfUri(uri, 'win32')!, 'win32')));
    assert.deepEqual([...one], ['file:///C:/A%20b/x.cable']);
  });
  it('of what lies in a folder are written as the folder is', () => {
    const child = (folder: string) => childPath(withoutEnd(folder, 'win32'), 'x.cable', 'win32');
    assert.equal(child('C:\\Cables'), 'C:\\Cables\\x.cable');
    assert.equal(child('C:\\Cables\\'), 'C:\\Cables\\x.cable');
    assert.equal(child('C:\\Cables\\\\'), 'C:\\Cables\\x.cable');
    assert.equal(child('C:/Cables/'), 'C:/Cables/x.cable');
    assert.equal(child('C:\\'), 'C:\\x.cable');
    assert.equal(child('C:'), 'C:x.cable');
    assert.equal(child('cables'), 'cables\\x.cable');
    assert.equal(child('.'), '.\\x.cable');
    assert.equal(child('\\\\server\\share\\'), '\\\\server\\share\\x.cable');
  });
});

describe('artifacts of SARIF', () => {
  const rows: readonly (readonly [NodeJS.Platform, string, string])[] = [
    ['win32', 'C:\\Cables\\a b.cable', 'file:///C:/Cables/a%20b.cable'],
    ['win32', '\\\\server\\share\\x.cable', 'file://server/share/x.cable'],
    ['win32', '.\\in\\a b.cable', 'in/a%20b.cable'],
    ['win32', 'in/50%\\é.cable', 'in/50%25/%C3%A9.cable'],
    ['linux', '/cables/a b.cable', 'file:///cables/a%20b.cable'],
    ['linux', './in/back\\slash.cable', 'in/back%5Cslash.cable'],
  ];
  for (const [platform, name, uri] of rows)
    it(`${name} on ${platform}`, () => assert.equal(artifact(name, platform).uri, uri));
});

describe('paths of Linux', () => {
  table('as we write it', (path) => portablePath(path, 'linux'), [
    ['/cables/C:\\x.cable', '/cables/C:\\x.cable'],
    ['/cables/06ROME1.cable', '/cables/06ROME1.cable'],
  ]);
  table('of an address', (uri) => pathOfUri(uri, 'linux'), [
    ['file:///cables/a%20b/50%25%20%231%20%C3%A9.cable', '/cables/a b/50% #1 é.cable'],
    ['file:///c%3A/x.cable', '/c:/x.cable'],
    ['file:///cables/e%CC%81.cable', '/cables/e\u0301.cable'],
    ['file://server/share/x.cable', null],
    ['file:///a%2Fb', null],
  ]);
  for (const path of ['/a b/50% #1 é?.cable', '/e\u0301/\u00e9.cable', '/back\\slash.cable', '/'])
    it(`there and back: ${path}`, () => assert.equal(pathOfUri(uriOfPath(path, 'linux'), 'linux'), path));
  it('keep capitals apart', () => {
    assert.equal(isSamePath('/A', '/a', 'linux'), false);
    assert.equal(
      asOnDisk('/CABLES/A.cable', () => new Set(['cables', 'a.cable']), 'linux'),
      '/CABLES/A.cable',
    );
  });
  it('of what lies in a folder', () => {
    assert.equal(childPath(withoutEnd('cables//', 'linux'), 'x.cable', 'linux'), 'cables/x.cable');
    assert.equal(childPath(withoutEnd('/', 'linux'), 'x.cable', 'linux'), '/x.cable');
    assert.equal(childPath('with\\', 'x.cable', 'linux'), 'with\\/x.cable');
  });
});

describe('two spellings of one file', () => {
  const disk: Record<string, string[]> = {
    'C:/': ['Users', 'cables.txt'],
    'C:/Users': ['Ann'],
    'C:/Users/Ann': ['Berichte\u0301', '06ROME1.cable'],
    '//server/share/': ['Cables'],
    '/': ['Users'],
    '/Users': ['e\u0301te\u0301'],
  };
  const names = (folder: string) => (disk[folder] ? new Set(disk[folder]) : null);
  const rows: readonly (readonly [NodeJS.Platform, string, string])[] = [
    ['win32', 'C:/users/ANN/06rome1.CABLE', 'C:/Users/Ann/06ROME1.cable'],
    ['win32', 'C:/Users/Ann/06ROME1.cable', 'C:/Users/Ann/06ROME1.cable'],
    ['win32', 'C:/users/ann/new.cable', 'C:/Users/Ann/new.cable'],
    ['win32', 'C:/users/nobody/NEW.cable', 'C:/Users/nobody/NEW.cable'],
    ['win32', '//server/share/cables/x.cable', '//server/share/Cables/x.cable'],
    ['darwin', '/users/\u00e9t\u00e9', '/Users/e\u0301te\u0301'],
  ];
  for (const [platform, given, wanted] of rows)
    it(`${given} is ${wanted} on ${platform}`, () => {
      assert.equal(asOnDisk(given, names, platform), wanted);
      assert.equal(isSamePath(given, wanted, platform), true);
    });
});

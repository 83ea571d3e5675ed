import assert from 'node:assert/strict';
import { addSilence, setLevel } from '../../../server/src/config/change';
import { below, matcher } from '../../../server/src/config/globs';
import { findConfig, ignoredBy, joinPath, resolveConfig, settingsFor } from '../../../server/src/config/resolve';
import { applyEdits } from '../../../server/src/text/edits';

const RULE = 'xref/julian-date';
const host = (files: Record<string, object>) => ({
  read: (path: string) => (files[path] ? JSON.stringify(files[path]) : null),
});
/** The paths that are asked for on the way up. */
const asked = (folder: string): string[] => {
  const paths: string[] = [];
  const read = (path: string): null => {
    paths.push(path);
    return null;
  };
  findConfig(folder, { read });
  return paths;
};

describe('configurations written on Windows', () => {
  it('have backslashes in their globs', () => {
    const files = {
      'C:/Cables/.cablerc.json': {
        overrides: [{ files: 'drafts\\*.cable', rules: { [RULE]: 'off' } }],
        ignore: ['old\\**'],
        silence: [{ file: 'in\\a.cable', rule: 'header/tags-unknown' }],
      },
    };
    const resolved = resolveConfig('C:/Cables/.cablerc.json', host(files));
    assert.deepEqual(resolved.problems, []);
    const of = settingsFor(resolved);
    assert.equal(of('C:/Cables/drafts/x.cable').severities.get(RULE), 'off');
    assert.equal(of('C:/Cables/x.cable').severities.get(RULE), undefined);
    assert.equal(of('C:/Cables/in/a.cable').silences.length, 1);
    assert.equal(ignoredBy(resolved)('C:/Cables/old/deep/x.cable'), true);
    assert.equal(ignoredBy(resolved)('C:/Cables/new/x.cable'), false);
  });
  it('extend others by backslashes, drives and shares', () => {
    assert.equal(joinPath('C:/Cables/in', '..\\base.json'), 'C:/Cables/base.json');
    assert.equal(joinPath('C:/Cables', 'D:\\base.json'), 'D:/base.json');
    assert.equal(joinPath('//server/share/in', '..\\base.json'), '//server/share/base.json');
    assert.equal(joinPath('C:/Cables', '\\\\server\\share\\base.json'), '//server/share/base.json');
    assert.equal(joinPath('/cables/in', './../base.json'), '/cables/base.json');
    assert.equal(joinPath('/cables', '/base.json'), '/base.json');
  });
  it('are looked for up to the drive, or to what is shared, and no further', () => {
    assert.deepEqual(asked('C:/Cables/in'), [
      'C:/Cables/in/.cablerc.json',
      'C:/Cables/.cablerc.json',
      'C:/.cablerc.json',
    ]);
    assert.deepEqual(asked('//server/share/in'), ['//server/share/in/.cablerc.json', '//server/share/.cablerc.json']);
    assert.deepEqual(asked('/cables'), ['/cables/.cablerc.json', '/.cablerc.json']);
    assert.deepEqual(asked('/'), ['/.cablerc.json']);
  });
});

describe('a configuration with line ends of Windows', () => {
  const text = '{\r\n  // ours\r\n  "rules": {\r\n    "style": "off"\r\n  }\r\n}\r\n';
  const isWindows = (after: string): boolean => !/(?<!\r)\n/.test(after);
  it('keeps them when a rule is turned off, or a finding silenced', () => {
    const off = applyEdits(text, setLevel(text, RULE, 'off'));
    assert.ok(isWindows(off) && off.includes(`"${RULE}": "off"`), off);
    const silenced = applyEdits(text, addSilence(text, { file: 'a.cable', rule: RULE, line: 'REF: A' }));
    assert.ok(isWindows(silenced) && silenced.includes('"REF: A"'), silenced);
  });
});

describe('globs', () => {
  it('know names by any capitals where disks do', () => {
    assert.equal(matcher(['Drafts/*.cable'], true)('drafts/A.CABLE'), true);
    assert.equal(matcher(['Drafts/*.cable'], false)('drafts/A.CABLE'), false);
  });
  it('take brackets as they are after a backslash', () => {
    assert.equal(matcher(['in/\\[a\\].cable'], false)('in/[a].cable'), true);
    assert.equal(matcher(['in/\\[a\\].cable'], false)('in/a.cable'), false);
  });
  it('are relative to a share as to any folder', () => {
    assert.equal(below('//server/share', '//server/share/in/a.cable'), 'in/a.cable');
    assert.equal(below('C:/', 'C:/a.cable'), 'a.cable');
  });
});

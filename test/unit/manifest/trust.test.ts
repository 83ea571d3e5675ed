import assert from 'node:assert/strict';
import { clientCode, manifest, readJson, settings } from './support';

const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
const english = readJson<Record<string, string>>('package.nls.json');
const textOf = (key = ''): string => english[key.slice(1, -1)] ?? '';

/** Settings by which a folder could hide findings, lead to other meanings, or have other files read. */
const LEADS = /Globs|`\.gitignore`|Severities|meanings/;

describe('trust', () => {
  it('is limited where folders are not trusted, and says what is limited', () => {
    assert.equal(untrustedWorkspaces.supported, 'limited');
    assert.match(textOf(untrustedWorkspaces.description), /\.cablerc\.json.*cable-glossary\.json/s);
  });
  it('keeps back every setting of a folder that has a say in what is read or told', () => {
    const leading = Object.entries(settings)
      .filter(([, { markdownDescription, type }]) => type !== 'boolean' && LEADS.test(textOf(markdownDescription)))
      .map(([name]) => name);
    const kept = untrustedWorkspaces.restrictedConfigurations!;
    for (const name of leading) assert.ok(kept.includes(name), name);
    for (const name of kept) assert.ok(name in settings, name);
    // Anything that takes text may be a glob or a path: the others take a switch, a number or one word of several.
    for (const [name, { type, enum: words }] of Object.entries(settings))
      if (!['boolean', 'integer'].includes(type!) && !words) assert.ok(kept.includes(name), name);
  });
  it('is told to the server at its start, and when it is granted (what it then does: test/protocol/trust)', () => {
    const client = clientCode();
    assert.match(client, /trusted: workspace\.isTrusted/);
    assert.match(client, /onDidGrantWorkspaceTrust\(\(\) => .*TRUSTED/);
  });
  it('says what is limited where the files are on no disk', () => {
    assert.equal(virtualWorkspaces.supported, 'limited');
    assert.ok(textOf(virtualWorkspaces.description));
  });
});

/** What is told of a library in cards, links, lenses, the hierarchy and symbols, against the library itself. */
import assert from 'node:assert/strict';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../../../server/src/features/call-hierarchy';
import { codeLenses } from '../../../server/src/features/code-lens';
import { diagnostics } from '../../../server/src/features/diagnostics';
import { documentLinks } from '../../../server/src/features/document-links';
import { explain } from '../../../server/src/features/hover/explain';
import { type LibraryContext, NO_LIBRARY, shelfOf } from '../../../server/src/features/library-context';
import { toMarkdown } from '../../../server/src/features/markdown';
import { snapshot } from '../../../server/src/features/snapshot';
import { workspaceSymbols } from '../../../server/src/features/workspace-symbols';
import { at, cableOf, cardAt, shelf, textAt, uriOf } from './shelf';

const BELL = cableOf({
  ref: 'A. 05 STATE 12345\n     B. PARIS 7\n     C. SMITH/JONES E-MAIL 01/02/06\n     D. LIMA 9',
  body: '1.  (U) Ref A rang; see para 3.\n\n2.  (U) As ref A, para 2, and 05 STATE 12345 said.\nRef B, and ref C, and reftels.\n\n3.  (U) It stopped.',
});
const STATE_FACTS = { year: 2005, post: 'STATE', serial: 12345, subject: 'BELLS AND *TOWERS*' } as const;
const LONG = `1.  (U) Summary:  ${'The tower has a bell. '.repeat(60)}\nEnd summary.\n\n2.  (U) Nobody\nrings it.`;
const FILES = {
  'bell.cable': BELL,
  'state.cable': cableOf({ ...STATE_FACTS, body: LONG }),
  'state-corrected.cable': cableOf({ ...STATE_FACTS, body: LONG, classification: ' CORRECTED COPY' }),
  'lima.cable': cableOf({ post: 'LIMA', serial: 9, ref: 'A. ROME 1\n     B. 05 STATE 12345', subject: 'ROPES' }),
  'paris.cable': cableOf({ post: 'PARIS', serial: 8, ref: 'ROME 1', subject: 'ROPES TOO' }),
};
const LIBRARY = shelf(FILES);
const bell = snapshot(uriOf('bell.cable'), 1, BELL);
const card = (words: string, nth = 0, context: LibraryContext = LIBRARY): string =>
  cardAt(bell, at(BELL, words, nth), context);

describe('the card of a reference', () => {
  it('tells what cable it is', () => {
    const text = card('Ref A');
    assert.match(text, /^\*\*BELLS AND \*TOWERS\*\*\* · ref A, 05 STATE 12345, 21 Mar 2005, UNCLASSIFIED\n/);
    assert.match(text, /\nFrom SECSTATE WASHDC\.\n/);
    assert.match(text, /\nTAGS: PREL \(External Political Relations\), IT \(Italy\)\n/);
    assert.match(text, /\nThe tower has a bell\. The/);
    assert.match(text, /\nCited by 2 cables\./);
  });
  it('cuts a long summary between two words', () => {
    const [summary] = /\nThe tower.*/.exec(card('Ref A'))!;
    assert.ok(summary.length <= 602 && /[a-z.]…$/.test(summary), summary);
  });
  it('leads to all copies', () =>
    assert.match(
      card('Ref A'),
      /\n2 copies: \[state-corrected\.cable\]\(file:\/\/\/cables\/state-corrected\.cable#L8\) \(corrected copy\), \[state\.cable\]\(file:\/\/\/cables\/state\.cable#L8\)\.\n/,
    ));
  it('is the same at the entry and at the number in the text', () => {
    const entry = card('05 STATE 12345');
    assert.equal(entry, card('Ref A'));
    assert.equal(card('05 STATE 12345', 1).replace(/ref A, /, ''), entry.replace(/ref A, /, ''));
  });
  it('shows the paragraph that is named', () => {
    for (const words of ['ref A', 'para 2']) {
      const text = card(words);
      assert.match(text, /\n\*\*2\.\*\* \(U\) Nobody rings it\.\n/, words);
      assert.doesNotMatch(text, /has a bell/);
    }
  });
  it('shows a paragraph of this cable', () =>
    assert.match(card('para 3'), /^\*\*Paragraph 3\*\*\n\n\*\*3\.\*\* \(U\) It stopped\.\n\nIn \[line 20\]/));
  it('says what is not here', () => {
    assert.match(
      card('Ref B'),
      /^\*\*06PARIS7\*\* · ref B\n\nembassy Paris, France\n\nNot in this library, which has others of that post and year\./,
    );
    assert.match(card('Ref B', 0, { ...LIBRARY, building: true }), /not all files/);
    assert.match(card('Ref B', 0, shelf({})), /\nNot in this library\.$/);
    assert.doesNotMatch(card('Ref B', 0, NO_LIBRARY), /library/);
  });
  it('says what the REF block says of another thing', () =>
    assert.match(card('ref C'), /^\*\*Ref C\*\*\n\nSMITH\/JONES E-MAIL 01\/02\/06\n\nIn \[line 12\]/));
  it('has a card for each of a few that are meant, and counts the others', () => {
    const text = card('reftels');
    assert.equal(text.split('\n---\n').length, 3);
    assert.match(text, /And 1 other reference\.$/);
  });
  it('says on the own number who cites it', () =>
    assert.match(card('ROME 000001'), /^\*\*06ROME1\*\*[\s\S]*embassy Rome, Italy[\s\S]*Cited by 2 cables\.$/));
  it('says so when a file is gone', () =>
    assert.match(card('Ref A', 0, { ...LIBRARY, open: () => null }), /cannot be read now/));
  it('lets nothing in a file become a link, an image or HTML', () => {
    const evil = shelf({
      'a)b.cable': cableOf({
        ...STATE_FACTS,
        subject: '[x](command:y) <b>',
        body: '1.  (U) ![x](http://y) <img src=x>\n\n2.  (U) `x`',
      }),
    });
    const found = explain(bell, at(BELL, 'Ref A'), String, undefined, {
      ...evil,
      open: (uri) => evil.open(uri),
    })!;
    const markdown = toMarkdown(found.cards, bell.uri);
    assert.doesNotMatch(markdown, /(?<!\\)\]\((?!file:)/);
    assert.doesNotMatch(markdown, /(?<!\\)<[a-z]/);
    assert.match(markdown, /\]\(file:\/\/\/cables\/a%29b\.cable#L8\)/);
  });
});

describe('document links', () => {
  const links = documentLinks(bell, LIBRARY);
  it('stand on entries and numbers that are here', () =>
    assert.deepEqual(
      links.map(({ range }) => textAt(bell, range)),
      ['05 STATE 12345', 'LIMA 9', '05 STATE 12345'],
    ));
  it('lead to the line of the best copy', () => {
    assert.equal(links[0]!.target, `${uriOf('state-corrected.cable')}#L8`);
    assert.equal(links[1]!.tooltip, '06 LIMA 9: ROPES');
  });
  it('say nothing that Markdown would read', () => assert.equal(links[0]!.tooltip, '05 STATE 12345: BELLS AND TOWERS'));
  it('do not lead to the document itself, nor anywhere without a library', () => {
    const own = snapshot(uriOf('lima.cable'), 1, cableOf({ post: 'LIMA', serial: 9, ref: 'LIMA 9' }));
    assert.deepEqual(documentLinks(own, LIBRARY), []);
    assert.deepEqual(documentLinks(bell, NO_LIBRARY), []);
    assert.deepEqual(documentLinks(snapshot('file:///e.cable', 1, ''), LIBRARY), []);
  });
});

describe('the code lens', () => {
  it('counts who cites the cable and what it cites', () => {
    const [lens, ...others] = codeLenses(bell, LIBRARY, true);
    assert.deepEqual(others, []);
    assert.equal(lens!.command!.title, 'cited by 2 cables, cites 3 (1 not here)');
    assert.equal(textAt(bell, lens!.range), 'ROME 000001');
    assert.deepEqual(
      [lens!.command!.command, ...lens!.command!.arguments!],
      ['cable.showCiting', bell.uri, lens!.range.start],
    );
  });
  it('has the command of the server for a client without one, and is words alone where nothing cites', () => {
    assert.equal(codeLenses(bell, LIBRARY, false)[0]!.command!.command, 'cable.server.showCiting');
    const paris = snapshot(uriOf('paris.cable'), 1, FILES['paris.cable']);
    assert.deepEqual(codeLenses(paris, LIBRARY, true)[0]!.command, {
      title: 'cited by no cable, cites 1',
      command: '',
    });
    const state = snapshot(uriOf('state.cable'), 1, FILES['state.cable']);
    assert.equal(codeLenses(state, LIBRARY, true)[0]!.command!.title, 'cited by 2 cables, cites none');
  });
  it('counts what stands in the text now', () => {
    const changed = snapshot(bell.uri, 2, BELL.replace('D. LIMA 9', 'D. LIMA 9\n     E. LIMA 10'));
    assert.match(codeLenses(changed, LIBRARY, true)[0]!.command!.title, /cites 4 \(2 not here\)$/);
  });
  it('does not say what is missing before all is read', () =>
    assert.equal(
      codeLenses(bell, { ...LIBRARY, building: true }, true)[0]!.command!.title,
      'cited by 2 cables so far, cites 3',
    ));
  it('is quiet without a library or a number', () => {
    assert.deepEqual(codeLenses(bell, NO_LIBRARY, true), []);
    for (const text of ['', 'TAGS: PREL\nSUBJECT: X\n'])
      assert.deepEqual(codeLenses(snapshot('file:///e.cable', 1, text), LIBRARY, true), []);
  });
});

describe('the hierarchy', () => {
  const prepare = (words: string, nth = 0) => prepareCallHierarchy(bell, at(BELL, words, nth), LIBRARY);
  it('begins at a mention, at the own number and at the subject', () => {
    assert.deepEqual(
      prepare('Ref A').map(({ name, detail, data }) => [name, detail, data]),
      [['05 STATE 12345', '21 Mar 2005 · BELLS AND *TOWERS*', '05STATE12345']],
    );
    for (const words of ['ROME 000001', 'A BELL'])
      assert.deepEqual(
        prepare(words).map(({ uri }) => uri),
        [bell.uri],
      );
    assert.deepEqual(
      prepare('reftels').map(({ data }) => data),
      ['05STATE12345', '06LIMA9'],
    );
  });
  it('has nothing for what is not here', () => {
    for (const words of ['Ref B', 'ref C', 'stopped', 'para 3']) assert.deepEqual(prepare(words), [], words);
    assert.deepEqual(prepareCallHierarchy(bell, at(BELL, 'Ref A'), NO_LIBRARY), []);
  });
  it('tells who cites a cable, and where', () => {
    const [item] = prepare('Ref A');
    const calls = incomingCalls(item!, LIBRARY);
    assert.deepEqual(calls.map(({ from }) => from.name).sort(), ['06 LIMA 9', '06 ROME 1']);
    for (const { from, fromRanges } of calls) {
      const there = LIBRARY.open(from.uri)!;
      for (const range of fromRanges) assert.equal(textAt(there, range), '05 STATE 12345');
    }
    assert.equal(calls.find(({ from }) => from.name === '06 ROME 1')!.fromRanges.length, 2);
  });
  it('tells what a cable cites, and goes on from there', () => {
    const [item] = prepare('ROME 000001');
    const calls = outgoingCalls(item!, LIBRARY);
    assert.deepEqual(
      calls.map(({ to }) => to.name),
      ['05 STATE 12345', '06 LIMA 9'],
    );
    for (const range of calls[0]!.fromRanges) assert.equal(textAt(bell, range), '05 STATE 12345');
    assert.deepEqual(
      outgoingCalls(calls[1]!.to, LIBRARY).map(({ to }) => to.name),
      ['06 ROME 1', '05 STATE 12345'],
    );
  });
  it('has a way on from a cable without a number', () => {
    const of = shelf({ ...FILES, 'draft%20a.cable': 'TAGS: PREL\nSUBJECT: X\nREF: 05 STATE 12345\n\n1. Y.\n' });
    const [item] = prepareCallHierarchy(bell, at(BELL, 'Ref A'), of);
    const draft = incomingCalls(item!, of).find(({ from }) => from.uri.includes('draft'))!.from;
    assert.equal(draft.name, 'draft a.cable');
    assert.deepEqual(
      outgoingCalls(draft, of).map(({ to }) => to.name),
      ['05 STATE 12345'],
    );
    assert.deepEqual(incomingCalls(draft, of), []);
  });
  it('has nothing of a cable that has gone', () => {
    const [item] = prepare('Ref A');
    assert.deepEqual(incomingCalls(item!, shelf({})), []);
    assert.deepEqual(outgoingCalls(item!, NO_LIBRARY), []);
  });
});

describe('workspace symbols', () => {
  const names = (query: string) => workspaceSymbols(query, LIBRARY).map(({ name }) => name);
  it('are cables, the best match first', () => {
    assert.deepEqual(names('06LIMA9'), ['06 LIMA 9: ROPES']);
    assert.deepEqual(workspaceSymbols('lima 9', LIBRARY)[0], {
      name: '06 LIMA 9: ROPES',
      kind: 1,
      location: {
        uri: uriOf('lima.cable'),
        range: { start: { line: 7, character: 0 }, end: { line: 7, character: 14 } },
      },
      containerName: '21 Mar 2006 · UNCLASSIFIED · PREL IT',
    });
  });
  it('are none for an empty query, or without a library', () => {
    for (const query of ['', '  ']) assert.deepEqual(names(query), []);
    assert.deepEqual(workspaceSymbols('lima', NO_LIBRARY), []);
  });
  // What VS Code does with an answer: the whole query in the name, or its first word there and the others beside it.
  const within = (word: string, text: string): boolean => {
    let from = 0;
    for (const char of word.toLowerCase()) {
      from = text.slice(0, 128).toLowerCase().indexOf(char, from) + 1;
      if (from === 0) return false;
    }
    return true;
  };
  for (const query of [
    '06LIMA9',
    '06 lima 000009',
    'lima',
    'rop too',
    'prel',
    'prel ropes',
    'it too ropes',
    '2006-03',
    '2006',
    'march 2006',
    '21 Mar 2006',
    'amembassy lima',
    'ropes prel 2006',
  ])
    it(`for ${query} are not sifted out by VS Code`, () => {
      const found = workspaceSymbols(query, LIBRARY);
      assert.ok(found.length > 0);
      const [first, ...others] = query.split(' ');
      for (const { name, containerName } of found)
        assert.ok(
          within(query, name) || (within(first!, name) && others.every((each) => within(each, containerName!))),
          `${name} | ${containerName}`,
        );
    });
  it('nor where the subject is long', () => {
    const long = shelf({ 'long.cable': cableOf({ subject: `${'VERY '.repeat(30)}LONG ROPE` }) });
    for (const query of ['zope', 'rope', 'prel'])
      for (const { name } of workspaceSymbols(query, long)) assert.ok(within(query, name), name);
    assert.equal(workspaceSymbols('rope', long).length, 1);
  });
});

describe('references that are not here', () => {
  const settings = { severities: new Map([['xref/ref-not-here', 'information' as const]]), silences: [] };
  const told = ({ library }: LibraryContext, asked = settings) =>
    diagnostics(bell, { settings: asked, docs: null, shelf: library && shelfOf(library) })
      .filter(({ code }) => code === 'xref/ref-not-here')
      .map(({ range }) => textAt(bell, range));
  it('are told where the library has others of that post and year', () => {
    assert.deepEqual(told(LIBRARY), ['PARIS 7']);
    assert.deepEqual(told(shelf({ 'bell.cable': BELL })), []);
  });
  it('are told by the library as it is now', () => {
    const growing = shelf({ ...FILES });
    assert.deepEqual(told(growing), ['PARIS 7']);
    growing.library.put(
      uriOf('new.cable'),
      { modified: 1, size: 1 },
      LIBRARY.library.of(uriOf('paris.cable')).map((each) => ({ ...each, id: '06PARIS7', serial: 7 })),
    );
    assert.deepEqual(told(growing), []);
  });
  it('are not told by default, nor without a library', () => {
    assert.deepEqual(told(NO_LIBRARY), []);
    assert.deepEqual(told(LIBRARY, { ...settings, severities: new Map() }), []);
  });
});

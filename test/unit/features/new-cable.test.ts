import assert from 'node:assert/strict';
import { choices, type NewCable, newCable, PRECEDENCES } from '../../../server/src/features/new-cable';
import type { Level } from '../../../server/src/model/classification';
import { toJson } from '../../../server/src/model/json';
import { check } from '../../../server/src/rules/check';
import { parse } from '../../../server/src/syntax/parse';

const DRAFT: NewCable = {
  post: 'ROME',
  serial: 127,
  written: Date.UTC(2024, 2, 5, 14, 30),
  precedence: 'ROUTINE',
  level: 'UNCLASSIFIED',
  captions: [],
  tags: ['EFIS', 'IT'],
  subject: 'ITALY: CLAM FISHERS AND A CRAB THAT LIKES CLAMS',
  references: [],
  classifiedBy: 'Ottavia Kettering, Economic Counselor',
  reasons: ['b', 'd'],
  signer: 'Kettering',
};
const read = (text: string) => toJson(parse(text), '', { error: 0, warning: 0, information: 0, hint: 0 });
/** What only the drafter can write is still to come: its absence is told, and nothing else. */
const TO_COME = new Set(['body/signature-missing', 'xref/ref-unused']);
const found = (text: string): string[] =>
  check(parse(text))
    .filter(({ rule }) => !TO_COME.has(rule))
    .map(({ rule, message }) => `${rule}: ${message}`);

describe('a new cable', () => {
  const cases: [string, Partial<NewCable>][] = [
    ['unclassified', {}],
    ['sensitive', { captions: ['SENSITIVE', 'SIPDIS'] }],
    ['confidential', { level: 'CONFIDENTIAL' }],
    ['secret, with captions in any order', { level: 'SECRET', captions: ['NOFORN', 'EXDIS'] }],
    ['top secret', { level: 'TOP SECRET', captions: ['NODIS'] }],
    ['classified where SENSITIVE was chosen as well', { level: 'CONFIDENTIAL', captions: ['SENSITIVE'] }],
    ['a channel', { level: 'CONFIDENTIAL', captions: ['ROGER CHANNEL'] }],
    ['one reference', { references: ['24 STATE 3312'] }],
    ['several references', { references: ['24 STATE 3312', '23 ROME 98', '23 PHNOM PENH 12'] }],
    ['a subject of several lines', { subject: `ITALY: ${'CRABS, CLAMS AND THE LAGOON '.repeat(5)}`.trim() }],
    [
      'many TAGS',
      { tags: ['PREL', 'PGOV', 'PHUM', 'ECON', 'ETRD', 'EFIN', 'EAGR', 'SENV', 'KWMN', 'IT', 'FR', 'GM', 'UK'] },
    ],
    ['a post of two words', { post: 'PHNOMPENH', tags: ['PHUM', 'CB'] }],
    ['a consulate', { post: 'MILAN' }],
    ['a high serial', { serial: 226504 }],
    ...PRECEDENCES.map((precedence): [string, Partial<NewCable>] => [`precedence ${precedence}`, { precedence }]),
  ];
  for (const [name, choice] of cases)
    it(`is a correct one: ${name}`, () => {
      const draft = { ...DRAFT, ...choice };
      const text = newCable(draft);
      assert.deepEqual(found(text), [], text);
      const json = read(text);
      assert.equal(json.messageReference?.id, `24${draft.post}${draft.serial}`);
      assert.equal(json.dateTimeGroup?.utc, '2024-03-05T14:30:00Z');
      assert.equal(json.classification?.level, draft.level);
      assert.deepEqual(
        json.tags.map(({ code }) => code),
        draft.tags,
      );
      assert.equal(json.subject, draft.subject);
      assert.deepEqual(
        json.references.map(({ id }) => id),
        draft.references.map((each) => each.replace(/ /g, '')),
      );
      assert.deepEqual(
        json.sections.flatMap(({ paragraphs }) => paragraphs.map(({ number }) => number)),
        ['1', '2', '3'],
      );
      assert.ok(text.split('\n').every((line) => line.length <= 69));
    });

  it('takes the most restrictive caption first, each once', () => {
    const text = newCable({ ...DRAFT, level: 'SECRET', captions: ['SIPDIS', 'NOFORN', 'EXDIS', 'NOFORN'] });
    assert.deepEqual(read(text).captions, ['EXDIS', 'NOFORN', 'SIPDIS']);
  });
  it('offers what there is in its year', () => {
    const of = choices(2024);
    const values = (list: readonly { value: string }[]) => list.map(({ value }) => value);
    assert.ok(values(of.posts).includes('ROME') && of.posts.every(({ detail }) => detail));
    assert.ok(values(of.tags).includes('PHUM') && values(of.captions).includes('NODIS'));
    assert.ok(!of.levels.includes('LIMITED OFFICIAL USE' as Level));
    assert.deepEqual(values(of.reasons), [...'abcdefgh']);
  });
  it('is a correct one from every post', () => {
    const wrong = choices(2024).posts.flatMap(({ value }) => {
      const text = newCable({ ...DRAFT, post: value });
      return read(text).messageReference?.id === `24${value}127`
        ? found(text).filter((each) => !each.startsWith('xref/tags-geo-origin'))
        : [`${value}: ${read(text).messageReference?.id}`];
    });
    assert.deepEqual(wrong, []);
  });
});

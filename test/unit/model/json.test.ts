import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJson } from '../../../server/src/model/json';
import { viewOf } from '../../../server/src/model/view';
import { check } from '../../../server/src/rules/check';
import { parse } from '../../../server/src/syntax/parse';
import { readCable } from '../../support/fixtures';

const none = { error: 0, warning: 0, information: 0, hint: 0 };
const json = (text: string) => toJson(parse(text), 'x', none);

describe('cable json', () => {
  it('reads the demo cable', () => {
    const read = json(readCable('samples/06LUSAKA412.cable'));
    assert.equal(read.layout, 'cablegate');
    assert.deepEqual(read.messageReference, { id: '06LUSAKA412', year: 2006, post: 'LUSAKA', serial: 412 });
    assert.equal(read.sectionsAnnounced, 3);
    assert.equal(read.counts.pages, 3);
    assert.deepEqual(read.captions, ['SENSITIVE', 'SIPDIS']);
    assert.deepEqual(read.classification, { level: 'UNCLASSIFIED', markings: ['FOR OFFICIAL USE ONLY'] });
    assert.equal(read.references.length, 2);
    assert.equal(read.references[0]!.id, '05STATE201337');
    assert.ok(read.tags.some(({ code, kind }) => code === 'KTIP' && kind === 'program'));
    assert.ok(read.summary && !/end summary/i.test(read.summary));
    assert.ok(
      !read.sections.some(({ paragraphs }) => paragraphs.some(({ text }) => / OF 003/.test(text))),
      'page lines are joined away',
    );
  });
  const ids: [string, string, string][] = [
    ['samples/07ANKARA1893.cable', '07ANKARA1893', 'cablegate'],
    ['samples/94LISBON2210.cable', '94LISBON2210', 'acp127'],
    ['samples/1976ANKARA01204.cable', '76ANKARA1204', 'aad'],
    ['samples/15LISBON321.cable', '15LISBON321', 'smart'],
    ['samples/05MADRID2874.cable', '05MADRID2874', 'cablegate'],
    ['test/fixtures/mrn-without-number.cable', '06ASTANA318', 'cablegate'],
  ];
  for (const [file, id, layout] of ids)
    it(`finds ${id} in ${file}`, () => {
      const read = json(readCable(file));
      assert.equal(read.messageReference?.id, id);
      assert.equal(read.layout, layout);
    });
  it('takes no other word for a level', () => {
    const preamble = (level: string) =>
      `06ROME1\nA BELL\nTue Dec 12 00:00:00 +0100 2006\n${level}\nEmbassy Rome\n1. It rang.\n`;
    assert.equal(json(preamble('SECRET//NOFORN')).classification?.level, 'SECRET');
    assert.equal(json(preamble('SEC|RET')).classification, null);
  });
  it('understands a TAGS line alone', () => {
    assert.deepEqual(
      json('TAGS: PGOVSOCI, OVIP (CLINTON, HILLARY), FR').tags.map(({ code, kind }) => `${code} ${kind}`),
      ['PGOV subject', 'SOCI subject', 'OVIP subject', 'CLINTON, HILLARY person', 'FR geographic'],
    );
  });
  it('reads references in their forms', () => {
    const refs = (text: string) =>
      json(
        `O 121200Z DEC 06\nFM AMEMBASSY ROME\nTO SECSTATE WASHDC\nUNCLAS ROME 000001\n\nE.O. 12958: N/A\nTAGS: PREL, IT\nSUBJECT: X\n${text}\n\n1. Text\n`,
      ).references.map(({ label, id }) => `${label ?? '-'} ${id}`);
    assert.deepEqual(refs('REF: STATE 058211'), ['- 06STATE58211']);
    assert.deepEqual(refs('REF: A. 05 ROME 405 B. STATE 12345'), ['A 05ROME405', 'B 06STATE12345']);
    assert.deepEqual(refs('REF: BRASILIA 2799 AND 2764'), ['- 06BRASILIA2799', '- 06BRASILIA2764']);
    assert.deepEqual(refs('REF: TELCON'), ['- null']);
  });
  it('reads who classified a cable, and why', () => {
    const read = json(readCable('samples/07ANKARA1893.cable')).classifiedBy!;
    assert.equal(read.name, 'DCM Harriet Wendover');
    assert.ok(read.reasons.length > 0 && read.reasons.every((reason) => /^1\.4\([a-h]\)$/.test(reason)));
  });
  it('joins Classified By that was broken inside a word', () => {
    assert.match(json(readCable('test/fixtures/classified-by-wrapped-at-71.cable')).classifiedBy!.raw, /reasons 1\.4/);
  });
});

// The reference cable is not part of the project: skips where it is absent.
const reference = join(__dirname, '../../../../shared/samples/06PHNOMPENH534.txt'); // skips where it is absent
(existsSync(reference) ? describe : describe.skip)('the reference cable', () => {
  const text = () => readFileSync(reference, 'utf8');
  const rules = (changed: string) => {
    const cable = parse(changed);
    return check(cable).map(({ rule, start }) => `${rule} ${viewOf(cable).lines.positionAt(start).line + 1}`);
  };
  const base = ['header/joined-class-line 15', 'header/caption-duplicate 20', 'body/portion-mark-missing 29'];
  it('has one warning and two hints', () => assert.deepEqual(rules(text()), base));
  it('gains exactly one finding from an impossible date', () => {
    assert.deepEqual(rules(text().replace('210959Z MAR', '310959Z FEB')), ['header/dtg-invalid-date 10', ...base]);
  });
  it('reads as the format says', () => {
    const read = json(text());
    assert.equal(read.messageReference?.id, '06PHNOMPENH534');
    assert.equal(read.transmission?.filed, '2006-03-21T09:59Z');
    assert.deepEqual(read.signers, ['MUSSOMELI']);
    assert.deepEqual(
      read.sections.map(({ paragraphs }) => paragraphs.map(({ number }) => number).join(' ')),
      ['1 2', '3 4 5 6', '7 8 9 10 11', '12'],
    );
  });
});

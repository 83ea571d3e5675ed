import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { exportCable } from '../../../server/src/features/export';
import { NO_GLOSSARY } from '../../../server/src/meaning/glossary';
import type { CableJson } from '../../../server/src/model/json';
import { readCable } from '../../support/fixtures';
import { cables, paragraphsOf, read, spoilt, visible } from './support';

const schema = JSON.parse(readFileSync(join(__dirname, '../../../schemas/json.schema.json'), 'utf8')) as object;
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
const written = (text: string): CableJson =>
  JSON.parse(exportCable(read(text).cable, 'x.cable', 'json', NO_GLOSSARY)) as CableJson;

describe('export as JSON', () => {
  for (const [name, text] of [...cables(), ...spoilt(300)])
    it(`is valid and has every paragraph once: ${name}`, () => {
      const json = written(text);
      assert.ok(validate(json), JSON.stringify(validate.errors));
      const paragraphs = [json, ...(json.otherMessages ?? [])]
        .flatMap(({ sections }) => sections)
        .flatMap((section) => section.paragraphs)
        .map((each) =>
          visible(
            `${each.number === null ? '' : `${each.number}.`}${each.mark === null ? '' : `(${each.mark})`}${each.text}`,
          ),
        );
      assert.deepEqual(paragraphs, paragraphsOf(read(text).cable));
    });

  it('has the messages of a file apart', () => {
    const json = written(readCable('samples/two-messages.cable'));
    const ids = [json, ...json.otherMessages!].map(({ messageReference }) => messageReference?.id);
    assert.equal(ids.length, 2);
    assert.equal(new Set(ids).size, 2);
    assert.equal(written(readCable('samples/06LUSAKA412.cable')).otherMessages, undefined);
  });
  it('would notice what the schema does not know', () => {
    const json = written(readCable('samples/two-messages.cable'));
    assert.ok(!validate({ ...json, otherMessages: [{ ...json.otherMessages![0], subject: 7 }] }));
    assert.ok(!validate({ ...json, otherMessages: [] }));
  });
});

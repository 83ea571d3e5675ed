import assert from 'node:assert/strict';
import { acronymAt } from '../../../server/src/features/acronym';
import { snapshot } from '../../../server/src/features/snapshot';
import { joinGlossaries, NO_GLOSSARY, readGlossary } from '../../../server/src/meaning/glossary';
import { prose } from '../../../server/src/meaning/prose';
import { readings } from '../../../server/src/meaning/readings';
import { placeAt, readAt } from '../../../server/src/meaning/resolve';
import { wordsIn } from '../../../server/src/meaning/words';
import { viewOf } from '../../../server/src/model/view';
import { allCables } from '../../support/fixtures';

describe('all words of a message that stand for something', () => {
  for (const capitals of [false, true])
    it(`are read as each by itself${capitals ? ', in capitals' : ''}`, () => {
      let count = 0;
      for (const [name, text] of allCables()) {
        const shot = snapshot('file:///x', 1, capitals ? text.toUpperCase() : text);
        const { cable } = shot;
        for (const message of cable.messages) {
          const view = viewOf(cable, message);
          const found = readings(view, NO_GLOSSARY);
          for (const { start, end, meaning } of found) {
            const place = placeAt(view, start)!;
            const alone = readAt({ view, glossary: NO_GLOSSARY, place }, start + 1);
            assert.equal(
              alone?.meanings[0]?.expansion,
              meaning?.expansion,
              `${name}: ${cable.clean.slice(start, end)}`,
            );
            if (!meaning && place === 'prose')
              assert.ok(acronymAt(shot, start + 1, NO_GLOSSARY), cable.clean.slice(start, end));
            count++;
          }
          // And none is left out.
          for (const { textStart, end } of message.body.sections.flatMap(({ paragraphs }) => paragraphs))
            for (const word of wordsIn(prose(cable), textStart, end)) {
              if (!/[A-Z]/.test(word.text) || !readAt({ view, glossary: NO_GLOSSARY, place: 'prose' }, word.start))
                continue;
              const known = found.some((each) => each.meaning && each.start <= word.start && word.start < each.end);
              assert.ok(known, `${name}: ${word.text}`);
            }
        }
      }
      assert.ok(count > 100, String(count));
    }).timeout(60_000);

  it('go by the glossary that is given', () => {
    const { view, cable } = snapshot(
      'file:///x',
      1,
      'UNCLAS ACCRA 000131\n\nSUBJECT: X\n\n1. The QZRX and the NGO met.\n',
    );
    const given = joinGlossaries(readGlossary({ QZRX: 'Quiet Zone of the River' }, 'x').entries);
    const texts = (glossary: typeof given) =>
      readings(view, glossary).map(({ start, end, meaning }) => [
        cable.clean.slice(start, end),
        meaning?.expansion ?? null,
      ]);
    assert.deepEqual(texts(NO_GLOSSARY), [
      ['QZRX', null],
      ['NGO', 'nongovernmental organization'],
    ]);
    assert.deepEqual(texts(given), [
      ['QZRX', 'Quiet Zone of the River'],
      ['NGO', 'nongovernmental organization'],
    ]);
  });
});

import assert from 'node:assert/strict';
import { definitions } from '../../../server/src/meaning/definitions';
import { parse } from '../../../server/src/syntax/parse';
import { cable } from './support';

const defined = (body: string): Record<string, string> =>
  Object.fromEntries(
    [...definitions(parse(cable(body))).values()].map(({ acronym, expansion }) => [acronym, expansion]),
  );

describe('definitions in a cable', () => {
  const found: [string, string, string][] = [
    ['1. The International Justice Mission (IJM) met.', 'IJM', 'International Justice Mission'],
    ['1. The MOI (Ministry of Interior) met.', 'MOI', 'Ministry of Interior'],
    [
      '1. Nongovernmental organizations met, as did non-governmental organizations (NGOs).',
      'NGO',
      'non-governmental organizations',
    ],
    ['1. The Ministry of Labor and Social Affairs (MOLSA) met.', 'MOLSA', 'Ministry of Labor and Social Affairs'],
    ['1. The Center for Peace and Human Rights (CPHR) met.', 'CPHR', 'Center for Peace and Human Rights'],
    ['1. The Partido da Terra e do Mar (PTM) won.', 'PTM', 'Partido da Terra e do Mar'],
    ['1. A voluntary agency (VOLAG) came.', 'VOLAG', 'voluntary agency'],
    ['1. The International\nMango\n  Fund (IMF) met.', 'IMF', 'International Mango Fund'],
    ['1. The Harbour Pilots Guild ("HPG") met.', 'HPG', 'Harbour Pilots Guild'],
    ['1. The Harbour Pilots Guild (hereafter HPG) met.', 'HPG', 'Harbour Pilots Guild'],
    ['1. THE HARBOUR PILOTS GUILD (HPG) MET.', 'HPG', 'HARBOUR PILOTS GUILD'],
    ['1. The Bundesamt for Roads met. The Strassenbauamt (SBA) did not.', 'SBA', 'Strassenbauamt'],
    ['1. Research and Development (R&D) is dear.', 'R&D', 'Research and Development'],
  ];
  for (const [body, acronym, expansion] of found)
    it(`${acronym}: ${expansion}`, () => assert.equal(defined(body)[acronym], expansion));

  it('reach over a page line', () => {
    const body = '1. (U) He praised the International Justice\n\nROME 00000534  002 OF 003\n\n\nMission (IJM) there.';
    assert.equal(defined(body).IJM, 'International Justice Mission');
  });
  it('the first of two counts', () =>
    assert.equal(
      defined('1. The Red Tape Guild (RTG) met. The Royal Tea Garden (RTG) did not.').RTG,
      'Red Tape Guild',
    ));

  const none: [string, string][] = [
    ['portion marks', '1. (SBU) The Ministry met.\n\n2. (C) It met again.'],
    ['members of Congress', '1. Senator Roe (R-TX) came with Texas rangers (D-TX).'],
    ['words that do not spell it', '1. The minister of trade (MOI) met.'],
    ['a name before a full stop', '1. He met the Joint Mission. Later (JM) he left.'],
    ['an aside', '1. The mission (see REF) met. He came in the morning (IM) then.'],
    ['numbers', '1. It rose (2006) by ten (10 percent).'],
  ];
  for (const [what, body] of none) it(`not ${what}`, () => assert.deepEqual(defined(body), {}));

  it('cost time in step with the text', () => {
    const nasty = ['(A', 'A B C D E F G H (ABCDEFGH) ', 'a '.repeat(50), '(AB) ', 'AB (Aa '];
    for (const each of nasty) assert.ok(definitions(parse(cable(`1. ${each.repeat(20_000)}`))) instanceof Map);
  });
});

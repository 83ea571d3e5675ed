import assert from 'node:assert/strict';
import { countriesNamedIn, countryByCode } from '../../../server/src/data/countries';

const BY_CODE: [code: string, year: number | undefined, name: string | null, iso?: string, form?: string][] = [
  ['CB', 2006, 'Cambodia', 'KH', 'RGC'],
  ['CG', 1980, 'Zaire', 'CD'],
  ['CG', 2006, 'Congo (Kinshasa)', 'CD', 'GDRC'],
  ['CF', 2006, 'Congo (Brazzaville)', 'CG'],
  ['BF', 2006, 'the Bahamas', 'BS'],
  ['KN', 2006, 'North Korea', 'KP', 'DPRK'],
  ['HK', 2006, 'Hong Kong', 'HK', 'HKG'],
  ['WE', 2006, 'West Bank', 'PS'],
  ['TC', 1977, 'United Arab Emirates', 'AE', 'UAEG'],
  ['GW', 1976, 'Germany', 'DE', 'FRG'],
  ['GE', 1977, 'Germany', ''],
  ['CH', 2020, 'Switzerland', 'CH'],
  ['UR', 1977, 'Soviet Union', ''],
  ['CB', undefined, 'Cambodia', 'KH', 'RGC'],
  ['XA', 2006, null],
  ['XX', 2006, null],
  ['XO', 2006, null],
  ['QQ', 2006, null],
];

const NAMED: [text: string, codes: string][] = [
  ['CAMBODIA: TIP ASSESSMENT VISIT', 'CB'],
  ['CAMBODIAN NGOS', 'CB'],
  ['A VISIT TO PHNOM PENH', 'CB'],
  ["CAMBODIA'S NGOS", 'CB'],
  ['cambodia: tip', 'CB'],
  ['TURKEY-GREECE: TALKS', 'TU GR'],
  ['TURKEY AND TURKISH EXPORTS', 'TU'],
  ['CHAD, JORDAN AND GEORGIA', 'CD JO GG'],
  // One name within another.
  ['NIGER', 'NG'],
  ['NIGERIA', 'NI'],
  ['THE NIGER DELTA', 'NI'],
  ['GUINEA', 'GV'],
  ['EQUATORIAL GUINEA', 'EK'],
  ['GUINEA-BISSAU', 'PU'],
  ['PAPUA NEW GUINEA', 'PP'],
  ['SAMOA AND AMERICAN SAMOA', 'WS AQ'],
  ['DOMINICA', 'DO'],
  ['DOMINICAN REPUBLIC', 'DR'],
  ['EL SALVADOR', 'ES'],
  ['SUDAN', 'SU'],
  ['SOUTH SUDAN', 'OD'],
  ['SOUTH AFRICA', 'SF'],
  ['KOSOVO SERBS', 'KV'],
  ['TURKISH CYPRIOTS', 'CY'],
  // Ambiguous, or something else.
  ['CONGO', ''],
  ['CONGOLESE REFUGEES', ''],
  ['KOREAN PENINSULA', ''],
  ['NORTH KOREAN REFUGEES IN SOUTH KOREA', 'KN KS'],
  ['THE INDIAN OCEAN', ''],
  ['INDIAN ELECTIONS', 'IN'],
  ['NEW MEXICO', ''],
  ['SOUTH CHINA SEA', ''],
  ['VIENNA CONVENTION ON CONSULAR RELATIONS', ''],
  ['GENEVA', ''],
  ['DOHA ROUND', ''],
  ['DOHA AIRPORT', 'QA'],
  ['A NICE VISIT', ''],
  ['ROMANCE AND CHADOR', ''],
  ['VISIT OF THE SECRETARY', ''],
  ['', ''],
  // Words that are ordinary in small letters.
  ['Polish forces', 'PL'],
  ['POLISH FORCES', 'PL'],
  ['We polish the lamps', ''],
  // Short forms, accents, old names.
  ['UK, UAE, PRC, ROK AND DPRK', 'UK AE CH KS KN'],
  ['U.K. AND U.A.E. VIEWS', 'UK AE'],
  ['CÔTE D’IVOIRE', 'IV'],
  ["COTE D'IVOIRE", 'IV'],
  ['SÃO TOMÉ', 'TP'],
  ['BURMA (MYANMAR)', 'BM'],
  ['ZAIRE AND RHODESIA', 'CG RH'],
  ['USSR: SOVIET UNION', 'UR'],
  ['HONG KONG', 'HK'],
  ['GAZA AND THE WEST BANK', 'GZ WE'],
];

describe('countries', () => {
  for (const [code, year, name, iso, form] of BY_CODE)
    it(`${code} in ${year ?? 'an unknown year'} is ${name ?? 'none'}`, () => {
      const found = countryByCode(code, year);
      assert.equal(found?.name ?? null, name);
      if (iso !== undefined) assert.equal(found?.iso, iso);
      if (form) assert.ok(found?.governmentForms.includes(form), form);
    });
  for (const [text, codes] of NAMED)
    it(`named in ${JSON.stringify(text)}: ${codes || 'none'}`, () =>
      assert.equal(countriesNamedIn(text).join(' '), codes));
});

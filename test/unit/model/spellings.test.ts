/** One cable, many spellings (FORMAT 5.1, 3.8): each as the parser finds it in its place, with the number that it stands for. */
import assert from 'node:assert/strict';
import { mentions } from '../../../server/src/model/mentions';
import { type MessageView, viewOf } from '../../../server/src/model/view';
import { parse } from '../../../server/src/syntax/parse';

const MONTH = 'Tue Mar 21 00:00:00 +0100';
const BODY = '1.  The bell rang.\n\n2.  It stopped.\n\nEXAMPLE\n';

/** A cable of the year with those lines in the place of its own. */
function cable(
  year: number,
  { line = 'UNCLAS ROME 000001', ref = '', subject = 'A BELL', body = BODY, preamble = '', attributes = '' } = {},
): string {
  const yy = String(year % 100).padStart(2, '0');
  const text = `R 211200Z MAR ${yy}\nFM AMEMBASSY ROME\nTO SECSTATE WASHDC\n${line}\n\nE.O. 12958: N/A\nTAGS: PREL, IT\nSUBJECT: ${subject}\n${ref && `REF: ${ref}\n`}\n${body}`;
  if (preamble)
    return `${preamble}\nA BELL\n${MONTH} ${year}\nUNCLASSIFIED\nEmbassy Rome\nVZCZCXYZ0001\nRR RUEHC\nDE RUEHRO #0001/01 0801200\nZNR UUUUU ZZH\n${text}`;
  return attributes ? `Message Text\n\n${text}\n\nMessage Attributes\n\n${attributes}\n` : text;
}

const viewIn = (text: string): MessageView => viewOf(parse(text));
const cited = (view: MessageView, kind: 'entry' | 'number') =>
  mentions(view)
    .filter((each) => each.kind === kind)
    .map(({ ids }) => ids.join())
    .join(' ');
const own = (text: string) => viewIn(text).reference?.id ?? '';

/** Where a spelling stands; gives the numbers that are found there, '' for none. */
const PATHS: Readonly<Record<string, (spelling: string, year: number) => string>> = {
  'REF block': (ref, year) => cited(viewIn(cable(year, { ref })), 'entry'),
  'classification line': (line, year) => own(cable(year, { line })),
  'page line': (page, year) => own(cable(year, { line: 'UNCLAS', body: BODY.replace('2.', `${page}\n\n2.`) })),
  'page line of the 1970s': (page, year) =>
    own(
      `UNCLASSIFIED\n\n${page}\nACTION EUR-12\n\nINFO OCT-01 /013 W\n                  ---------------------   054819\nR 211200Z MAR ${year % 100}\nFM AMEMBASSY ROME\nTO SECSTATE WASHDC\nUNCLAS\n\nE.O. 11652: N/A\nTAGS: PINT, IT\nSUBJ: A BELL\n\n${BODY}`,
    ),
  preamble: (preamble, year) => own(cable(year, { preamble })),
  'document number': (number, year) =>
    own(cable(year, { line: 'UNCLAS', attributes: `Document Number: ${number}\nTAGS: PINT, IT` })),
  SMART: (mrn, year) =>
    own(
      `UNCLASSIFIED\n\nMRN: ${mrn}\nDate/DTG: Mar 21, ${year} / 211200Z MAR ${year % 100}\nFrom: AMEMBASSY ROME\nAction: WASHDC, SECSTATE ROUTINE\nE.O.: 13526\nTAGS: PREL, IT\nSubject: A BELL\n\n${BODY}`,
    ),
  text: (words, year) => cited(viewIn(cable(year, { body: BODY.replace('rang', `rang, as ${words} said`) })), 'number'),
  subject: (subject, year) => cited(viewIn(cable(year, { subject })), 'number'),
};

const ROWS: [path: string, spelling: string, year: number, id: string][] = [
  // The year.
  ['REF block', '06 PHNOM PENH 534', 2006, '06PHNOMPENH534'],
  ['REF block', '2006 PHNOM PENH 534', 2006, '06PHNOMPENH534'],
  ['REF block', '(06) PHNOM PENH 534', 2006, '06PHNOMPENH534'],
  ['REF block', 'PHNOM PENH 534', 2006, '06PHNOMPENH534'],
  ['REF block', 'PHNOM PENH 534 (05)', 2006, '05PHNOMPENH534'],
  ['REF block', '06PHNOMPENH534', 2006, '06PHNOMPENH534'],
  ['REF block', '06PHNOMPENH 534', 2006, '06PHNOMPENH534'],
  ['REF block', '2005STATE226504', 2006, '05STATE226504'],
  ['REF block', '05STATE226504 AND 05ROME7', 2006, '05STATE226504 05ROME7'],
  ['REF block', '99 ROME 12', 2006, '99ROME12'],
  ['REF block', 'STATE 187673', 1976, '76STATE187673'],
  ['REF block', '1975 STATE 195297', 1976, '75STATE195297'],
  ['REF block', '05\n     STATE 226504', 2006, '05STATE226504'],
  ['REF block', '2066 ROME 405', 2006, ''],
  // The number.
  ['REF block', 'PHNOM PENH 000534', 2006, '06PHNOMPENH534'],
  ['REF block', 'PHNOM PENH 00000534', 2006, '06PHNOMPENH534'],
  ['REF block', 'BRASILIA 2799 AND 2764', 2006, '06BRASILIA2799 06BRASILIA2764'],
  ['REF block', 'LIMA 799, 764 AND 712', 2006, '06LIMA799 06LIMA764 06LIMA712'],
  ['REF block', '[A] State 88314, 59032', 2006, '06STATE88314 06STATE59032'],
  ['REF block', 'A. A) LIMA 236', 2006, '06LIMA236'],
  ['REF block', 'A. REF A STATE 111222', 2006, '06STATE111222'],
  ['REF block', '(A) 05 SAO PAULO 11; (B) 05 SAO PAULO 9 (NOTAL)', 2006, '05SAOPAULO11 05SAOPAULO9'],
  ['REF block', 'STATE 111222 TOSEC 140001', 1976, '76STATE111222'],
  ['REF block', 'STATE A-4945', 1976, '76STATE-A4945'],
  ['REF block', '73 BANGKOK A-50', 1976, '73BANGKOK-A50'],
  ['REF block', '73BANGKOK-A50', 1976, '73BANGKOK-A50'],
  ['REF block', '1976STATE187673_b', 1976, '76STATE187673'],
  // The post.
  ['REF block', 'Phnom Penh 534', 2006, '06PHNOMPENH534'],
  ['REF block', 'AMEMBASSY PHNOM PENH 534', 2006, '06PHNOMPENH534'],
  ['REF block', 'AMCONSUL RIO DE JANEIRO 129', 2006, '06RIODEJANEIRO129'],
  ['REF block', 'RIO\n     DE JANEIRO 129', 2006, '06RIODEJANEIRO129'],
  ['REF block', 'RIO 129', 2006, '06RIODEJANEIRO129'],
  ['REF block', 'RIO DE JAN 129', 2006, '06RIODEJANEIRO129'],
  ['REF block', 'HAGUE 3', 2006, '06THEHAGUE3'],
  ['REF block', 'THE HAGUE 3', 2006, '06THEHAGUE3'],
  ['REF block', 'USUN 1203', 2006, '06USUNNEWYORK1203'],
  ['REF block', 'USUN NEW YORK 1203', 2006, '06USUNNEWYORK1203'],
  ['REF block', 'USMISSION USUN NEW YORK 1203', 2006, '06USUNNEWYORK1203'],
  ['REF block', 'SECSTATE 12345', 2006, '06STATE12345'],
  ['REF block', 'SECSTATE WASHDC 12345', 2006, '06STATE12345'],
  ['REF block', 'WASHDC 12345', 2006, '06STATE12345'],
  ['REF block', 'USEU 77', 2006, '06USEUBRUSSELS77'],
  ['REF block', 'USEU BRUSSELS 77', 2006, '06USEUBRUSSELS77'],
  ['REF block', 'BRUSSELS 77', 2006, '06BRUSSELS77'],
  ['REF block', 'UNVIE 8', 2006, '06UNVIEVIENNA8'],
  ['REF block', 'UNVIE VIENNA 8', 2006, '06UNVIEVIENNA8'],
  ['REF block', 'VIENNA 8', 2006, '06VIENNA8'],
  ['REF block', 'PARIS FR 9', 2006, '06UNESCOPARISFR9'],
  ['REF block', 'USUNESCO 9', 2006, '06UNESCOPARISFR9'],
  ['REF block', 'TAIPEI 10', 2006, '06AITTAIPEI10'],
  ['REF block', 'AIT TAIPEI 10', 2006, '06AITTAIPEI10'],
  ['REF block', 'DELHI 11', 2006, '06NEWDELHI11'],
  ['REF block', 'MEXICO CITY 12', 2006, '06MEXICO12'],
  ['REF block', 'PORT-AU-PRINCE 2107', 2006, '06PORTAUPRINCE2107'],
  ['REF block', 'PORT AU PRINCE 2107', 2006, '06PORTAUPRINCE2107'],
  ['REF block', "N'DJAMENA 13", 2006, '06NDJAMENA13'],
  ['REF block', 'ST. PETERSBURG 14', 2006, '06STPETERSBURG14'],
  ['REF block', 'SECDEF 15', 2006, '06SECDEF15'],
  ['REF block', 'USMISSION GENEVA 16', 2006, '06GENEVA16'],
  ['REF block', 'US MISSION GENEVA 16', 2006, '06GENEVA16'],
  ['REF block', 'USNATO 17', 1976, '76USNATO17'],
  ['REF block', 'NATO 17', 1976, '76USNATO17'],
  // Misspelt, where no other post can be meant.
  ['REF block', 'PHNOM PEHN 534', 2006, '06PHNOMPENH534'],
  ['REF block', '(05) BRUSELS 3312', 2006, '05BRUSSELS3312'],
  ['REF block', 'A. SAO PAOLO 11 (NOTAL)\n     B. RIO DE JANERIO 129', 2006, '06SAOPAULO11 06RIODEJANEIRO129'],
  ['REF block', 'KATMANDU 18 AND 19', 2006, '06KATHMANDU18 06KATHMANDU19'],
  ['REF block', 'VATICA 00412', 1976, '76VATICAN412'],
  // Not certain, or no cable.
  ['REF block', 'ROMEE 405', 2006, ''],
  ['REF block', 'JEDDA 405', 2006, ''],
  ['REF block', 'PORTO 405', 2006, ''],
  ['REF block', 'NOWHERE 405', 2006, ''],
  ['REF block', 'STATE12345', 2006, ''],
  ['REF block', 'PARAS 405', 2006, ''],
  ['REF block', 'BUENOS 00412', 1976, ''],
  ['REF block', 'SECDEF R150900Z OCT 08', 2009, ''],
  ['REF block', 'SMITH/JONES E-MAIL 05/11/07', 2007, ''],
  ['REF block', '9 FAM 41.21', 2007, ''],
  ['REF block', 'TELCON', 2007, ''],
  ['REF block', 'XXXXXXXXXXXX', 2007, ''],

  ['classification line', 'UNCLAS PHNOM PENH 000534', 2006, '06PHNOMPENH534'],
  ['classification line', 'C O N F I D E N T I A L SECTION 01 OF 03 PHNOM PENH 000534', 2006, '06PHNOMPENH534'],
  ['classification line', 'UNCLAS AMEMBASSY HANOI 000012', 2006, '06HANOI12'],
  ['classification line', 'UNCLAS E F T O LUSAKA 000012', 2006, '06LUSAKA12'],
  ['classification line', 'UNCLAS STATE 111222 TOSEC 140001', 1976, '76STATE111222'],
  ['classification line', 'S E C R E T USUN NEW YORK 1203', 1976, '76USUNNEWYORK1203'],
  ['classification line', "UNCLAS N'DJAMENA 000013", 2006, '06NDJAMENA13'],
  ['classification line', 'UNCLAS THE HAGUE 003120', 2006, '06THEHAGUE3120'],
  ['classification line', 'UNCLAS PORT AU PRINCE 002107', 2006, '06PORTAUPRINCE2107'],
  ['classification line', 'UNCLAS PHNOM PEHN 000534', 2006, '06PHNOMPENH534'],
  ['classification line', 'CONFIDENTIAL NOFORN ANKARA 0412', 1977, '77ANKARA412'],

  ['page line', 'PHNOM PENH 00000534  002 OF 003', 2006, '06PHNOMPENH534'],
  ['page line', 'STATE 00226504  002 OF 003', 2005, '05STATE226504'],
  ['page line', 'RIO DE JAN 00000129  002 OF 002', 2006, '06RIODEJANEIRO129'],
  ['page line of the 1970s', 'PAGE 01        ANKARA  00412  141530Z', 1977, '77ANKARA412'],
  ['page line of the 1970s', 'PAGE 01        VATICA  00412  01 OF 02  141530Z', 1977, '77VATICAN412'],
  ['page line of the 1970s', 'PAGE 01        TEL AV  00123  141530Z', 1977, '77TELAVIV123'],
  ['page line of the 1970s', 'PAGE 01        USUN N  01203  141530Z', 1977, '77USUNNEWYORK1203'],
  ['page line of the 1970s', 'PAGE 01        PORT O  00405  141530Z', 1977, '77PORTOFSPAIN405'],
  ['page line of the 1970s', 'PAGE 01  STATE  187673', 1976, '76STATE187673'],
  ['page line of the 1970s', 'PAGE 01        NOWHER  00412  141530Z', 1977, ''],

  ['preamble', '06PHNOMPENH534', 2006, '06PHNOMPENH534'],
  ['preamble', '06EFTOBAKU1165', 2006, '06BAKU1165'],
  ['preamble', '09SECTION01OF03SANJOSE525', 2009, '09SANJOSE525'],
  ['preamble', '05TAIPEI10', 2005, '05AITTAIPEI10'],
  ['preamble', '06PARISFR9', 2006, '06UNESCOPARISFR9'],
  // Repaired from the classification line.
  ['preamble', '06ASTANA', 2006, '06ROME1'],
  ['preamble', '092OF5', 2009, '09ROME1'],

  ['document number', '1973LIMA02545', 1973, '73LIMA2545'],
  ['document number', '1976STATE187673', 1976, '76STATE187673'],
  ['document number', '1976STATE187673_b', 1976, '76STATE187673'],
  ['document number', '1975TELAV01234', 1975, '75TELAVIV1234'],
  ['document number', '1975USUNN01203_b', 1975, '75USUNNEWYORK1203'],
  ['document number', '1976VATICA00412', 1976, '76VATICAN412'],
  ['document number', '1973BANGKOK-A50', 1973, '73BANGKOK-A50'],
  ['document number', '1975NATO00017', 1975, '75USNATO17'],

  ['SMART', '15 LISBON 321', 2015, '15LISBON321'],
  ['SMART', '15 PORT AU PRINCE 2107', 2015, '15PORTAUPRINCE2107'],

  ['text', '05 STATE 226504', 2006, '05STATE226504'],
  ['text', '(05) STATE 226504', 2006, '05STATE226504'],
  ['text', 'USUN NEW YORK 1203', 2006, '06USUNNEWYORK1203'],
  ['text', '06PHNOMPENH534', 2006, '06PHNOMPENH534'],
  ['text', '1976STATE187673_b', 2006, '76STATE187673'],
  ['text', '73 BANGKOK A-50', 1976, '73BANGKOK-A50'],
  ['text', "05 N'Djamena 13", 2006, '05NDJAMENA13'],
  ['text', 'cable The Hague 3120', 2006, '06THEHAGUE3120'],
  ['text', '05 RIO 129', 2006, '05RIODEJANEIRO129'],
  ['text', '05 PHNOM PEHN 534', 2006, ''],
  ['subject', 'Answer to STATE 226504', 2006, '06STATE226504'],
  ['subject', 'ANSWER TO 05 ST PETERSBURG 14', 2006, '05STPETERSBURG14'],
];

describe('spellings of a message number', () => {
  for (const [path, spelling, year, id] of ROWS)
    it(`${path} of ${year}, ${JSON.stringify(spelling)}: ${id || 'none'}`, () =>
      assert.equal(PATHS[path]!(spelling, year).trim(), id));
});

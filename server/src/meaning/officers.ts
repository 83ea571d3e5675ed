/** Words that posts coin freely, read part by part: `EconOff`, `PDOffs`, `EnvCouns`, `MINFOR` (table notes, "Families"). */
import type { Meaning } from './meaning';

/** First parts, as they name a section or a subject. */
const SECTIONS: Readonly<Record<string, string>> = {
  ADMIN: 'administrative',
  AG: 'agricultural',
  AGR: 'agricultural',
  AM: 'American',
  ARMS: 'arms control',
  COM: 'commercial',
  COMM: 'commercial',
  CON: 'consular',
  CONS: 'consular',
  CULT: 'cultural',
  CUS: 'customs',
  DEF: 'defense',
  DEL: 'delegation',
  DEPT: 'Department of State',
  ECON: 'economic',
  ECONPOL: 'economic and political',
  EMB: 'embassy',
  ENV: 'environment',
  EST: 'environment, science and technology',
  ESTH: 'environment, science, technology and health',
  FIN: 'finance',
  HEALTH: 'health',
  INFO: 'information',
  LAB: 'labor',
  LEG: 'legal',
  MGT: 'management',
  MGMT: 'management',
  MIL: 'military',
  MIS: 'mission',
  PD: 'public diplomacy',
  POL: 'political',
  POLECON: 'political and economic',
  POLMIL: 'political-military',
  PRESS: 'press',
  PUB: 'public affairs',
  REF: 'refugee',
  SCI: 'science',
  TRADE: 'trade',
  TREAS: 'Treasury',
  WASH: 'Washington-based',
};
const ROLES: Readonly<Record<string, string>> = {
  OFF: 'officer',
  COUNS: 'counselor',
  ATT: 'attaché',
  CHIEF: 'section chief',
  COUN: 'counselor',
};
const OFFICER = new RegExp(`^(${Object.keys(SECTIONS).join('|')})[-/]?(${Object.keys(ROLES).join('|')})(S?)$`);

const MINISTRIES: Readonly<Record<string, string>> = {
  AG: 'agriculture',
  AGRI: 'agriculture',
  COM: 'commerce',
  CULT: 'culture',
  DEF: 'defense',
  ECON: 'economy',
  EDUC: 'education',
  ENERGY: 'energy',
  ENV: 'environment',
  FIN: 'finance',
  FOR: 'foreign affairs',
  HEALTH: 'health',
  INFO: 'information',
  INT: 'interior',
  JUST: 'justice',
  JUS: 'justice',
  LAB: 'labor',
  TOUR: 'tourism',
  TRANS: 'transport',
};
const MINISTER = new RegExp(
  `^(?:MIN(${Object.keys(MINISTRIES).join('|')})|(DEP|VICE)?(${Object.keys(MINISTRIES).join('|')})MIN)$`,
);

/** The meaning of a coined word, in any case of its letters; null when it is not of these families. */
export function coinedMeaning(word: string): Meaning | null {
  const upper = word.toUpperCase();
  const officer = OFFICER.exec(upper);
  if (officer) {
    const role = ROLES[officer[2]!]! + (officer[3] ? 's' : '');
    return meaning(word, `${SECTIONS[officer[1]!]} ${role}`, 'position', 'U.S. side.');
  }
  const minister = MINISTER.exec(upper);
  if (!minister) return null;
  const [, ministry, deputy, subject] = minister;
  if (ministry) return meaning(word, `Ministry or minister of ${MINISTRIES[ministry]}`, 'government', 'Host side.');
  return meaning(word, `${deputy ? 'deputy ' : ''}minister of ${MINISTRIES[subject!]}`, 'position', 'Host side.');
}

const meaning = (term: string, expansion: string, kind: string, note: string): Meaning => ({
  term,
  expansion,
  kind,
  note,
  evidence: 'general',
  because: '',
  source: 'read part by part, as posts coin such words',
  definedAt: null,
});

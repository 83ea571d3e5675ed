/** What the cards say of the fixed words of the format. Sources: FORMAT.md's sections as given; ACP 127; ACP 131; 5 FAH-2; the orders. */
import type { Level } from '../../model/classification';
import type { FieldKind } from '../../syntax/tree';

/** The labels of header lines (FORMAT 2, 3). */
export const LABELS: Readonly<Partial<Record<FieldKind, string>>> = {
  from: 'FM (FL6): the originator.',
  to: 'TO (FL7): action addressees, one a line.',
  info: 'INFO (FL8): information addressees.',
  xmt: 'XMT (FL9): posts exempted from a collective address.',
  fl3: 'DE (FL3): calling station, station serial number, section, filing time.',
  eo: 'Executive order under which the cable is classified, and when it is to be declassified.',
  tags: 'TAGS: Traffic Analysis by Geography and Subject. Codes that file the cable.',
  subject: 'The subject of the cable.',
  ref: 'Earlier messages that this cable cites.',
  'classified-by': 'The officer who classified the cable, and the reason.',
};

/** Letters of the security mark (FORMAT 2.4). */
export const MARKS: Readonly<Record<string, string>> = {
  U: 'Unclassified, or encrypted before sending. Goes with ZNR.',
  E: 'Unclassified, encrypted for transmission only (EFTO). Goes with ZNY.',
  R: 'RESTRICTED (allied; not U.S. since 1953). Goes with ZNY.',
  C: 'Confidential. Goes with ZNY.',
  S: 'Secret. Goes with ZNY.',
  T: 'Top secret. Goes with ZNY.',
};

/** Operating signals (FORMAT 2.4). */
export const SIGNALS: Readonly<Record<string, string>> = {
  ZNR: 'What follows may be sent in clear: unclassified, or already encrypted.',
  ZNY: 'What follows is classified or encrypted for transmission only.',
  ZZH: "State's own signal, on nearly every State cable.",
  ZZK: "State's own signal: NIACT, night action.",
  ZDK: 'A repetition sent on request.',
  ZFR: 'Cancel this transmission.',
  ZFD: 'Suspected duplicate.',
  ZEL: 'Correction.',
  ZDS: 'Corrected transmission.',
  ZOJ: 'Corrected version number.',
  ZFF: 'Acknowledge receipt by the addressee.',
  ZEX: 'Book message.',
  ZEN: 'Delivered by other means.',
};

/** Executive orders on classification and when they were in force (FORMAT 3.5). */
export const ORDERS: Readonly<Record<string, string>> = {
  '10501': 'In force 1953 to May 1972.',
  '11652': 'In force 1 June 1972 to 30 November 1978. GDS: general declassification schedule; XGDS: exempt from it.',
  '12065': 'In force 1 December 1978 to 31 July 1982.',
  '12356': 'In force 1 August 1982 to 13 October 1995. OADR: the originating agency decides.',
  '12958': 'In force 14 October 1995 to 26 June 2010; amended by 13292 in 2003, which State did not cite.',
  '13526': 'In force since 27 June 2010.',
};

/** Words on the E.O. line; longer ones first where one begins another (FORMAT 3.5). */
export const INSTRUCTIONS: Readonly<Record<string, string>> = {
  'N/A': 'Not applicable: the cable is unclassified.',
  DECL: 'To be declassified on the date or event that follows.',
  OADR: "Originating agency's determination required (1982-95).",
  XGDS: 'Exempt from the general declassification schedule; the digit is the reason (1972-78).',
  GDS: 'General declassification schedule (1972-78).',
  ADS: 'Accelerated declassification schedule (1972-78).',
  '25X': 'Exempt from declassification at 25 years.',
  X: 'Exempt from declassification at ten years; the digit is the reason (1995-2003).',
};

/** Reasons of section 1.4 (FORMAT 3.9). */
export const REASONS: Readonly<Record<string, string>> = {
  a: 'Military plans, weapons systems, operations.',
  b: 'Foreign government information.',
  c: 'Intelligence activities, sources, methods, cryptology.',
  d: 'Foreign relations or activities, including confidential sources.',
  e: 'Scientific, technological or economic matters relating to national security.',
  f: 'Government programs for safeguarding nuclear materials or facilities.',
  g: 'Vulnerabilities or capabilities of systems, installations, infrastructures, projects, plans, protection services.',
  h: 'Weapons of mass destruction (section 1.4 only).',
};

/** Levels of the classification line (FORMAT 3.2). */
export const LEVEL_MEANINGS: Readonly<Record<Level, string>> = {
  UNCLASSIFIED: 'Not classified. With the caption SENSITIVE it is sensitive but unclassified (SBU).',
  'LIMITED OFFICIAL USE': 'Administrative control marking until 1995; no national-security classification.',
  CONFIDENTIAL: 'Disclosure could cause damage to the national security.',
  SECRET: 'Disclosure could cause serious damage to the national security.',
  'TOP SECRET': 'Disclosure could cause exceptionally grave damage to the national security.',
};

/** Portion marks (FORMAT 4.1). */
export const PORTIONS: Readonly<Record<string, string>> = {
  U: 'Unclassified',
  SBU: 'Sensitive but unclassified',
  LOU: 'Limited official use',
  C: 'Confidential',
  S: 'Secret',
  TS: 'Top secret',
};

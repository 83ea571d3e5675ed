/** What the cards say of the labels of header lines (FORMAT 2, 3). */
import type { FieldKind } from '../../syntax/tree';

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

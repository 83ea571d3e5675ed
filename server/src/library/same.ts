import type { Citation, Place, Summary } from './summary';

/** Whether two summaries say the same: most files that are read again have not changed where it matters. */
export const isSame = (a: Summary, b: Summary): boolean =>
  a.id === b.id &&
  a.post === b.post &&
  a.year === b.year &&
  a.serial === b.serial &&
  a.date === b.date &&
  a.subject === b.subject &&
  a.level === b.level &&
  a.sensitive === b.sensitive &&
  a.from === b.from &&
  a.section === b.section &&
  a.sections === b.sections &&
  a.copy === b.copy &&
  isSamePlace(a.at, b.at) &&
  a.tags.length === b.tags.length &&
  a.tags.every((tag, at) => tag === b.tags[at]) &&
  a.citations.length === b.citations.length &&
  a.citations.every((citation, at) => isSameCitation(citation, b.citations[at]!));

const isSameCitation = (a: Citation, b: Citation): boolean =>
  a.id === b.id && a.label === b.label && a.listed === b.listed && isSamePlace(a, b);

const isSamePlace = (a: Place, b: Place): boolean =>
  a.line === b.line && a.character === b.character && a.endLine === b.endLine && a.endCharacter === b.endCharacter;

/** The number of a message itself, as the archive, the classification line or a page line gives it (FORMAT 5.1). */
import { cutPost, isKnownPost, misspeltPost } from '../data/posts';
import type { ClassificationLine } from './classification';
import { pageLines } from './pages';
import { type MessageReference, messageReference, readArchiveNumber, readCompactReference } from './references';
import type { MessageView } from './view';

/** Of the preamble, or of the attributes of a record; null where neither gives one. */
export function archiveReference(view: MessageView): MessageReference | null {
  const mrn = view.preamble('mrn') ?? view.fields('mrn')[0];
  const own = mrn && readWritten(view.folded(mrn));
  if (own) return own;
  const { cable } = view;
  const number = cable.trailer?.fields.find((each) =>
    /^Document Number$/i.test(cable.clean.slice(each.label.start, each.label.end)),
  );
  return number ? readArchiveNumber(view.folded(number)) : null;
}

/** `06PHNOMPENH534`, or `15 LISBON 321`. */
function readWritten(text: string): MessageReference | null {
  const written = /^\(?(\d{4}|\d{2})\)? ([A-Z][A-Z .'-]*?) (A-?)?(\d{1,7})$/i.exec(text);
  const compact = written
    ? `${written[1]}${written[2]!.replace(/[ .'-]/g, '')}${written[3] ? '-A' : ''}${written[4]}`
    : /^[^\s<]+/.exec(text)?.[0];
  return compact ? readCompactReference(compact) : null;
}

/** Of the classification line; a misspelt post counts as the one that is meant. */
export function lineReference(line: ClassificationLine | null, year: number | undefined): MessageReference | null {
  if (!line?.post || !line.serial || year === undefined) return null;
  return messageReference(year, misspeltPost(line.post.text) ?? line.post.text, line.serial.text);
}

/** Of the first page line, where no other line gives one. Those of the 1970s cut the post to six letters. */
export function pageReference(view: MessageView): MessageReference | null {
  const { year } = view;
  const page = year === undefined ? undefined : pageLines(view)[0];
  const name = page?.post.text ?? '';
  const post = isKnownPost(name) ? name : (cutPost(name) ?? misspeltPost(name));
  return page && post ? messageReference(year!, post, page.serial.text) : null;
}

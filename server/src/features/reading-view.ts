/** The page of the reading view. */
import { documentOf } from '../export/document';
import { htmlBody } from '../export/html-body';
import type { Glossary } from '../meaning/glossary';
import { nameOf, type Snapshot } from './snapshot';

export interface ReadingPage {
  /** Number, or subject, or the name of the file. */
  readonly title: string;
  /**
   * HTML in which every text of the cable is escaped. Blocks carry the line (from 0) at which they begin in `data-line`; a link that to which
   * it leads, and the canonical numbers of the cables that it means, divided by blanks, in `data-id`.
   */
  readonly body: string;
}

export function readingPage({ cable, uri }: Snapshot, glossary: Glossary): ReadingPage {
  const name = nameOf(uri);
  const document = documentOf(cable, name, glossary);
  const [first] = document.messages;
  return { title: first?.id ?? first?.title ?? name, body: htmlBody(document, { isView: true }) };
}

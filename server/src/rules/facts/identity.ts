/** What several cross-line rules compare (FORMAT 5.2). */
import { canonicalPost, postByName } from '../../data/posts';
import type { ClassificationLine } from '../../model/classification';
import { type Token, token } from '../../model/fields';
import { pageLines } from '../../model/pages';
import type { MessageView } from '../../model/view';
import { isMisread } from './section-count';
import { archiveReference, bothKnown, samePost } from './shared';

/** The classification line; null where a damaged section count was taken for its post and number. */
export const ownLine = (view: MessageView): ClassificationLine | null => view.once(readOwnLine);
function readOwnLine(view: MessageView): ClassificationLine | null {
  const first = view.classificationLines[0];
  return first && isMisread(view, first) ? null : view.classification;
}

/** The identifier in the archive's preamble in its three parts, as they are written. */
export interface Identifier {
  readonly year: Token;
  readonly post: Token;
  readonly serial: Token;
}

const IDENTIFIER = /^(\d{2})([A-Z][A-Z'.-]*?)(\d{1,7})$/i;

export const identifier = (view: MessageView) => view.once(readIdentifier);
function readIdentifier(view: MessageView): Identifier | null {
  const field = view.preamble('mrn');
  const match = field && archiveReference(view) ? IDENTIFIER.exec(view.folded(field)) : null;
  if (!field || !match || !view.cable.clean.startsWith(match[0], field.value)) return null;
  const [, year, post, serial] = match;
  const at = field.value;
  return { year: token(year!, at), post: token(post!, at + 2), serial: token(serial!, at + 2 + post!.length) };
}

/** How many of the other lines that give a number give that one: FL3 and the end line its last four digits, page lines all. */
function witnesses(view: MessageView, serial: number): number {
  const last = String(serial % 10_000).padStart(4, '0');
  const said = view.fl3?.serial;
  const end = view.message.ending?.fields.find(({ kind }) => kind === 'end-validation');
  return (
    Number(said?.text.length === 4 && said.text === last) +
    Number(end !== undefined && view.text(end).trimStart().startsWith(`#${last}`)) +
    Number(pageLines(view).some((page) => Number(page.serial.text) === serial))
  );
}
export const attestsSerial = (view: MessageView, serial: number): boolean => witnesses(view, serial) > 0;
/** Whether FM or a page line names that post. */
export const attestsPost = (view: MessageView, post: string): boolean =>
  samePost(view.from?.name.text ?? '', post) || pageLines(view).some((page) => samePost(page.post.text, post));

/**
 * The message's own number: of its classification line, else of the archive. Where the two differ, the one that more of the other lines give: the
 * line that stands alone is reported once (`xref/mrn-serial`), and not again for every line that contradicts it.
 */
export const serialOf = (view: MessageView): number | null => view.once(readSerial);
function readSerial(view: MessageView): number | null {
  const serial = ownLine(view)?.serial;
  const line = serial ? Number(serial.text) : null;
  const archive = archiveReference(view)?.serial ?? null;
  if (line === null || archive === null || line === archive) return line ?? archive;
  return witnesses(view, archive) > witnesses(view, line) ? archive : line;
}

/** The classification line and the archive's identifier name two posts. */
export const postsDiffer = (view: MessageView): boolean => view.once(findPostsDiffer);
function findPostsDiffer(view: MessageView): boolean {
  const line = ownLine(view)?.post?.text;
  const archive = archiveReference(view)?.post;
  return !!line && !!archive && canonicalPost(line) !== archive && differentPosts(line, archive);
}

/** The post that the message names as its own: on its classification line, else in the archive's identifier; where they differ as above. */
export const postOf = (view: MessageView): string | null => view.once(readPost);
function readPost(view: MessageView): string | null {
  const line = ownLine(view)?.post?.text ?? null;
  const archive = archiveReference(view)?.post ?? null;
  return archive && postsDiffer(view) && attestsPost(view, archive) ? archive : (line ?? archive);
}

/** Two known posts that cannot be one. */
export const differentPosts = (a: string, b: string): boolean => a !== b && bothKnown(a, b) && !samePost(a, b);
/** A post as lines of a cable write it: `PHNOM PENH`. */
export const writtenPost = (post: string): string => postByName(post)?.written ?? canonicalPost(post);

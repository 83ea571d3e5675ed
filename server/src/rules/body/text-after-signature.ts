import type { MessageView } from '../../model/view';
import type { Line, Span } from '../../syntax/tree';
import { ENDS_SENTENCE, inked, inkOf, isSigned, isWhole } from '../facts/shared';
import { rule } from '../rule';
import { CONFIDENTIAL, UNCLASSIFIED } from '../specimens';

const SURNAME = /^(?:[A-Z][A-Z'-]{3,20}|[A-Z][A-Z'-]{2,15} [A-Z][A-Z'-]{3,20})$/;
/** Words that stand alone on a line as headings. */
const COMMON =
  /^(?:END|BEGIN|QUOTE|UNQUOTE|COMMENT|SUMMARY|NOTE|TEXT|ANNEX|TABLE|BACKGROUND|INTRODUCTION|CONCLUSIONS?|TRADE|ENERGY|BUDGET|LABOR|HEALTH|MEDIA|SECURITY|ECONOMY|POLITICS|BIO|SIPDIS|SENSITIVE|UNCLAS|PARTICIPANTS|RECOMMENDATIONS?|SOURCES?|POC|MINIMIZE)\b|(?:ION|IONS|MENT|MENTS|ICS|ITY|ITIES|NESS|TURE|ISM|ANCE|ENCE)$/;

interface AfterSignature {
  readonly at: Span;
  readonly name: Span;
}

/** Text below the signature, or below a name that stands alone after the last numbered paragraph. */
function find(view: MessageView): AfterSignature | null {
  const { message } = view;
  if (isSigned(message)) {
    const all = message.ending!.fields;
    const name = all.findIndex(({ kind }) => kind === 'signature');
    const after = all.slice(name).find(({ kind }) => kind === 'unknown-line');
    if (!after || all.some(({ kind }) => kind === 'end-of-message')) return null;
    return { at: inked(view, after.children[0]!), name: inked(view, all[name]!.children[0]!) };
  }
  const all = message.body.sections.at(-1)?.paragraphs ?? [];
  const last = all.findLastIndex(({ number }) => number !== null);
  const name = all[last + 1];
  const after = all[last + 2];
  if (last < 0 || !name || !after || after.number || all.length > last + 5) return null;
  const words = inkOf(view, name);
  if (name.children.length !== 1 || view.cable.clean[name.start] !== words[0]) return null;
  if (!SURNAME.test(words) || COMMON.test(words) || !ENDS_SENTENCE.test(inkOf(view, all[last]!))) return null;
  const text = inkOf(view, after);
  // A word of the text is no name, nor is what heads a list or a table.
  if (after.children.length > 6 || text.split(/\s+/).length < 4) return null;
  if (after.children.some(({ kind }: Line) => kind !== 'text') || !ENDS_SENTENCE.test(text)) return null;
  const body = view.cable.clean.slice(message.body.start, name.start).toLowerCase();
  if (body.includes(words.toLowerCase())) return null;
  return { at: inked(view, after.children[0]!), name: inked(view, name.children[0]!) };
}

export const textAfterSignature = rule({
  name: 'body/text-after-signature',
  severity: 'information',
  format: ['4.7'],
  message: 'There is text after the signature.',
  why: 'The signature closes the text: what stands below it may be overlooked. Silent where the name is a word of the text or a heading, and where numbered paragraphs go on.',
  bad: [
    [UNCLASSIFIED, 'EXAMPLE\n', 'TREMAYNE\n\n«The tower was closed later that day.»\n'],
    [UNCLASSIFIED, 'EXAMPLE\n', 'FOX TREMAYNE\n\n«The tower was closed later that day, and»\nnobody went up.\n'],
  ],
  good: [
    [CONFIDENTIAL],
    [UNCLASSIFIED, 'EXAMPLE\n', 'TREMAYNE\nOAKES\n'],
    [UNCLASSIFIED, 'EXAMPLE\n', 'BACKGROUND\n\nThe tower was closed later that day.\n'],
    [UNCLASSIFIED, 'EXAMPLE\n', 'STOPPED\n\nThe tower was closed later that day.\n'],
    [UNCLASSIFIED, 'EXAMPLE\n', 'TREMAYNE\n\n3.  (U) It rang again.\n\nEXAMPLE\n'],
    [CONFIDENTIAL, 'EXAMPLE\nBT\n#0001\nNNNN\n', 'TREMAYNE\n\nCONFIDENTIAL\n\n\nNNNN\n'],
  ],
  check(view, report) {
    const found = isWhole(view) ? find(view) : null;
    if (found) report(found.at, null, { related: { ...found.name, message: 'The signature.' } });
  },
});

import { span } from '../../model/fields';
import type { MessageView } from '../../model/view';
import { insertLine, isLineStart } from '../../rewrite/header-lines';
import type { Edit } from '../../text/edits';
import { isReadable, isSigned } from '../facts/shared';
import { closingBt, joinedLine } from '../facts/transmission-end';
import { rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const btUnbalanced = rule({
  name: 'header/bt-unbalanced',
  severity: 'information',
  format: ['2.7'],
  message: 'Only one BT; the text should lie between two.',
  why: 'BT, alone on a line, opens and closes the text for the relays. Silent in records of an archive, which drop these lines, and where the line that should follow the first BT is joined to the addresses.',
  fix: 'Puts in the other BT; no fix where the end of the text may be missing.',
  bad: [
    [TRANSMITTED, 'EXAMPLE\nBT\n#0001\n', 'EXAMPLE\n', 'GENEVA 1357\nBT', 'GENEVA 1357\n«BT»'],
    [TRANSMITTED, 'GENEVA 1357\nBT\n', 'GENEVA 1357\n', 'EXAMPLE\nBT', 'EXAMPLE\n«BT»'],
    [UNCLASSIFIED, 'WASHDC\n', 'WASHDC\n«BT»\n'],
    [TRANSMITTED, 'EXAMPLE\nBT\n', 'EXAMPLE\n\n', 'GENEVA 1357\nBT', 'GENEVA 1357\n«BT»'],
  ],
  good: [
    [TRANSMITTED],
    [UNCLASSIFIED],
    [CONFIDENTIAL, '0034\nC O N F', '0034\nBT\nC O N F', 'EXAMPLE\nBT\n', 'EXAMPLE\n\n'],
    [TRANSMITTED, 'GENEVA 1357\nBT\nC O N F', 'GENEVA 1357C O N F'],
  ],
  check(view, report) {
    const opening = view.fields('bt')[0];
    const closing = closingBt(view);
    const only = opening ?? closing;
    if (!only || (opening && closing) || view.isRecord || !isReadable(view) || joinedLine(view)) return;
    // In a header that is out of order, or that took the text for its own, the other one was not recognised.
    const { start, end } = view.message;
    const from = opening ? opening.end : start;
    if (/^BT *$/m.test(view.text({ start: from, end: opening ? end : view.message.body.start }))) return;
    const edit = opening ? closingEdit(view) : openingEdit(view);
    report(span(only), null, { fix: edit && { title: 'Insert BT', edits: [edit] } });
  },
});

function openingEdit(view: MessageView): Edit | null {
  // Where the text begins is not known without its classification line.
  const at = view.fields('classification')[0]?.start;
  return at !== undefined && isLineStart(view, at) ? insertLine(view, at, 'BT') : null;
}

/** A validation number right below the text, which is read as a part of it while BT is missing. */
const NUMBER = /(?:^|[\r\n])([ \t]*#\d{3,4}\s*)$/;

function closingEdit(view: MessageView): Edit | null {
  const { message, cable } = view;
  const end = message.ending?.fields.find(({ kind }) => kind === 'end-validation' || kind === 'end-of-message');
  if (!end && !isSigned(message)) return null;
  const at = end?.start ?? message.ending!.fields.at(-1)!.end;
  const number = NUMBER.exec(cable.clean.slice(Math.max(0, at - 40), at));
  return insertLine(view, at - (number?.[1]?.length ?? 0), 'BT');
}

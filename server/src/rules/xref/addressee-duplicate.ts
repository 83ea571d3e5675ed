import type { Addressee } from '../../model/transmission';
import type { MessageView } from '../../model/view';
import { deleteLines } from '../../rewrite/header-lines';
import type { Field, Line, Span } from '../../syntax/tree';
import { type Edit, lineEnd, lineStart } from '../../text/edits';
import { lastFrom } from '../../text/sorted';
import { receivers } from '../facts/addresses';
import { rule } from '../rule';
import { CONFIDENTIAL, RECORD, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const addresseeDuplicate = rule({
  name: 'xref/addressee-duplicate',
  severity: 'information',
  tag: 'unnecessary',
  format: ['5.2', '2.6'],
  message: '{name} is addressed twice.',
  why: 'Each addressee is named once. Who is named for action and again for information is in doubt what to do; that is a warning.',
  fix: 'Deletes the second line; below a label of its own the next addressee moves up.',
  bad: [
    [CONFIDENTIAL, 'RUEHLO/AMEMBASSY LONDON 0034', 'RUEHFR/«AMEMBASSY PARIS» 0034'],
    [CONFIDENTIAL, 'INFO RUEHFR/AMEMBASSY PARIS 0033', 'INFO RUEHC/«SECSTATE WASHDC» 0033'],
    [TRANSMITTED, 'RUCNASE/ASEAN MEMBER COLLECTIVE', 'RUEHC/«SECSTATE WASHDC»'],
    [RECORD, 'INFO AMEMBASSY ATHENS', 'INFO «SECSTATE WASHDC»'],
    [UNCLASSIFIED, 'TO SECSTATE WASHDC\n', 'TO SECSTATE WASHDC\n«SECSTATE WASHDC» 0034\n'],
  ],
  good: [
    [CONFIDENTIAL],
    [UNCLASSIFIED, 'TO SECSTATE WASHDC\n', 'TO SECSTATE WASHDC\nINFO USDOC WASHDC\n'],
    [CONFIDENTIAL, 'RUEHFR/AMEMBASSY PARIS', 'RUEHFR/XXXXXXXXXXXX', 'RUEHLO/AMEMBASSY LONDON', 'RUEHLO/XXXXXXXXXXXX'],
    [TRANSMITTED, 'RUEHGV/USMISSION GENEVA', 'RUEHGV/USMISSION CD GENEVA'],
  ],
  check(view, report) {
    const first = new Map<string, Addressee>();
    const [to, info] = [new Set(view.to), new Set(view.info)];
    for (const { addressee: each, name } of receivers(view)) {
      const before = first.get(name);
      if (!before) {
        first.set(name, each);
        continue;
      }
      const edit = without(view, each);
      const isOfBoth = to.has(before) && info.has(each);
      report(
        each.name,
        { name },
        {
          severity: isOfBoth ? 'warning' : 'information',
          related: { ...before.name, message: 'Here it is addressed first.' },
          fix: edit && { title: `Delete the second ${name}`, edits: [edit], drafter: true },
        },
      );
    }
  },
});

/** Takes an addressee out with its line; null where something else stands on it, or hangs on it. */
function without(view: MessageView, each: Addressee): Edit | null {
  const { text } = view.cable;
  const start = (each.routingIndicator ?? each.name).start;
  const { end } = each.channelNumber ?? each.precedence ?? each.name;
  const isBlank = (at: Span): boolean => view.text(at).trim() === '';
  const [to, info] = [lastFrom(view.fields('to'), start), lastFrom(view.fields('info'), start)];
  const field = to && end <= to.end ? to : info && end <= info.end ? info : null;
  if (!field || each.excluded.length || view.layout === 'smart' || !isBlank({ start: end, end: lineEnd(text, end) }))
    return null;
  const next = textLine(field, 1);
  if (start > field.children[0]!.end) {
    const isLast = textLine(field, 2) === null && isBlank({ start: field.value, end: field.children[0]!.end });
    return isLast || !isBlank({ start: lineStart(text, start), end: start }) ? null : deleteLines(view, { start, end });
  }
  if (!next) return deleteLines(view, { start: field.label.start, end });
  // The next one moves up to the label, unless a page line stands between.
  if (next !== field.children[1]) return null;
  const lead = view.text(next).length - view.text(next).trimStart().length;
  return { start, end: next.start + lead, text: '' };
}

/** The line of text that is the `nth`, counted from 0; null where there are fewer. Looks no further: there may be thousands. */
function textLine({ children }: Field, nth: number): Line | null {
  let left = nth;
  for (const line of children) if (line.kind === 'text' && left-- === 0) return line;
  return null;
}

import { span } from '../../model/fields';
import type { MessageView } from '../../model/view';
import { deleteLines, fieldLines, insertLine, isLineStart } from '../../rewrite/header-lines';
import type { Field } from '../../syntax/tree';
import type { Edit } from '../../text/edits';
import { formatLines, LINE_NAMES, placeOf } from '../facts/transmission-lines';
import { type Fix, rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED, UNCLASSIFIED } from '../specimens';

/** The longest part of some lines that is in order, the first of several as long. */
function inOrder(lines: readonly Field[]): Field[] {
  // Of each place the first of the longest runs that end there: there may be thousands of lines, but the places are few.
  const best: Run[] = [];
  for (const [at, line] of lines.entries()) {
    const place = placeOf(line);
    const fields = [...longest(best.slice(0, place)), line];
    if (fields.length > (best[place]?.fields.length ?? 0)) best[place] = { fields, at };
  }
  return [...longest(best)];
}

interface Run {
  readonly fields: readonly Field[];
  /** Index of the last of them. */
  readonly at: number;
}

/** Of several the one that ends first. */
const longest = (runs: readonly (Run | undefined)[]): readonly Field[] =>
  runs.reduce<Run>(
    (most, each) => {
      const more = (each?.fields.length ?? 0) - most.fields.length;
      return each && (more > 0 || (more === 0 && each.at < most.at)) ? each : most;
    },
    { fields: [], at: -1 },
  ).fields;

/** Whether a field is whole lines of text, shared with nothing and without a page line in it. */
const standsAlone = (view: MessageView, { start, end, children }: Field): boolean =>
  isLineStart(view, start) &&
  isLineStart(view, end) &&
  children.every(({ kind }) => kind === 'text' || kind === 'blank');

/** Null where that place is its own, as where two labels came to stand on one line. */
function move(view: MessageView, field: Field, at: number): Edit[] | null {
  const lines = fieldLines(view, field);
  if (lines.start <= at && at <= lines.end) return null;
  const text = view.cable.text.slice(lines.start, lines.end).replace(/^[\r\n]+|(?<![\r\n])[\r\n]+$/g, '');
  // In the last line of a text, which no break ends, the lines begin with the break above: that line is not meant.
  return [insertLine(view, at, text), deleteLines(view, { start: field.label.start, end: lines.end })];
}

export const lineOrder = rule({
  name: 'header/line-order',
  severity: 'warning',
  format: ['2'],
  message: '{line} should come before {other}.',
  why: 'The lines of the transmission header keep one order, by which systems find them. XMT is silent, as it may follow any collective, and a line that is given twice counts once.',
  fix: 'Moves the line to its place; only as a proposal where that moves addresses or several lines are misplaced.',
  bad: [
    [TRANSMITTED, 'FM AMEMBASSY ROME\n', '', 'O 121200Z DEC 06\n', 'FM AMEMBASSY ROME\n«O 121200Z DEC 06»\n'],
    [CONFIDENTIAL, 'O 121200Z DEC 06\n', '', 'VZCZCXYZ0001\n', 'VZCZCXYZ0001\n«O 121200Z DEC 06»\n'],
    [UNCLASSIFIED, 'TO SECSTATE WASHDC\n', 'INFO AMEMBASSY PARIS\n«TO SECSTATE WASHDC»\n'],
  ],
  good: [
    [CONFIDENTIAL],
    [TRANSMITTED, 'OO RUEHC\n', ''],
    [
      TRANSMITTED,
      'INFO RUCNASE/ASEAN MEMBER COLLECTIVE\n',
      'INFO RUCNASE/ASEAN MEMBER COLLECTIVE\nXMT AMEMBASSY MANILA\nINFO ',
    ],
    [UNCLASSIFIED, 'TO SECSTATE WASHDC\n', 'TO SECSTATE WASHDC\nFM AMEMBASSY ROME\n'],
  ],
  check(view, report) {
    const lines = formatLines(view);
    if (lines.every((line, i) => i === 0 || placeOf(lines[i - 1]!) <= placeOf(line))) return;
    const kept = inOrder(lines);
    const misplaced = lines.filter(({ kind }) => !kept.some((each) => each.kind === kind));
    for (const line of misplaced) {
      const later = kept.find((each) => each.start < line.start && placeOf(each) > placeOf(line));
      const other = later ?? kept.findLast((each) => placeOf(each) < placeOf(line))!;
      const isAddress = line.kind === 'from' || line.kind === 'to' || line.kind === 'info';
      const isClear = !view.has('unknown-line') && !(isAddress && view.has('xmt'));
      // A classification line that is not read as one would be moved with the last address.
      const isEnded = view.has('classification') || !(view.has('to') || view.has('info'));
      const canMove = isClear && isEnded && standsAlone(view, line) && standsAlone(view, other);
      const place = later ? fieldLines(view, later).start : fieldLines(view, other).end;
      // Above its first line it would fall to the message before.
      const edits = canMove && (view.isFirst || place > view.message.start) ? move(view, line, place) : null;
      const [name, otherName] = [LINE_NAMES[line.kind]!, LINE_NAMES[other.kind]!];
      const fix: Fix | null = edits && { title: `Move ${name} ${later ? 'before' : 'after'} ${otherName}`, edits };
      report(span(line), later ? { line: name, other: otherName } : { line: otherName, other: name }, {
        related: { ...span(other), message: `${otherName} stands here.` },
        // Of a header in which several lines are misplaced no order is certain.
        fix: fix && (isAddress || misplaced.length > 1) ? { ...fix, drafter: true } : fix,
      });
    }
  },
});

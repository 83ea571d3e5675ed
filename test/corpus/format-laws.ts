/** What must hold of formatting, whatever the text. */

import { type CableJson, toJson } from '../../server/src/model/json';
import { FORMAT_DEFAULTS, type FormatOptions } from '../../server/src/rewrite/format';
import { check } from '../../server/src/rules/check';
import { formatCable } from '../../server/src/rules/formatting';
import { parse } from '../../server/src/syntax/parse';
import type { Cable } from '../../server/src/syntax/tree';
import { applyEdits } from '../../server/src/text/edits';
import { finish } from '../../server/src/text/steps';

export const FORMATS: readonly FormatOptions[] = [
  FORMAT_DEFAULTS,
  { ...FORMAT_DEFAULTS, width: 65 },
  { ...FORMAT_DEFAULTS, width: 55 },
  { ...FORMAT_DEFAULTS, keepTrailingBlanks: true, finalBreak: false },
];

/** All that is not white space; of a line of one character only that it is there, as the rules of headings change their length. */
const ink = (text: string): string =>
  text.replace(/^([ \t]*)([-=_*~.\u2010-\u2015])\2{2,}[ \t]*(\\?)[ \t]*$/gm, '$2$2$2$3').replace(/\s+/g, '');

/** What a cable says, each of its messages: lines are counted and numbered anew. */
function substance(cable: Cable): string {
  const json: CableJson = toJson(cable, '', { error: 0, warning: 0, information: 0, hint: 0 });
  return JSON.stringify(json, (key, value) => {
    if (key === 'line' || key === 'lines') return 0;
    return key === 'raw' ? String(value).replace(/\s+/g, ' ') : value;
  });
}

function counted(cable: Cable): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of check(cable)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

/** Laws that are broken, each in one line; and whether anything changed. */
export function formatBreaches(text: string, options: FormatOptions): { broken: string[]; changed: boolean } {
  const broken: string[] = [];
  const cable = parse(text);
  const edits = finish(formatCable(cable, options));
  for (const [i, { start, end, text: put }] of edits.entries()) {
    if (!(start <= end && end <= text.length && start >= (edits[i - 1]?.end ?? 0))) broken.push('edits out of order');
    if (text.slice(start, end) === put) broken.push('an edit that changes nothing');
    for (const at of [start, end]) if (text[at - 1] === '\r' && text[at] === '\n') broken.push('between CR and LF');
  }
  const after = applyEdits(text, edits);
  if (ink(after) !== ink(text)) broken.push('a character is added or lost');
  const styles = new Set(text.match(/\r\n|\n|\r/g) ?? ['\n']);
  if ((after.match(/\r\n|\n|\r/g) ?? []).some((each) => !styles.has(each))) broken.push('another line break');
  const formatted = parse(after);
  const again = finish(formatCable(formatted, options));
  if (again.length) broken.push(`not done the first time: ${JSON.stringify(again.slice(0, 3))}`);
  const [was, is] = [substance(cable), substance(formatted)];
  if (was !== is) {
    const at = [...was].findIndex((char, i) => char !== is[i]);
    broken.push(`reads otherwise: ${was.slice(at - 40, at + 60)} | ${is.slice(at - 40, at + 60)}`);
  }
  const before = counted(cable);
  for (const [rule, count] of counted(formatted))
    if (count > (before.get(rule) ?? 0))
      broken.push(
        `finds ${rule}: ${check(formatted)
          .filter((each) => each.rule === rule)
          .map(({ message }) => message)
          .join(' | ')}`,
      );
  return { broken, changed: edits.length > 0 };
}

import { type DraftLine, line } from './lines';

/** A line this long was once many: 69 characters is the limit of the format, and an archive's subject line stays below. */
const LONG = 240;
/** Fewer places than this, and the words only happen to stand in a long line. */
const ENOUGH = 3;

/**
 * Where a line of a cable began before its breaks were lost (FORMAT 6, "whole text on one line"): header labels and format lines,
 * numbered paragraphs with a mark or a word after them. Blank on the left; no pattern looks further than a few dozen characters.
 */
const BEGINS =
  /(?<=[ \t\uFEFF])(?=VZCZC[A-Z]{3}\d|DE RUE[A-Z]{1,5} #|ZN[RY] [A-Z]{5}|[ZOPR] \d{6}Z [A-Z]{3} \d\d|FM [A-Z]|TO RU|TO SECSTATE|INFO RU|(?:UNCLAS|C O N F I D E N T I A L|S E C R E T|CONFIDENTIAL|SECRET) SECTION \d|UNCLAS [A-Z]{3,20} \d{6}|[CS] (?:O N F I D E N T I A L|E C R E T) [A-Z]{3,20} \d{6}|E\.O\. \d{5}|TAGS: |SUBJECT: |SUBJ: |REF(?:S|TELS?)?: |SIPDIS\b|Classified By: |CLASSIFIED BY: |¶\d{1,3}\.|\d{1,2}\. {1,3}(?:\((?:U|SBU|LOU|C|S|TS)[)/]|(?:Summary|SUMMARY|Comment|COMMENT)\b))/g;

/** Cuts lines that hold many lines of a cable. Lines of ordinary length are returned as they are. */
export function splitJoinedLines(text: string, lines: DraftLine[]): DraftLine[] {
  // The usual case costs one comparison a line and no copy.
  if (!lines.some((each) => each.end - each.start > LONG)) return lines;
  const result: DraftLine[] = [];
  for (const whole of lines) {
    if (whole.end - whole.start <= LONG) {
      result.push(whole);
      continue;
    }
    const content = text.slice(whole.start, whole.end);
    const cuts = Array.from(content.matchAll(BEGINS), (match) => whole.start + match.index);
    let from = whole.start;
    for (const at of cuts.length < ENOUGH ? [] : cuts) {
      result.push(line(text, from, at, at));
      from = at;
    }
    result.push(line(text, from, whole.end, whole.next));
  }
  return result;
}

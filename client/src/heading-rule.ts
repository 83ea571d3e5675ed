/**
 * The rules of a heading keep its length while it is changed, as linked editing does where both texts are the same (FORMAT 4.2). Lines
 * and columns count from 0.
 */

/** What was put in the place of some characters of a line: the column where it begins, and how many went. */
export interface LineChange {
  readonly start: number;
  readonly removed: number;
  readonly text: string;
}

/** A rule to be made anew: from the first to behind its last character. */
export interface RuleEdit {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** From here on a rule goes across the page. */
const ACROSS = 55;
/** Fewer characters are no rule. */
const SHORTEST = 3;
const RULE = /^(\s*)(([-=_*~.])\3{2,})\s*$/;

/**
 * The rules above and below a line that had its length before the line was changed, and have it no longer.
 * @param lineAt the text of a line as it is now; undefined where there is none.
 * @param changes of that line, in any order, with columns as they were.
 * @param isLinked the rules are known to be those of the line, whatever their length.
 */
export function ruleEdits(
  lineAt: (line: number) => string | undefined,
  line: number,
  changes: readonly LineChange[],
  isLinked = false,
): RuleEdit[] {
  const now = lineAt(line);
  if (now === undefined || RULE.test(now) || isTable(now)) return [];
  const before = undone(now, changes);
  return [line - 1, line + 1].flatMap((at): RuleEdit[] => {
    const [, blanks, rule, mark] = RULE.exec(lineAt(at) ?? '') ?? [];
    if (blanks === undefined || rule === undefined || rule.length >= ACROSS) return [];
    if (!isLinked && !fits(rule, blanks, before)) return [];
    // The colon may go without a rule.
    const isShort = rule.length === inkOf(before).length - 1 && /:$/.test(inkOf(before)) && /:$/.test(inkOf(now));
    const right = Math.max(SHORTEST, inkOf(now).length - (isShort ? 1 : 0));
    if (right === rule.length || right >= ACROSS) return [];
    return [{ line: at, start: blanks.length, end: blanks.length + rule.length, text: mark!.repeat(right) }];
  });
}

const inkOf = (line: string): string => line.trim();
const isTable = (line: string): boolean => /\S {3,}\S/.test(line);

/** Whether a rule is that of a heading: as long, and begun below its first letter. */
function fits(rule: string, blanks: string, heading: string): boolean {
  const ink = inkOf(heading);
  if (ink === '') return rule.length === SHORTEST;
  return (
    /^\s*/.exec(heading)![0] === blanks &&
    (rule.length === Math.max(SHORTEST, ink.length) || (rule.length === ink.length - 1 && ink.endsWith(':')))
  );
}

/** A line before it was changed; of what was taken away only the length is known. */
function undone(now: string, changes: readonly LineChange[]): string {
  let before = now;
  let shift = 0;
  const placed = [...changes]
    .sort((a, b) => a.start - b.start)
    .map((each) => {
      const at = each.start + shift;
      shift += each.text.length - each.removed;
      return { ...each, at };
    });
  for (const { at, removed, text } of placed.reverse())
    before = before.slice(0, at) + 'x'.repeat(removed) + before.slice(at + text.length);
  return before;
}

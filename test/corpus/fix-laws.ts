/** What must hold for every fix of every finding. */
import { check } from '../../server/src/rules/check';
import { batch } from '../../server/src/rules/fix';
import type { Finding } from '../../server/src/rules/rule';
import { parse } from '../../server/src/syntax/parse';
import { applyEdits, type Edit, overlap } from '../../server/src/text/edits';

export interface Breach {
  /** The rule whose fix it is; `mend` for all fixes that need no decision, together. */
  readonly rule: string;
  readonly law: 'edits' | 'line-breaks' | 'stays' | 'brings' | 'unending';
  /** The rule that came, or what is wrong. */
  readonly what: string;
  readonly finding: Finding | null;
  readonly after: string;
}

/** Whether a rule is told of the text with some of its damage left out: then it was wrong before, and only hidden. */
export type WasWrong = (rule: string) => boolean;

/**
 * Where that cannot be seen from the damage, as one place has two faults: `[rule of the fix, rule that may then be told, why]`.
 */
export const MAY_COME: readonly (readonly [fix: string, comes: string, why: string])[] = [
  [
    'text/control-character',
    '*',
    'the character stands in place of a letter: without it a word is seen to be misspelt',
  ],
  ['text/html-entity', '*', 'the same: an apostrophe in the middle of a word'],
  ['text/character-not-allowed', '*', 'the same: a hyphen of another alphabet'],
  ['text/tab', '*', 'the same: blanks where a bracket was'],
  ['xref/mrn-year', '*', 'what depends on the year of the cable is judged once its two lines name one'],
  ['xref/ssn-serial', 'xref/end-ssn', 'the end line is compared with FL3 once that is right'],
  [
    'xref/mrn-serial',
    'xref/ref-future',
    'a digit was lost in the classification line: the lesser number makes references late',
  ],
  [
    'body/portion-mark-position',
    'body/portion-mark-malformed',
    'what stands before a number is read as a mark once behind it',
  ],
];

/** So many rounds of fixes are made of a text at most. */
const ROUNDS = 10;
const count = (findings: readonly Finding[], rule: string): number =>
  findings.filter((each) => each.rule === rule).length;
const isGrave = ({ severity }: Finding): boolean => severity === 'error' || severity === 'warning';

/** Rules of which there are more grave findings after than before. */
function arrived(before: readonly Finding[], after: readonly Finding[]): string[] {
  const [was, is] = [before.filter(isGrave), after.filter(isGrave)];
  return [...new Set(is.map(({ rule }) => rule))].filter((rule) => count(is, rule) > count(was, rule));
}

const mayCome = (fixes: ReadonlySet<string>, comes: string): boolean =>
  MAY_COME.some(([fix, rule]) => fixes.has(fix) && (rule === '*' || rule === comes));

/** Where a place is after edits. */
function moved(at: number, edits: readonly Edit[]): number {
  let by = 0;
  for (const { start, end, text } of edits) {
    if (end <= at) by += text.length - (end - start);
    else if (start < at) by += start - at;
  }
  return at + by;
}

const breaksOf = (text: string): Set<string> => new Set(text.match(/\r\n|\n|\r/g) ?? []);
/** A control character between a CR and an LF (tape had a NUL there) broke one line break in two. */
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g;

function editsBreach(text: string, edits: readonly Edit[]): string | null {
  if (edits.length === 0) return 'no edits';
  for (const [i, edit] of edits.entries()) {
    if (!(0 <= edit.start && edit.start <= edit.end && edit.end <= text.length)) return 'outside the text';
    if (edits.slice(i + 1).some((each) => overlap(each, edit))) return 'edits overlap';
    for (const at of [edit.start, edit.end]) if (text[at - 1] === '\r' && text[at] === '\n') return 'between CR and LF';
  }
  return applyEdits(text, edits) === text ? 'nothing changes' : null;
}

/** Breaches of the laws on one text, how many fixes were tried, and of which rules. */
export function breaches(text: string, wasWrong: WasWrong): { found: Breach[]; tried: number; rules: string[] } {
  const found: Breach[] = [];
  // Different fixes often lead to the same text.
  const known = new Map<string, readonly Finding[]>();
  const find = (each: string): readonly Finding[] => {
    let findings = known.get(each);
    if (!findings) {
      findings = check(parse(each));
      known.set(each, findings);
    }
    return findings;
  };
  const before = find(text);
  const styles = new Set([...breaksOf(text), ...breaksOf(text.replace(CONTROL, ''))]);
  let tried = 0;
  for (const finding of before)
    for (const { edits } of finding.fixes) {
      tried++;
      const { rule } = finding;
      const after = applyEdits(text, edits);
      const tell = (law: Breach['law'], what: string) => found.push({ rule, law, what, finding, after });
      const wrong = editsBreach(text, edits);
      if (wrong) {
        tell('edits', wrong);
        continue;
      }
      if (styles.size && [...breaksOf(after)].some((each) => !styles.has(each)))
        tell('line-breaks', 'another line break');
      const now = find(after);
      const at = moved(finding.start, edits);
      if (
        count(now, rule) >= count(before, rule) &&
        now.some((each) => each.rule === rule && each.message === finding.message && Math.abs(each.start - at) < 2)
      )
        tell('stays', rule);
      for (const comes of arrived(before, now))
        if (!mayCome(new Set([rule]), comes) && !wasWrong(comes)) tell('brings', comes);
    }
  // All at once.
  const together = batch(before);
  if (together.length) {
    tried++;
    let mended = text;
    const used = new Set(mendable(before));
    // As `mend` does, which one test compares with this.
    for (let round = 0, edits = together; round < ROUNDS && edits.length; round++) {
      mended = applyEdits(mended, edits);
      edits = batch(find(mended));
      for (const rule of mendable(find(mended))) used.add(rule);
    }
    const tell = (law: Breach['law'], what: string) =>
      found.push({ rule: 'mend', law, what, finding: null, after: mended });
    const wrong = editsBreach(text, together);
    if (wrong) tell('edits', wrong);
    if (styles.size && [...breaksOf(mended)].some((each) => !styles.has(each)))
      tell('line-breaks', 'another line break');
    const left = find(mended);
    if (batch(left).length) tell('unending', mendable(left).join());
    for (const comes of arrived(before, left)) if (!mayCome(used, comes) && !wasWrong(comes)) tell('brings', comes);
  }
  return { found, tried, rules: before.filter(({ fixes }) => fixes.length).map(({ rule }) => rule) };
}

/** Rules of which a batch may apply a fix. */
const mendable = (findings: readonly Finding[]): string[] =>
  findings.filter(({ fixes }) => fixes.some(({ drafter }) => !drafter)).map(({ rule }) => rule);

/** Judges by the damage that was done to a good text: rules that are told of it with some of that left out. */
export function judge(damage: readonly Edit[], spoil: (damage: readonly Edit[]) => string): WasWrong {
  let told: Set<string> | undefined;
  return (rule) => {
    if (!told) {
      told = new Set();
      const all = 2 ** Math.min(damage.length, MOST);
      for (let some = 0; some < all - 1; some++) {
        const part = damage.filter((_, i) => i >= MOST || some & (1 << i));
        for (const each of check(parse(spoil(part)))) if (isGrave(each)) told.add(each.rule);
      }
    }
    return told.has(rule);
  };
}
/** Of more damage not every part is tried. */
const MOST = 8;

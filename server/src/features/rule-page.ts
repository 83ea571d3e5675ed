/** The page of a rule: made from the table of rules, its examples run. Printed by `cable explain`, and kept in `docs/rules/`. */
import { LineIndex } from '../model/line-index';
import { check } from '../rules/check';
import { readExample, SHELF } from '../rules/examples';
import { FORMAT } from '../rules/format';
import { defaultSeverity, type Example, type Finding, type Rule } from '../rules/rule';
import { parse } from '../syntax/parse';
import { applyEdits } from '../text/edits';

/** Longer examples are shown in part. */
const MOST_LINES = 12;

/** Markdown. */
export function rulePage(rule: Rule): string {
  const draft = defaultSeverity(rule, false);
  const record = defaultSeverity(rule, true);
  const severity = draft === record ? draft : `${draft}; ${record} in an archive's record`;
  const messages = [rule.message, ...Object.values(rule.messages ?? {})];
  const good = rule.good
    .filter((example) => example.length > 1 || !isSpecimen(example))
    .flatMap((example) => goodExample(example) ?? []);
  return `${[
    `# ${rule.name}`,
    rule.why,
    [
      `- **Says**: ${messages.map((message) => message).join(' / ')}`,
      `- **Severity**: ${severity}${rule.style ? ' (advice to a drafter)' : ''}`,
      `- **Fix**: ${rule.fix ?? 'none; only the drafter can mend it.'}`,
      `- **Format**: ${rule.format.map((section) => `${section} ${FORMAT[section]?.title ?? ''} (${FORMAT[section]?.source ?? ''})`).join('; ')}`,
      ...(rule.table
        ? ['- **Data**: uses the tables of posts, routing indicators or TAGS, and is silent where they have no entry.']
        : []),
      ...(rule.shelf ? ['- **Library**: asks the library of the open folders, and is silent without one.'] : []),
    ].join('\n'),
    '## Wrong',
    ...rule.bad.map((example) => badExample(rule, example)),
    '## Right',
    ...good,
    '## Change or turn off',
    'In `.cablerc.json`, or under `cable.rules` in the settings of VS Code:',
    fence(`{ "rules": { "${rule.name}": "${draft === 'off' ? 'information' : 'off'}" } }`, 'json'),
  ].join('\n\n')}\n`;
}

const isSpecimen = ([text]: Example): boolean => text.split('\n').length > MOST_LINES;
const fence = (text: string, language = 'text'): string => `\`\`\`${language}\n${text}\n\`\`\``;

function badExample(rule: Rule, example: Example): string {
  const { text } = readExample(example);
  const asked = new Map(rule.severity === 'off' ? [[rule.name, 'information' as const]] : []);
  const findings = check(parse(text), asked, undefined, SHELF).filter((finding) => finding.rule === rule.name);
  const lines = shownLines(example, text, findings);
  const parts = [fence(show(text, lines, findings))];
  const fix = findings[0]?.fixes[0];
  if (fix) {
    const mended = applyEdits(text, fix.edits);
    parts.push(
      `${fix.title}${fix.drafter ? ' (offered, never applied by itself)' : ''}:`,
      fence(show(mended, changedLines(text, mended), [])),
    );
  }
  return parts.join('\n\n');
}

function goodExample(example: Example): string | null {
  const { text } = readExample(example);
  const lines = shownLines(example, text, []);
  return lines.length ? fence(show(text, lines, [])) : null;
}

/** The lines that an example is about: those that its edits changed, and those at which something was found. */
function shownLines(example: Example, text: string, findings: readonly Finding[]): number[] {
  const index = new LineIndex(text);
  const whole = example.length === 1;
  const changed =
    whole && index.count <= MOST_LINES
      ? Array.from({ length: index.count }, (_, at) => at)
      : whole
        ? []
        : changedLines(example[0], text);
  const found = findings.flatMap(({ start, end, related }) => {
    const first = index.lineAt(start);
    const last = Math.min(index.lineAt(Math.max(start, end - 1)), first + 2);
    const other = related ? [index.lineAt(related.start)] : [];
    return [...Array.from({ length: last - first + 1 }, (_, at) => first + at), ...other];
  });
  return [...new Set([...changed, ...found])].sort((a, b) => a - b);
}

/** Lines of the second text that are not in the first; where lines only went, their neighbours. */
function changedLines(before: string, after: string): number[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (
    end < old.length - start &&
    end < now.length - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  )
    end++;
  // Edits far from each other would show all that lies between.
  const known = new Set(old);
  const lines = Array.from({ length: now.length - end - start }, (_, at) => start + at).filter(
    (at) => !known.has(now[at]!) && now[at] !== '',
  );
  if (lines.length) return lines;
  return [start - 1, start].filter((at) => at >= 0 && at < now.length && now[at] !== '');
}

/** Lines with the findings under them; `...` where some are left out. */
function show(text: string, lines: readonly number[], findings: readonly Finding[]): string {
  const all = text.split('\n');
  const index = new LineIndex(text);
  const out: string[] = [];
  let before = -1;
  for (const line of lines) {
    if (before >= 0 && line > before + 1 && all.slice(before + 1, line).some((each) => each !== '')) out.push('...');
    else if (before >= 0 && line > before + 1) out.push('');
    before = line;
    out.push(visible(all[line]!));
    for (const { start, end, message } of findings) {
      const from = index.positionAt(start);
      if (from.line !== line) continue;
      const to = index.positionAt(end);
      const length = Math.max(1, (to.line === line ? to.character : all[line]!.length) - from.character);
      out.push(`${' '.repeat(from.character)}${'^'.repeat(length)} ${message}`);
    }
  }
  return out.join('\n');
}

/** What cannot be seen, made visible. */
const visible = (line: string): string =>
  line
    .replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`)
    .replace(/\t/g, '→   ');

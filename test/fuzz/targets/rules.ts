import { NO_SETTINGS } from '../../../server/src/config/resolve';
import { diagnostics } from '../../../server/src/features/diagnostics';
import { snapshot } from '../../../server/src/features/snapshot';
import { check } from '../../../server/src/rules/check';
import type { Severity } from '../../../server/src/rules/rule';
import { RULES } from '../../../server/src/rules/table';
import { parse } from '../../../server/src/syntax/parse';
import { SHELF } from '../../support/examples';
import { Breach, insist, type Target } from '../engine/target';
import { insistOnEdits, Lines } from './laws';

/** Those that are off, too. */
const ALL = new Map<string, Severity>(RULES.map(({ name }) => [name, 'warning']));

export const rules: Target = {
  name: 'rules',
  law: 'every rule ends on any text; what it finds lies in the text, is told in a line, and is told once',
  holds: ({ text }) => {
    const failed = ({ name }: { name: string }, error: unknown): never => {
      throw new Breach(`${name} fails`, error instanceof Error ? error.stack : String(error));
    };
    const told = new Set<string>();
    for (const finding of check(parse(text), ALL, failed, SHELF)) {
      const { rule, start, end, related, message, fixes } = finding;
      insist(0 <= start && start <= end && end <= text.length, `${rule}: outside of the text`);
      insist(
        !related || (0 <= related.start && related.start <= related.end && related.end <= text.length),
        `${rule}: the other line is outside of the text`,
      );
      insist(
        message.length > 0 && !/[\r\n]|\{[a-z]+\}|undefined|NaN/.test(message.replace(/[‘“"'].*[’”"']/, '')),
        `${rule}: a message that is no sentence`,
        () => message,
      );
      const key = `${rule} ${start} ${end} ${message}`;
      insist(!told.has(key), `${rule}: told twice`, () => message);
      told.add(key);
      for (const { edits, title } of fixes) {
        insist(title.length > 0 && edits.length > 0, `${rule}: a fix of nothing`);
        insistOnEdits(`${rule}: fix`, text, edits);
      }
    }
    const now = snapshot('file:///x.cable', 1, text);
    const lines = new Lines(text);
    for (const { range, relatedInformation, code } of diagnostics(now, { settings: NO_SETTINGS, docs: null, failed })) {
      lines.insistOn(String(code), range);
      for (const { location } of relatedInformation ?? []) lines.insistOn(`${code}, other line`, location.range);
    }
    return undefined;
  },
};

/** What the editor's status says of a cable: number, date, classification, findings. */
import * as l10n from '@vscode/l10n';
import { MONTHS } from '../model/dates';
import type { MessageView } from '../model/view';
import { type Finding, SEVERITIES, type Severity } from '../rules/rule';
import { writtenNumber } from './cable-names';
import type { Snapshot } from './snapshot';

export interface Status {
  /** `06 PHNOM PENH 534`; of a file with several messages the first of them. */
  readonly text: string;
  /** `21 Mar 2006 · UNCLASSIFIED//SBU · 1 warning, 2 hints`; what is not known is left out. */
  readonly detail: string;
  readonly errors: number;
  readonly warnings: number;
}

export function status({ view, cable }: Snapshot, findings: readonly Pick<Finding, 'severity'>[]): Status {
  const count = (severity: Severity): number => findings.filter((each) => each.severity === severity).length;
  const others = cable.messages.length - 1;
  const number = view.reference ? writtenNumber(view.reference.id) : l10n.t('Cable');
  const found = SEVERITIES.flatMap((severity) => {
    const times = count(severity);
    return times ? [times === 1 ? ONE[severity]() : MANY[severity](times)] : [];
  });
  return {
    text: others > 0 ? l10n.t('{0} and {1} more', number, others) : number,
    detail: [dateOf(view), classificationOf(view), found.join(', ') || l10n.t('no findings')]
      .filter(Boolean)
      .join(' · '),
    errors: count('error'),
    warnings: count('warning'),
  };
}

const ONE: Readonly<Record<Severity, () => string>> = {
  error: () => l10n.t('1 error'),
  warning: () => l10n.t('1 warning'),
  information: () => l10n.t('1 note'),
  hint: () => l10n.t('1 hint'),
};
const MANY: Readonly<Record<Severity, (count: number) => string>> = {
  error: (count) => l10n.t('{0} errors', count),
  warning: (count) => l10n.t('{0} warnings', count),
  information: (count) => l10n.t('{0} notes', count),
  hint: (count) => l10n.t('{0} hints', count),
};

/** `21 Mar 2006`; the year alone where no more is known. */
function dateOf({ dtg, year }: MessageView): string {
  if (!dtg?.utc || !dtg.date) return year === undefined ? '' : String(year);
  const month = MONTHS[dtg.date.month - 1]!;
  return `${dtg.date.day} ${month[0]}${month.slice(1).toLowerCase()} ${dtg.date.year}`;
}

/** `UNCLASSIFIED//SBU`, `SECRET//NOFORN`. */
function classificationOf(view: MessageView): string {
  if (!view.level) return '';
  const isNoforn = view.classification?.handling.some(({ text }) => text === 'NOFORN') || view.caption('NOFORN');
  return [view.level, view.level === 'UNCLASSIFIED' && view.isSensitive && 'SBU', isNoforn && 'NOFORN']
    .filter(Boolean)
    .join('//');
}

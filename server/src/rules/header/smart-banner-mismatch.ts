import { levelOf } from '../../model/classification';
import { span } from '../../model/fields';
import type { MessageView } from '../../model/view';
import type { FieldGroup } from '../../syntax/tree';
import { rule } from '../rule';
import { SMART, UNCLASSIFIED } from '../specimens';

/** Banners that give a level; SBU gives one as well. */
const levels = (view: MessageView, group: FieldGroup | null) =>
  (group?.fields ?? []).flatMap((field) => {
    const level = field.kind === 'banner' ? levelOf(view.folded(field)) : null;
    return level ? [{ field, level }] : [];
  });

export const smartBannerMismatch = rule({
  name: 'header/smart-banner-mismatch',
  severity: 'warning',
  format: ['1.5'],
  message: 'First and last classification banner differ.',
  why: 'The classification stands alone on the first and on the last lines, in either order with the control marking. Silent where one of them is missing.',
  bad: [
    [SMART, 'SBU\nUNCLASSIFIED\n', '«CONFIDENTIAL»\n'],
    [SMART, 'UNCLASSIFIED\nSBU\n\nMRN', 'SECRET\n\nMRN', 'SBU\nUNCLASSIFIED\n', '«UNCLASSIFIED»\n'],
  ],
  good: [
    [SMART],
    [SMART, 'SBU\nUNCLASSIFIED\n', 'UNCLASSIFIED\nSBU\n'],
    [SMART, 'SBU\nUNCLASSIFIED\n', ''],
    [SMART, 'SBU\nUNCLASSIFIED\n', 'UNCLASSIFIED\n'],
    [UNCLASSIFIED],
  ],
  check(view, report) {
    if (view.layout !== 'smart') return;
    const [first] = levels(view, view.message.header);
    const last = levels(view, view.message.ending);
    if (!first || !last.length || last.some(({ level }) => level === first.level)) return;
    report(span(last[0]!.field), null, {
      related: { ...span(first.field), message: `The first banner says ${view.folded(first.field)}.` },
    });
  },
});

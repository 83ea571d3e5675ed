/** When a cable says how long it stays classified (FORMAT 3.5). */
import type { MessageView } from '../../model/view';
import { isFrom } from './shared';

/** Classified, and of the time in which the line gives `DECL:`; a draft has no date, but names an order of that time. */
export const needsDeclassification = (view: MessageView): boolean => view.once(readNeed);
const readNeed = (view: MessageView): boolean =>
  view.isClassified &&
  (view.dtg
    ? isFrom(view, 1995, 11)
    : view.orders.some(({ number }) => number?.text === '12958' || number?.text === '13526'));

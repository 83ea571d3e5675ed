/** What was written otherwise in earlier years. */
import type { MessageView } from '../../model/view';

/** Since the 1980s the numbers of cables have six digits, those of sections two. A draft without a date is known by its order. */
export const isOfSixDigits = (view: MessageView): boolean =>
  view.layout !== 'aad' &&
  (view.year === undefined ? view.orders.some(({ number }) => Number(number?.text) >= 12356) : view.year >= 1980);

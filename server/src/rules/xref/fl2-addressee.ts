import { routingIndicator } from '../../data/posts';
import { receivers } from '../facts/addresses';
import { rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const fl2Addressee = rule({
  name: 'xref/fl2-addressee',
  severity: 'off',
  table: true,
  format: ['5.2', '2.2'],
  message: 'FL2 does not list {ri}.',
  why: 'As sent by its own station, FL2 lists the routing indicators of all addressees. Off, because each relay keeps only those that it serves, and archives hold what a relay has passed on; useful for messages before they are sent. Silent for indicators that are not in the table.',
  bad: [
    [CONFIDENTIAL, 'TO RUEHC', 'TO «RUEHC»'],
    [TRANSMITTED, 'INFO RUCNASE', 'INFO «RUCNASE»', 'RUEHGV', '«RUEHGV»'],
  ],
  good: [
    [UNCLASSIFIED],
    [CONFIDENTIAL, 'OO RUEHFR RUEHLO', 'OO RUEHC RUEHFR RUEHLO'],
    [CONFIDENTIAL, 'OO RUEHFR RUEHLO', 'OO RUEHC RUEHFR\nRUEHLO.'],
    [TRANSMITTED, 'OO RUEHC', 'OO RUEHC RUCNASE', 'RUEHGV/', 'ZEN/'],
    [TRANSMITTED, 'OO RUEHC', 'OO RUEHC RUCNASE', 'RUEHGV/', 'RUEHQQQ/'],
  ],
  check(view, report) {
    if (!view.has('fl2')) return;
    const listed = new Set(view.fl2.map(({ text }) => text.toUpperCase()));
    const fl2 = view.fields('fl2')[0]!;
    for (const { addressee } of receivers(view)) {
      const at = addressee.routingIndicator;
      const ri = at?.text.toUpperCase();
      if (at && ri && !listed.has(ri) && ri !== 'ZEN' && routingIndicator(ri).length > 0)
        report(
          at,
          { ri },
          { related: { start: fl2.start, end: fl2.children.at(-1)!.end, message: 'The called stations.' } },
        );
    }
  },
});

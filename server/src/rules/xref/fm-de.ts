import { allPosts } from '../../data/posts';
import { lazy } from '../../data/tables';
import { isElsewhere, senderOf } from '../facts/sender';
import { rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED } from '../specimens';

const owners = lazy(() => new Map(allPosts().map((post) => [post.routingIndicator, post])));

export const fmDe = rule({
  name: 'xref/fm-de',
  severity: 'warning',
  table: true,
  format: ['5.2', '2.3'],
  message: 'FM says {name}; routing indicator {ri} belongs to {owner}.',
  why: 'The station that calls in FL3 is that of the originator. Posts of one country share stations, so that only the station of another country is reported; silent where FM contradicts the classification line (`xref/fm-post`).',
  bad: [
    [CONFIDENTIAL, 'DE RUEHRO', 'DE RUEHFR', 'FM AMEMBASSY ROME', 'FM «AMEMBASSY ROME»'],
    [TRANSMITTED, 'DE RUEHRO', 'DE RUEHC', 'FM AMEMBASSY ROME', 'FM RUEHRO/«AMEMBASSY ROME»'],
  ],
  good: [
    [CONFIDENTIAL, 'DE RUEHRO', 'DE RUEHMIL'],
    [CONFIDENTIAL, 'DE RUEHRO', 'DE RUQQQQQ'],
    [CONFIDENTIAL, 'FM AMEMBASSY ROME', 'FM AMEMBASSY MADRID'],
    [TRANSMITTED, 'FM AMEMBASSY ROME', 'FM CODEL EXAMPLE'],
  ],
  check(view, report) {
    const station = view.fl3?.station;
    const sender = station ? senderOf(view) : null;
    if (!station || !sender?.post.routingIndicator || sender.post.routingIndicator === station.text) return;
    const owner = owners().get(station.text.toUpperCase());
    if (!owner || owner.country === sender.post.country || isElsewhere(view)) return;
    report(
      sender.at,
      { name: sender.name, ri: station.text, owner: owner.plad },
      { related: { ...station, message: `${station.text} is ${owner.plad}.` } },
    );
  },
});

import { postByName, routingIndicator } from '../../data/posts';
import { receivers } from '../facts/addresses';
import { withoutKind } from '../facts/sender';
import { rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED } from '../specimens';

const COMMON = new Set(['AMEMBASSY', 'AMCONSUL', 'USMISSION', 'COLLECTIVE', 'WASHDC', 'WASHINGTON']);
/** Words that tell one address from another. */
const wordsOf = (text: string): string[] => text.toUpperCase().match(/[A-Z]{4,}/g) ?? [];

export const addresseeRi = rule({
  name: 'xref/addressee-ri',
  severity: 'information',
  table: true,
  format: ['5.2', '2.6'],
  message: '{ri} is {known} in the table, not {name}.',
  why: 'A routing indicator stands for an address of the printed list, and takes the message there whatever name follows. Only an address that has another indicator in the table is reported; collectives are not.',
  bad: [
    [CONFIDENTIAL, 'RUEHFR/AMEMBASSY PARIS', '«RUEHAN»/AMEMBASSY PARIS'],
    [TRANSMITTED, 'RUEHGV/USMISSION GENEVA 1357', '«RUEHMIL»/AMEMBASSY MADRID PRIORITY 1357'],
  ],
  good: [
    [CONFIDENTIAL],
    [CONFIDENTIAL, 'RUEHLO/AMEMBASSY LONDON', 'RUEHLO/USDAO LONDON UK'],
    [CONFIDENTIAL, 'RUEHFR/AMEMBASSY PARIS', 'RUEHQQ/AMEMBASSY PARIS'],
    [TRANSMITTED, 'RUCNASE/ASEAN MEMBER', 'RUEHAN/ASEAN MEMBER'],
    [CONFIDENTIAL, 'RUEHFR/AMEMBASSY PARIS', 'RUEHAN/XXXXXXXXXXXX'],
  ],
  check(view, report) {
    for (const { addressee, name } of receivers(view)) {
      const at = addressee.routingIndicator;
      if (!at || name.includes('COLLECTIVE')) continue;
      const post = postByName(withoutKind(name));
      if (!post?.routingIndicator || post.routingIndicator === at.text) continue;
      const known = new Set(routingIndicator(at.text).map(({ plad }) => plad));
      const [only] = known;
      if (known.size !== 1) continue;
      const said = wordsOf(name).filter((word) => !COMMON.has(word));
      if (said.length > 0 && !wordsOf(only!).some((word) => said.includes(word)))
        report(at, { ri: at.text, known: only!, name });
    }
  },
});

import { nameOf, receivers } from '../facts/addresses';
import { isRedacted, rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const addresseeSelf = rule({
  name: 'xref/addressee-self',
  severity: 'information',
  format: ['5.2', '2.6'],
  message: 'The originator is among the addressees.',
  why: 'Nobody writes to himself: FM or the address is a slip, often one left over from the cable that was answered.',
  bad: [
    [CONFIDENTIAL, 'RUEHFR/AMEMBASSY PARIS', 'RUEHRO/«AMEMBASSY ROME»'],
    [UNCLASSIFIED, 'TO SECSTATE WASHDC', 'TO «AMEMBASSY  ROME»'],
  ],
  good: [
    [UNCLASSIFIED, 'TO SECSTATE WASHDC', 'TO AMCONSUL MILAN'],
    [CONFIDENTIAL, 'FM AMEMBASSY ROME', 'FM XXXXXXXXXXXX', 'RUEHFR/AMEMBASSY PARIS', 'RUEHFR/XXXXXXXXXXXX'],
    [TRANSMITTED, 'RUCNASE/ASEAN MEMBER COLLECTIVE', 'RUCNASE/EUROPEAN POSTS COLLECTIVE XMT AMEMBASSY ROME'],
  ],
  check(view, report) {
    const { from } = view;
    const own = from ? nameOf(from) : '';
    if (!from || !own || isRedacted(own)) return;
    const self = receivers(view).find(({ name }) => name === own);
    if (self) report(self.addressee.name, null, { related: { ...from.name, message: 'The originator.' } });
  },
});

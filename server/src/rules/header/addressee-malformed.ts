import { isRedacted, rule } from '../rule';
import { CONFIDENTIAL, SMART, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const addresseeMalformed = rule({
  name: 'header/addressee-malformed',
  severity: 'information',
  format: ['2.6'],
  message: 'This addressee was not understood.',
  why: 'An addressee is a plain language address, often with a routing indicator before it: `RUEHC/SECSTATE WASHDC`. Silent where the rest of a TO line is empty, as the address then stands on the next line, and where it is redacted.',
  bad: [
    [CONFIDENTIAL, 'RUEHFR/AMEMBASSY PARIS 0033', 'RUEHFR/«31»'],
    [TRANSMITTED, 'RUCNASE/ASEAN MEMBER COLLECTIVE', '«RUCNASE»/'],
    [UNCLASSIFIED, 'TO SECSTATE WASHDC', 'TO SECSTATE WASHDC\nINFO «(1)»'],
  ],
  good: [
    [CONFIDENTIAL, 'RUEHFR/AMEMBASSY PARIS 0033', 'RUEHFR/XXXXXXXXXXXX 0033'],
    [UNCLASSIFIED, 'TO SECSTATE', 'TO\nSECSTATE'],
    [UNCLASSIFIED, 'TO SECSTATE WASHDC', 'TO AIG 7420\nSECSTATE WASHDC'],
    [SMART],
  ],
  check(view, report) {
    for (const { name, routingIndicator } of view.addressees) {
      if (name.text ? !/[A-Z]{2}/i.test(name.text) && !isRedacted(name.text) : routingIndicator)
        report(name.text ? name : routingIndicator!);
    }
  },
});

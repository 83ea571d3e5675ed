import { isKnownPost, nearestPost, postByPlad } from '../../data/posts';
import { token } from '../../model/fields';
import { isRedacted, propose, rule } from '../rule';
import { CONFIDENTIAL, SMART, TRANSMITTED, UNCLASSIFIED } from '../specimens';

/** Addresses of posts; of departments and commands the table has too few. */
const MISSION = /^((?:AMEMBASSY|AMCONSUL|USMISSION) {1,3})([A-Z][A-Z .'-]{2,30})$/i;

export const pladUnknown = rule({
  name: 'header/plad-unknown',
  severity: 'information',
  table: true,
  format: ['2.6'],
  message: '`{x}` is not in the table of addresses. {near}?',
  why: 'A misspelt address may not reach its post. Only embassies, consulates and missions are looked up, and only a name near a known one is reported, as the table does not have every post.',
  fix: 'Writes the nearest post.',
  bad: [
    [CONFIDENTIAL, 'AMEMBASSY PARIS 0033', 'AMEMBASSY «PARRIS» 0033'],
    [UNCLASSIFIED, 'TO SECSTATE WASHDC', 'TO SECSTATE WASHDC\nINFO AMCONSUL «THESSALONKI»'],
    [TRANSMITTED, 'USMISSION GENEVA 1357', 'USMISSION «GENEEVA» 1357'],
  ],
  good: [
    [CONFIDENTIAL, 'AMEMBASSY PARIS', 'AMEMBASSY ATLANTIS'],
    [UNCLASSIFIED, 'TO SECSTATE WASHDC', 'TO SECSTATE WASHDC\nINFO SECDEFF WASHDC'],
    [CONFIDENTIAL, 'AMEMBASSY PARIS', 'AMEMBASSY XXXXXXXXXXXX'],
    [SMART],
  ],
  check(view, report) {
    for (const { name, excluded } of view.from ? [view.from, ...view.addressees] : view.addressees)
      for (const address of excluded.length ? [name, ...excluded] : [name]) {
        // Most addresses are in the table just so.
        if (postByPlad(address.text)) continue;
        const match = MISSION.exec(address.text);
        if (!match || isKnownPost(match[2]!) || isRedacted(address.text)) continue;
        const near = nearestPost(match[2]!)?.written;
        const post = token(match[2]!, address.start + match[1]!.length);
        if (near) report(post, { x: address.text, near: match[1]! + near }, { fix: propose(post, near) });
      }
  },
});

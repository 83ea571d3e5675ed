import { receivers } from '../facts/addresses';
import { more, rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED, UNCLASSIFIED } from '../specimens';

/** Other departments and commands; missions are of the Department. */
const NOT_STATE =
  /^(?:CIA|DIA|NSA|NSC|FBI|DEA|SECDEF|JOINT STAFF|WHITE HOUSE|JCS|TREASURY|USDOC|USDA|DOD|DHS|DEPT OF (?!STATE)|HQ |CDR|CINC|COMUS|US[A-Z]{2,4}COM)\b/;

export const stadisAddressee = rule({
  name: 'xref/stadis-addressee',
  severity: 'warning',
  table: true,
  format: ['5.2', '3.3'],
  message: 'STADIS, but {name} is not a State addressee{more}.',
  why: 'STADIS keeps a cable within the Department of State and its posts, so that no other department may be addressed.',
  bad: [
    [UNCLASSIFIED, 'SIPDIS\n', 'STADIS\n', 'TO SECSTATE WASHDC\n', 'TO SECSTATE WASHDC\nINFO «SECDEF WASHDC»\n'],
    [
      CONFIDENTIAL,
      'SIPDIS\n',
      'STADIS\n',
      'RUEHFR/AMEMBASSY PARIS',
      'RUEAIIA/«CIA WASHDC»',
      'RUEHLO/AMEMBASSY LONDON',
      'RUEKJCS/JOINT STAFF WASHINGTON DC',
    ],
  ],
  good: [
    [UNCLASSIFIED, 'SIPDIS\n', 'STADIS\n'],
    [CONFIDENTIAL, 'SIPDIS\n', 'STADIS\n'],
    [UNCLASSIFIED, 'TO SECSTATE WASHDC\n', 'TO SECSTATE WASHDC\nINFO SECDEF WASHDC\n'],
    [TRANSMITTED, 'SIPDIS\n', 'STADIS\n', 'RUCNASE/ASEAN MEMBER COLLECTIVE', 'RUEHC/DEPT OF STATE WASHINGTON DC'],
  ],
  check(view, report) {
    const stadis = view.caption('STADIS');
    if (!stadis) return;
    const others = receivers(view).filter(({ name }) => NOT_STATE.test(name));
    const [first] = others;
    if (first)
      report(
        first.addressee.name,
        { name: first.name, more: more(others) },
        { related: { start: stadis.start, end: stadis.end, message: 'The caption.' } },
      );
  },
});

import { isKnownPost } from '../../data/posts';
import { isRedacted, rule } from '../rule';
import { CONFIDENTIAL, TRANSMITTED, UNCLASSIFIED } from '../specimens';

export const refMalformed = rule({
  name: 'header/ref-malformed',
  severity: 'information',
  format: ['3.8', '6'],
  message: 'This reference was not understood.',
  why: 'A reference to a cable is year, post and number; here only a post can be read. Silent for e-mails, telephone calls, documents and whatever else is cited.',
  bad: [
    [TRANSMITTED, '05 ROME 405', '«ROME»'],
    [UNCLASSIFIED, 'SUBJECT: A BELL\n', 'SUBJECT: A BELL\nREF: «STATE12345»\n'],
  ],
  good: [
    [TRANSMITTED, '05 ROME 405', 'BELL-EXAMPLE E-MAIL OF 12/01/06'],
    [TRANSMITTED, '05 ROME 405', 'ROME A-405'],
    [CONFIDENTIAL, '05 ROME 405', 'XXXXXXXXXXXX'],
    [CONFIDENTIAL, '05 ROME 405', '05 ROME 405 AND PREVIOUS'],
  ],
  check(view, report) {
    for (const reference of view.references)
      if (
        reference.kind === 'other' &&
        reference.id === null &&
        !isRedacted(reference.text) &&
        POST_ALONE.test(reference.text) &&
        isKnownPost(reference.text.replace(/^\d+ |(?<!\d)\d+$/g, ''))
      )
        report(reference);
  },
});

const POST_ALONE = /^(?:\d{2}(?:\d{2})? )?[A-Z][A-Za-z ]{1,40}\d{0,7}$/;

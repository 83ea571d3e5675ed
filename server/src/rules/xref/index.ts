/** Rules on lines that contradict each other (FORMAT 5.2). All are silent where either line is absent, unread or redacted. */
import type { Rule } from '../rule';
import { addressXrefRules } from './addresses';
import { classificationXrefRules } from './classification';
import { dateRules } from './dates';
import { identityRules } from './identity';
import { precedenceRules } from './precedence';
import { referenceXrefRules } from './references';
import { sectionRules } from './sections';

export const xrefRules: Rule[] = [
  ...identityRules,
  ...sectionRules,
  ...dateRules,
  ...precedenceRules,
  ...classificationXrefRules,
  ...addressXrefRules,
  ...referenceXrefRules,
];

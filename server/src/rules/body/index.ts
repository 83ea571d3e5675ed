/** Rules on paragraphs, headings, named blocks, page lines and the signature (FORMAT 4). */
import type { Rule } from '../rule';
import { blockRules } from './blocks';
import { endingRules } from './ending';
import { paragraphRules } from './paragraphs';
import { portionMarkRules } from './portion-marks';

export const bodyRules: Rule[] = [...paragraphRules, ...portionMarkRules, ...blockRules, ...endingRules];

/** Mending a whole text, as "fix all" and `cable check --fix` do. */
import { batch } from '../rules/fix';
import { parse } from '../syntax/parse';
import { applyEdits } from '../text/edits';
import type { Steps } from '../text/steps';
import { findingsFor } from './findings';
import type { FileSettings } from './resolve';

/** After so many rounds of fixes what is left is left. */
const ROUNDS = 10;

/**
 * The text with every fix that needs no decision of the drafter. Where fixes touch each other, or one lets another be seen, they are made
 * in rounds, until none is left: mending twice changes nothing the second time. Each step is a round.
 */
export function* mend(given: string, settings: FileSettings): Steps<string> {
  let text = given;
  for (let round = 0; round < ROUNDS; round++) {
    if (round > 0) yield;
    const edits = batch(findingsFor(parse(text), settings));
    if (edits.length === 0) break;
    text = applyEdits(text, edits);
  }
  return text;
}

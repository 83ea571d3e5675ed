/** Requests whose work takes long: between its steps a letter that is typed, and what is asked elsewhere, has its turn. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Snapshot } from '../features/snapshot';
import type { Steps } from '../text/steps';
import type { Answer } from './answering';
import { turn } from './turn';

interface InStepsHost {
  readonly latest: (uri: string) => Snapshot | null;
  readonly answer: Answer;
  readonly failed: (name: string, error: unknown) => void;
}

/**
 * Guards a request about a document: what it answers with where the feature fails, or the document is none of ours.
 * @throws ResponseError where the answer is not wanted any longer, or the text has changed since the work began
 */
export type AnswerInSteps = <T>(
  name: string,
  empty: T,
  uri: string,
  token: CancellationToken,
  work: (snapshot: Snapshot) => Steps<T>,
) => Promise<T>;

export const answeringInSteps =
  ({ latest, answer, failed }: InStepsHost): AnswerInSteps =>
  async (name, empty, uri, token, work) => {
    const snapshot = answer(name, null, () => latest(uri));
    if (!snapshot) return empty;
    try {
      const steps = work(snapshot);
      let step = steps.next();
      // What is done at once has not kept anybody waiting.
      if (step.done) return step.value;
      for (;;) {
        // The protocol's library takes one message a turn, and its turn comes behind the first of ours.
        await turn();
        await turn();
        if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
        if (latest(uri) !== snapshot) throw new ResponseError(LSPErrorCodes.ContentModified, 'the text has changed');
        if (step.done) return step.value;
        step = steps.next();
      }
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      failed(name, error);
      return empty;
    }
  };

/** The body of a worker thread: a batch of sources in, what their cables are and cite out, one a source, in order. */
import type { Source } from '../files/walk';
import { type Summarised, summariseSource } from './summarise-source';

export default (sources: readonly Source[]): Summarised[] => sources.map(summariseSource);

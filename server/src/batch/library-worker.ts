/** The body of a thread that reads for the library: what it is asked is named by the call. */
import { setPriority } from 'node:os';
import { isMainThread, type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import { walkLibrary } from '../files/library-walk';
import type { Listing, WalkOptions } from '../library/reader';
import { look as lookAt } from './look';

// The thread that answers the editor comes first. Elsewhere than on Linux this would hold for the whole process.
if (!isMainThread && process.platform === 'linux')
  try {
    setPriority(10);
  } catch {
    // Not permitted: then all threads are equal.
  }

export interface WalkTask {
  readonly options: WalkOptions;
  /** Gets every listing, and null at the end. Any message that comes from there ends the walk. */
  readonly port: MessagePort;
}

export function walk({ options, port }: WalkTask): void {
  for (const listing of walkLibrary(options)) {
    port.postMessage(listing satisfies Listing);
    if (receiveMessageOnPort(port)) break;
  }
  port.postMessage(null);
  port.close();
}

/**
 * One look an address, in their order: as JSON, which the thread that gets it reads in half the time that objects take. Each is written at
 * once: what a look keeps of a text keeps all of the text, and many texts at a time are a burden to the collector.
 */
export const look = (uris: readonly string[]): string => `[${uris.map((uri) => JSON.stringify(lookAt(uri))).join()}]`;

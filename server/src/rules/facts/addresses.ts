/** Who is addressed (FORMAT 2.6, 5.2). */
import { fold } from '../../model/fields';
import type { Addressee } from '../../model/transmission';
import type { MessageView } from '../../model/view';
import { isRedacted } from '../rule';

export interface Receiver {
  readonly addressee: Addressee;
  /** Upper case, white space folded. */
  readonly name: string;
}

export const nameOf = ({ name }: Addressee): string => fold(name.text).toUpperCase();

/** The addressees of TO, then of INFO, that have a name. */
export const receivers = (view: MessageView): readonly Receiver[] => view.once(readReceivers);
const readReceivers = ({ addressees }: MessageView): Receiver[] =>
  addressees
    .map((addressee) => ({ addressee, name: nameOf(addressee) }))
    .filter(({ name }) => name !== '' && !isRedacted(name));

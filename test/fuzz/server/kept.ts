import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from './actions';

const FOLDER = join(__dirname, '..', 'regressions');

/** Sessions that the server did not stand once: `[name of the file, session]`. */
export const sessions = (): [name: string, session: Session][] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, JSON.parse(readFileSync(join(FOLDER, name), 'utf8'))]);

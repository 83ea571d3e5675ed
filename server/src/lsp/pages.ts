/** What our own client asks of an open cable: to be read as a page, exported, compared, begun. */
import type { Connection } from 'vscode-languageserver';
import { structure } from '../features/compare';
import { exportCable } from '../features/export';
import { choices, newCable } from '../features/new-cable';
import { portions } from '../features/portions';
import { readingPage } from '../features/reading-view';
import { nameOf, type Snapshot, snapshot } from '../features/snapshot';
import { status } from '../features/status';
import type { Glossary } from '../meaning/glossary';
import type { Finding } from '../rules/rule';
import { type Answer, answering } from './answering';
import type { Commands } from './commands';

export interface PagesHost {
  readonly connection: Connection;
  readonly commands: Commands;
  readonly latest: (uri: string) => Snapshot | null;
  readonly glossary: () => Glossary;
  /** What is found in an open cable. */
  readonly findings: (snapshot: Snapshot) => readonly Pick<Finding, 'severity'>[];
  readonly answer: Answer;
}

export function pages({ connection, commands, latest, glossary, findings, answer }: PagesHost): void {
  const on = answering(connection, commands, answer);
  const of = <T>(uri: string, work: (snapshot: Snapshot) => T): T | null => {
    const open = latest(uri);
    return open && work(open);
  };
  on('cable/reading', null, ({ uri }) => of(uri, (open) => readingPage(open, glossary())));
  on('cable/export', null, ({ uri, to }) => of(uri, ({ cable }) => exportCable(cable, nameOf(uri), to, glossary())));
  on('cable/structure', '', ({ text }) => structure(snapshot('', 0, text).cable));
  on('cable/status', null, ({ uri }) => of(uri, (open) => status(open, findings(open))));
  on('cable/portions', [], ({ uri }) => of(uri, portions) ?? []);
  on('cable/newCable/choices', { posts: [], precedences: [], levels: [], captions: [], tags: [], reasons: [] }, () =>
    choices(new Date().getUTCFullYear()),
  );
  on('cable/newCable', '', newCable);
}

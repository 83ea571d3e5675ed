/** What is measured of a library of one size. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generate } from '../../support/generate';
import { pause, type Times, timed, timesOf } from '../times';
import type { Plan } from './plan';
import { KINDS, type Kind, type Question, type Questions, questions } from './questions';
import { Server } from './server';

export interface Measured {
  readonly count: number;
  /** Seconds from the end of the handshake until every cable is known, and until the library is kept for the next start as well. */
  readonly read: number;
  readonly kept: number;
  /** The same of the second start, from the start of the process: the first right answer, and all files looked at. */
  readonly answers: number;
  readonly verified: number;
  /** Bytes above a server without a library: at the highest, while it reads; at rest; at rest after the second start. */
  readonly peak: number | null;
  readonly rest: number | null;
  readonly again: number | null;
  readonly after: Readonly<Record<Kind, Times>>;
  readonly during: Readonly<Record<Kind, Times>>;
  /** Of the answers while it reads, the share that has everything already. */
  readonly whole: number;
  readonly typing: Times;
  readonly typingDuring: Times;
}

/** Threads that have nothing to do end after ten seconds; then the memory is that of the library. */
const REST = 12_000;
/** Between two questions while it reads, as somebody has them who is quick. */
const BETWEEN = 10;
const LETTERS = 200;
/** Documents that are open while it reads. */
const OPEN = 40;

const byKind = <T>(of: (kind: Kind) => T): Record<Kind, T> =>
  Object.fromEntries(KINDS.map((kind) => [kind, of(kind)])) as Record<Kind, T>;

export async function measure(plan: Plan, folder: string): Promise<Measured> {
  const storage = mkdtempSync(join(tmpdir(), 'cable-library-kept-'));
  const other = mkdtempSync(join(tmpdir(), 'cable-library-kept-'));
  try {
    const all = questions(plan, folder);
    const empty = await emptyServer(other);
    const first = await firstStart(plan, folder, storage, all);
    const second = await secondStart(plan, folder, storage, all);
    const busy = await whileReading(plan, folder, other, all);
    const above = (bytes: number | null): number | null => (bytes === null || empty === null ? null : bytes - empty);
    const memory = { peak: above(first.peak), rest: above(first.rest), again: above(second.rest) };
    return { count: plan.count, ...first, ...second, ...busy, ...memory };
  } finally {
    for (const path of [storage, other]) rmSync(path, { recursive: true, force: true });
  }
}

/** Resident memory of a server that has answered something, without a library. */
async function emptyServer(storage: string): Promise<number | null> {
  const server = new Server();
  await server.begin(null, storage);
  await openTyped(server, tmpdir());
  for (let at = 0; at < 20; at++) await typeOnce(server, tmpdir());
  const memory = server.memory();
  await server.end();
  return memory?.now ?? null;
}

async function firstStart(plan: Plan, folder: string, storage: string, all: Questions) {
  const server = new Server();
  await server.begin(folder, storage);
  const before = performance.now();
  const seconds = (): number => (performance.now() - before) / 1000;
  // Asked seldom: the questions themselves take their time.
  while ((await server.state()).cables < plan.count) await pause(20);
  const read = seconds();
  const { cables } = await server.state(true);
  const kept = seconds();
  if (cables !== plan.count) throw new Error(`${cables} cables of ${plan.count}`);
  await pause(REST);
  const memory = server.memory();
  const after = await askAll(server, all);
  await openTyped(server, folder);
  const typing: number[] = [];
  for (let at = 0; at < LETTERS; at++) typing.push(await typeOnce(server, folder));
  await server.end();
  return { read, kept, peak: memory?.peak ?? null, rest: memory?.now ?? null, after, typing: timesOf(typing) };
}

/** Each question once, when all is known: there is no excuse. */
async function askAll(server: Server, { documents, kinds }: Questions): Promise<Record<Kind, Times>> {
  for (const { uri, text } of documents) await server.open(uri, text);
  await server.state(true);
  const times = byKind((): number[] => []);
  for (const kind of KINDS) {
    for (const { method, params, wrong } of kinds[kind]) {
      const [answer, time] = await timed(() => server.ask(method, params));
      const problem = wrong(answer);
      if (problem) throw new Error(`${kind} ${JSON.stringify(params)}: ${problem}`);
      times[kind].push(time);
    }
  }
  return byKind((kind) => timesOf(times[kind]));
}

async function secondStart(plan: Plan, folder: string, storage: string, { documents, kinds }: Questions) {
  const server = new Server();
  await server.begin(folder, storage);
  const [question] = kinds.definition;
  const { uri, text } = documents.find((each) => JSON.stringify(question!.params).includes(each.uri))!;
  await server.open(uri, text);
  while (question!.wrong(await server.ask(question!.method, question!.params))) await pause(10);
  const answers = (performance.now() - server.started) / 1000;
  const { cables } = await server.state(true);
  const verified = (performance.now() - server.started) / 1000;
  if (cables !== plan.count) throw new Error(`${cables} cables of ${plan.count} after the second start`);
  await pause(REST);
  const memory = server.memory();
  await server.end();
  return { answers, verified, rest: memory?.now ?? null };
}

/** Questions and letters in turn, until everything is read. An answer may lack what is not read yet; a later one may not. */
async function whileReading(plan: Plan, folder: string, storage: string, { documents, kinds }: Questions) {
  const server = new Server();
  await server.begin(folder, storage);
  await openTyped(server, folder);
  const opened = documents.slice(0, OPEN);
  for (const { uri, text } of opened) await server.open(uri, text);
  const isOpen = ({ params }: Question): boolean => {
    const { textDocument } = params as { textDocument?: { uri: string } };
    return !textDocument || opened.some(({ uri }) => uri === textDocument.uri);
  };
  const asked = byKind((kind) => kinds[kind].filter(isOpen));
  const times = byKind((): number[] => []);
  const typing: number[] = [];
  let [right, count] = [0, 0];
  for (let at = 0; (await server.state()).phase === 'reading' || at === 0; at++) {
    typing.push(await typeOnce(server, folder));
    await pause(BETWEEN);
    for (const kind of KINDS) {
      const { method, params, wrong } = asked[kind][at % asked[kind].length]!;
      const [answer, time] = await timed(() => server.ask(method, params));
      times[kind].push(time);
      count++;
      if (!wrong(answer)) right++;
      await pause(BETWEEN);
    }
  }
  const { cables } = await server.state(true);
  if (cables !== plan.count + 1) throw new Error(`${cables} cables of ${plan.count} and the one that is typed`);
  await server.end();
  return { during: byKind((kind) => timesOf(times[kind])), whole: right / count, typingDuring: timesOf(typing) };
}

// Typing in a cable of 10 KB that no file holds yet.

const typed = generate(10, { layout: 'cablegate', size: 9600 }).text;
const typedLine = typed.split('\n').findIndex((line) => line.startsWith('¶3.'));
const typedUri = (folder: string): string => pathToFileURL(join(folder, 'typed.cable')).href;
const openTyped = (server: Server, folder: string): Promise<void> => server.open(typedUri(folder), typed);

/** From a letter to the outline of the text with it. */
async function typeOnce(server: Server, folder: string): Promise<number> {
  const uri = typedUri(folder);
  const [symbols, time] = await timed(async () => {
    await server.type(uri, typedLine, 5, 'x');
    return server.ask<object[]>('textDocument/documentSymbol', { textDocument: { uri } });
  });
  if (symbols.length === 0) throw new Error('no outline');
  return time;
}

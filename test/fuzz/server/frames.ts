/** Bytes on the wire that are no message. */
import type { Random } from '../../support/random';

export const frame = (body: string): string => {
  const bytes = Buffer.from(body);
  return `Content-Length: ${bytes.length}\r\n\r\n${bytes.toString('latin1')}`;
};

const HOVER = '{"jsonrpc":"2.0","id":"raw","method":"textDocument/hover","params":{}}';

/** After these the next message is read as if nothing had been. */
const WHOLE: readonly ((next: Random) => string)[] = [
  () => frame('{"jsonrpc":"2.0","id":'),
  () => frame(''),
  (next) =>
    frame(
      next.pick([
        '[]',
        'null',
        '7',
        '{}',
        '"x"',
        '[[]]',
        '{"id":1}',
        '{"method":1}',
        '{"jsonrpc":"2.0","id":{},"method":"x"}',
      ]),
    ),
  () => frame('\0\x01\x02'),
  () => frame('\ufeff{}'),
  (next) => frame(`${'['.repeat(next.int(1, 20_000))}`),
  () => frame('{"jsonrpc":"2.0","id":99999,"result":null}'),
  () => frame('{"jsonrpc":"2.0","id":99999,"error":{"code":"x"}}'),
  () => 'Content-Type: text/plain\r\n\r\n',
  () => 'Content-Length: many\r\n\r\n',
  () => 'hello\r\n\r\n',
  () => '\r\n\r\n',
  (next) => frame(HOVER.replace('"raw"', String(next.int(-5, 5)))),
];
/** After these nobody can tell where the next message begins. */
const TORN: readonly ((next: Random) => string)[] = [
  () => `Content-Length: 10000000\r\n\r\n${HOVER}`,
  () => `Content-Length: 5\r\n\r\n${HOVER}`,
  () => `Content-Length: -1\r\n\r\n${HOVER}`,
  () => `Content-Length: 99999999999999999999\r\n\r\n${HOVER}`,
  () => `Content-Length: 0x20\r\n\r\n${HOVER}`,
  (next) => frame(HOVER).slice(0, next.int(1, 60)),
  (next) => 'x'.repeat(next.int(1, 2_000_000)),
  (next) => `X-Header: ${'y'.repeat(next.int(1, 500_000))}\r\nContent-Length: ${HOVER.length}\r\n\r\n${HOVER}`,
  (next) => Array.from({ length: next.int(1, 400) }, () => String.fromCharCode(next.int(0, 255))).join(''),
  () => `Content-Length: ${HOVER.length}\n\n${HOVER}`,
];

export const brokenFrame = (next: Random): string => next.pick(next.chance(0.7) ? WHOLE : TORN)(next);

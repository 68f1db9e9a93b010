import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createHttpServer } from '#adapters/http';
import { as, testOptions } from '../support/http-fixture.ts';

const rounds = 3000;

/** A small repeatable generator (Mulberry32): a failure is found again by its round. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const message = (head: string, body: Buffer | string = ''): Buffer =>
  Buffer.concat([
    Buffer.from(`${head}\r\nHost: x\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`),
    Buffer.from(body),
  ]);

const templates = [
  message(
    'GET /api/garden/plots?limit=2&cursor=AAAA HTTP/1.1\r\nAuthorization: Test gardener\r\nAccept-Language: fr;q=0.5, es',
  ),
  message('GET /assets/../../etc/passwd HTTP/1.1\r\nAccept: text/html'),
  message('GET /api/garden/plots/a/owner HTTP/1.1\r\nAuthorization: Test gardener\r\nX-Purpose: gardening'),
  message(
    'POST /api/garden/plots/a/holes HTTP/1.1\r\nAuthorization: Test gardener\r\nContent-Type: application/json\r\nIdempotency-Key: k',
    '{"depth":1,"by":{"tool":"spade"}}',
  ),
  message(
    'POST /api/lodgements?profile=us HTTP/1.1\r\nAuthorization: Test sender\r\nContent-Type: application/edifact\r\nAccept: application/edifact',
    "UNB+UNOA:4+A+B+261124:0800+1'",
  ),
  message(
    'POST /api/lodgements HTTP/1.1\r\nAuthorization: Test sender\r\nContent-Encoding: gzip',
    gzipSync('UNB+UNOA'),
  ),
  message(
    'POST /api/lodgements HTTP/1.1\r\nAuthorization: Test sender\r\nContent-Type: multipart/mixed; boundary=b',
    '--b\r\nContent-Type: a/b\r\n\r\nUNB\r\n--b\r\n\r\nUNB\r\n--b--\r\n',
  ),
  message(
    'POST /api/lodgements HTTP/1.1\r\nAuthorization: Test sender\r\nContent-Type: application/x-ndjson',
    '{"text":"UNB"}\n{"base64":"VU5C"}\n',
  ),
  message('PUT /api/garden/map HTTP/1.1\r\nAuthorization: Test gardener\r\nX-Reality: exercise a', 'abc'),
];
const odd = [
  '\0',
  '\r\n',
  '\n',
  '%00',
  '%',
  '../',
  '<<',
  '--b',
  '"',
  'Ä',
  ' '.repeat(300),
  'A'.repeat(3000),
  '{',
  ':',
  ';',
  '\x7f',
  'Transfer-Encoding: chunked\r\n',
  '-1',
  '99999999999999999999',
];

/** Changes a message in one to four places: a byte, a piece cut out, a piece said twice, something odd put in. */
function mutate(bytes: Buffer, random: (below: number) => number): Buffer {
  let changed = Buffer.from(bytes);
  for (let change = random(4); change >= 0; change -= 1) {
    const at = random(changed.length + 1);
    const end = Math.min(changed.length, at + random(12));
    const [before, piece, after] = [changed.subarray(0, at), changed.subarray(at, end), changed.subarray(end)];
    const what = random(4);
    if (what === 0) changed = Buffer.concat([before, after]);
    else if (what === 1) changed = Buffer.concat([before, piece, piece, after]);
    else if (what === 2) changed = Buffer.concat([before, Buffer.from(odd[random(odd.length)] ?? ''), piece, after]);
    else if (at < changed.length) changed[at] = random(256);
  }
  return changed;
}

/** Sends bytes, closes its half, and answers what came back. */
const send = (port: number, bytes: Buffer): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
    socket.end(bytes);
  });

test(`${rounds} mutated requests: each is answered or closed, none is a bug, no body is kept, and the server is well`, async () => {
  const options = testOptions({ limits: { bodySeconds: 1, unpackedBytes: 1 << 20, bufferedBytes: 4 << 20 } });
  const server = await createHttpServer(options);
  const port = Number(new URL(await server.listen({ host: '127.0.0.1', port: 0 })).port);
  const random = randomFrom(20_261_124);
  const statuses = new Map<string, number>();
  let round = 0;
  const worker = async (): Promise<void> => {
    while (round < rounds) {
      round += 1;
      const here = round;
      const bytes = mutate(templates[random(templates.length)] ?? Buffer.alloc(0), random);
      const answer = await send(port, bytes);
      const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 'closed';
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      expect(Number(status) >= 500, `round ${here}: ${bytes.toString('latin1')} -> ${answer}`).toBe(false);
      expect(answer).not.toContain('root:');
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  expect(options.seen.bugs).toEqual([]);
  // The mutations reach every layer, or this proves nothing.
  for (const status of ['200', '400', '401', '404', '422'])
    expect(statuses.get(status) ?? 0, status).toBeGreaterThan(20);
  // All memory for bodies was given back: a body as large as all of it still fits.
  const whole = await server.inject({
    method: 'POST',
    url: '/api/lodgements',
    headers: as('sender'),
    payload: Buffer.alloc(4 << 20),
  });
  expect(whole.statusCode).toBe(200);
  const log = options.seen.lines.join('');
  for (const secret of ['ERIKSSON', 'L898902C3', 'gardener', 'UNOA']) expect(log).not.toContain(secret);
  await server.close();
});

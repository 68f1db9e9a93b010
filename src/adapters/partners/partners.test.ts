import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import {
  createFaults,
  createHttpTransport,
  createInProcessTransport,
  type HttpOptions,
  type Receive,
} from './index.ts';

const bytes = Uint8Array.from({ length: 300 }, (_byte, at) => at & 255);
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** What a server got, request by request. */
interface Got {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  readonly socket: Socket;
}

async function serve(answer: (response: ServerResponse) => void): Promise<{ url: string; got: Got[] }> {
  const got: Got[] = [];
  const server: Server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const { method, url, headers, socket } = request;
      got.push({ method, url, headers, socket, body: Buffer.concat(pieces) });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, got };
}

const http = (url: string, options: Partial<HttpOptions> = {}, headers?: Record<string, string>) => {
  const transport = createHttpTransport({
    partners: new Map([['US', headers === undefined ? { url } : { url, headers }]]),
    ...options,
  });
  closing.push(() => transport.close());
  return transport;
};

describe('over HTTP', () => {
  test('an envelope is one POST of the bytes as they are', async () => {
    const { url, got } = await serve((response) => response.writeHead(202).end());
    expect(await http(url, {}, { authorization: 'Bearer x' }).send('US', bytes)).toBe(true);
    expect(got).toHaveLength(1);
    expect(got[0]).toMatchObject({ method: 'POST', url: '/api/exchange/envelopes' });
    expect(got[0]?.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': '300',
      authorization: 'Bearer x',
    });
    expect(new Uint8Array(got[0]?.body ?? [])).toEqual(bytes);
  });

  test('a path in the address is kept', async () => {
    const { url, got } = await serve((response) => response.writeHead(202).end());
    await http(`${url}/node`).send('US', bytes);
    await http(`${url}/node/`).send('US', bytes);
    expect(got.map((one) => one.url)).toEqual(['/node/api/exchange/envelopes', '/node/api/exchange/envelopes']);
  });

  test.each([
    [200, true],
    [204, true],
    [299, true],
    [302, false],
    [401, false],
    [503, false],
  ])('status %i means %s', async (status, taken) => {
    const { url } = await serve((response) => response.writeHead(status).end());
    expect(await http(url).send('US', bytes)).toBe(taken);
  });

  test('connections are kept when asked to, whatever the answers say', async () => {
    const { url, got } = await serve((response) => response.writeHead(202).end('x'.repeat(100_000)));
    const kept = http(url);
    for (let count = 0; count < 3; count += 1) await kept.send('US', bytes);
    expect(new Set(got.map((one) => one.socket)).size).toBe(1);
    const fresh = http(url, { keepAlive: false });
    for (let count = 0; count < 3; count += 1) await fresh.send('US', bytes);
    expect(new Set(got.map((one) => one.socket)).size).toBe(4);
  });

  test('a node that says nothing, hangs up, or is not there has not taken it', async () => {
    const silent = await serve(() => {});
    const before = Date.now();
    expect(await http(silent.url, { timeout: 100 }).send('US', bytes)).toBe(false);
    expect(Date.now() - before).toBeLessThan(2000);
    const halfway = await serve((response) => {
      response.writeHead(202, { 'content-length': 10 }).write('x');
    });
    expect(await http(halfway.url, { timeout: 100 }).send('US', bytes)).toBe(false);
    const rude = await serve((response) => response.destroy());
    expect(await http(rude.url).send('US', bytes)).toBe(false);
    expect(await http('http://127.0.0.1:1').send('US', bytes)).toBe(false);
    expect(await http('https://127.0.0.1:1').send('US', bytes)).toBe(false);
    expect(await http('http://127.0.0.1:1').send('MX', bytes)).toBe(false);
  });
});

describe('in one process', () => {
  test('a copy of the bytes is handed over', async () => {
    const got: Uint8Array[] = [];
    const receive: Receive = async (given) => {
      got.push(given);
      return true;
    };
    const transport = createInProcessTransport(new Map([['US', receive]]));
    expect(await transport.send('US', bytes)).toBe(true);
    expect(got[0]).toEqual(bytes);
    expect(got[0]?.buffer).not.toBe(bytes.buffer);
    await transport.close();
    expect(await transport.send('US', bytes)).toBe(false);
  });

  test('a node that refuses, throws, or is unknown has not taken it', async () => {
    const transport = createInProcessTransport(
      new Map<string, Receive>([
        ['US', async () => false],
        [
          'CA',
          async () => {
            throw new Error('the disk is full');
          },
        ],
      ]),
    );
    for (const to of ['US', 'CA', 'MX']) expect(await transport.send(to, bytes)).toBe(false);
  });
});

describe('faults', () => {
  const setUp = () => {
    const got: Uint8Array[] = [];
    const faults = createFaults();
    const inner = createInProcessTransport(
      new Map<string, Receive>(
        ['US', 'CA'].map((country) => [
          country,
          async (given) => {
            got.push(given);
            return true;
          },
        ]),
      ),
    );
    return { got, faults, fromCanada: faults.wrap('CA', inner), fromMexico: faults.wrap('MX', inner) };
  };

  test('without one, everything passes', async () => {
    const { got, faults, fromCanada } = setUp();
    expect(faults.get('US')).toEqual({ kind: 'none' });
    expect(await fromCanada.send('US', bytes)).toBe(true);
    expect(got).toEqual([bytes]);
    await fromCanada.close();
    expect(await fromCanada.send('US', bytes)).toBe(false);
  });

  test('a stopped node neither receives nor sends, until it is started', async () => {
    const { got, faults, fromCanada, fromMexico } = setUp();
    faults.set('CA', { kind: 'stopped' });
    expect(await fromCanada.send('US', bytes)).toBe(false);
    expect(await fromMexico.send('CA', bytes)).toBe(false);
    expect(await fromMexico.send('US', bytes)).toBe(true);
    expect(got).toHaveLength(1);
    faults.set('CA', { kind: 'none' });
    expect(await fromMexico.send('CA', bytes)).toBe(true);
  });

  test('a slow node takes its time both ways, and what is under way when it stops is lost', async () => {
    const { got, faults, fromCanada, fromMexico } = setUp();
    faults.set('CA', { kind: 'slow', milliseconds: 40 });
    for (const send of [fromCanada.send('US', bytes), fromMexico.send('CA', bytes)]) {
      const before = performance.now();
      expect(await send).toBe(true);
      expect(performance.now() - before).toBeLessThan(2000);
    }
    const before = performance.now();
    await fromCanada.send('US', bytes);
    expect(performance.now() - before).toBeGreaterThanOrEqual(38);
    const sent = got.length;
    const lost = fromCanada.send('US', bytes);
    faults.set('CA', { kind: 'stopped' });
    expect(await lost).toBe(false);
    expect(got).toHaveLength(sent);
  });

  test('a garbling node sends other bytes than it signed, and receives what was sent', async () => {
    const { got, faults, fromCanada, fromMexico } = setUp();
    faults.set('CA', { kind: 'garbled' });
    await fromCanada.send('US', bytes);
    await fromMexico.send('CA', bytes);
    expect(got[0]).not.toEqual(bytes);
    expect(got[0]?.filter((byte, at) => byte !== bytes[at])).toHaveLength(1);
    expect(got[1]).toEqual(bytes);
  });
});

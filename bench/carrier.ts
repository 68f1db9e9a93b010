import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { PassengerLists } from './passenger-lists.ts';

/** What a carrier's machine is told to do: so many lists of so many passengers, at a rate or so many at once. */
export interface CarrierOrder {
  readonly address: string;
  readonly token: string;
  readonly lists: number;
  readonly passengers: number;
  readonly interactive: boolean;
  /** Lists a second, sent whether or not the one before was answered; without it `atOnce` are on their way. */
  readonly rate?: number;
  readonly atOnce?: number;
}

/** What the carrier saw. Milliseconds from when a list was due to be sent until its whole CUSRES was there. */
export interface CarrierReport {
  readonly times: readonly number[];
  readonly seconds: number;
  /** How often each status code of a passenger came back. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly problems: readonly string[];
}

const agent = new Agent({ keepAlive: true });

function send(order: CarrierOrder, bytes: Uint8Array): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${order.token}`,
      'content-type': 'application/edifact',
      accept: 'application/edifact',
      'content-length': bytes.length,
    };
    const asked = request(`${order.address}/api/lodgements`, { method: 'POST', agent, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
    });
    asked.on('error', reject);
    asked.end(bytes);
  });
}

/** Carries out an order and checks each reply: a CUSRES that names each passenger. */
async function carry(order: CarrierOrder): Promise<CarrierReport> {
  const lists = new PassengerLists();
  const times: number[] = [];
  const problems: string[] = [];
  const statuses: Record<string, number> = {};
  const due = Array.from({ length: order.lists }, () => lists.next(order.passengers, Date.now(), order.interactive));
  const begin = performance.now();
  const one = async (at: number, since: number): Promise<void> => {
    const list = due[at];
    if (list === undefined) return;
    const { status, text } = await send(order, list.bytes).catch((problem) => ({ status: 0, text: String(problem) }));
    times.push(performance.now() - since);
    const whole = status === 200 && text.includes('CUSRES') && list.references.every((name) => text.includes(name));
    if (!whole) problems.push(`${status} ${text.slice(0, 300)}`);
    for (const [code = ''] of text.match(/(?<='ERC\+|'ERP\+[^']*'ERC\+)[^':+]+/g)?.map((found) => [found]) ?? []) {
      statuses[code] = (statuses[code] ?? 0) + 1;
    }
  };
  if (order.rate !== undefined) await atRate(order.lists, order.rate, begin, one);
  else await atOnce(order.lists, order.atOnce ?? 1, one);
  return { times, seconds: (performance.now() - begin) / 1000, statuses, problems: problems.slice(0, 5) };
}

/** Sends each when it is due, so that a slow answer holds up nobody and is counted in full. */
async function atRate(
  count: number,
  rate: number,
  begin: number,
  one: (at: number, since: number) => Promise<void>,
): Promise<void> {
  const under: Promise<void>[] = [];
  for (let at = 0; at < count; at += 1) {
    const since = begin + (at * 1000) / rate;
    const wait = since - performance.now();
    if (wait > 0) await sleep(wait);
    under.push(one(at, since));
  }
  await Promise.all(under);
}

async function atOnce(count: number, width: number, one: (at: number, since: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const at = next;
      next += 1;
      await one(at, performance.now());
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
}

process.on('message', (order: CarrierOrder) => {
  void carry(order).then((report) => process.send?.(report));
});

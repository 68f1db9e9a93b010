import type { CountryCode, SubjectList } from '#kernel';
import { type Demonstration, type Post, startDemonstration } from '#node';

/** How long three nodes may take to open while others work on the machine, milliseconds. */
export const slow = 60_000;

/** Three real nodes that listen on this machine, with nothing generated: what is lodged is all there is. */
export async function openSeats(
  lists: Readonly<Record<string, readonly SubjectList[]>> = {},
  post?: Post,
): Promise<Demonstration> {
  const started = await startDemonstration({
    port: 0,
    seed: 1,
    generate: false,
    log: 'silent',
    lists: (country: CountryCode) => lists[country] ?? [],
    ...(post === undefined ? {} : { post }),
  });
  if (!started.ok) throw new TypeError(JSON.stringify(started.error));
  return started.value;
}

/** What a node answered. */
export interface Told {
  readonly status: number;
  /** As it came over the wire. */
  readonly body: ReturnType<typeof JSON.parse>;
}

export interface Wish {
  readonly body?: unknown;
  readonly token?: string;
  /** The role that a visitor sits in. */
  readonly role?: string;
  readonly purpose?: string;
  readonly reality?: string;
  readonly language?: string;
  readonly encoding?: string;
}

/** Asks the node of a country over HTTP. A body that is bytes is sent as an interchange, any other as JSON. */
export async function ask(seats: Demonstration, country: string, call: string, wish: Wish = {}): Promise<Told> {
  const [method = 'GET', path = '/'] = call.split(' ');
  const seat = seats.seats.find((one) => one.country === country);
  const raw = wish.body instanceof Uint8Array;
  const answer = await fetch(`${seat?.address}/api${path}`, {
    method,
    headers: {
      ...(wish.body === undefined ? {} : { 'content-type': raw ? 'application/edifact' : 'application/json' }),
      ...(wish.token === undefined ? {} : { authorization: `Bearer ${wish.token}` }),
      ...(wish.role === undefined ? {} : { 'x-sit-as': wish.role }),
      ...(wish.purpose === undefined ? {} : { 'x-purpose': wish.purpose }),
      ...(wish.reality === undefined ? {} : { 'x-reality': wish.reality }),
      ...(wish.encoding === undefined ? {} : { 'content-encoding': wish.encoding }),
      ...(wish.language === undefined ? {} : { 'accept-language': wish.language }),
    },
    ...(wish.body === undefined
      ? {}
      : { body: raw ? Buffer.from(wish.body as Uint8Array) : JSON.stringify(wish.body) }),
  });
  const text = await answer.text();
  const json = /^application\/([a-z]+\+)?json/.test(answer.headers.get('content-type') ?? '');
  return { status: answer.status, body: json ? JSON.parse(text) : text };
}

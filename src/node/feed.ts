import { addDays, type Clock, type CountryCode, type Domain, dayOf, type Generated } from '#kernel';

export interface FeedOptions {
  readonly domains: readonly Domain[];
  readonly seats: readonly { readonly country: CountryCode; readonly address: string }[];
  readonly tokenFor: (organisation: string) => Promise<string>;
  readonly seed: number;
  readonly clock: Clock;
}

/** What was due longer ago than this is not lodged any more: the demonstration begins in the middle of a day. */
const pastMilliseconds = 2 * 3_600_000;
/** How far ahead of their time messages are lodged, so that a watcher sees the next hours fill within minutes. */
const aheadMilliseconds = 3 * 3_600_000;
const atOnce = 4;

/** Lodges a generated day through the HTTP API of the nodes, as carriers do. */
export function feed(options: FeedOptions): { readonly done: Promise<number>; stop(): Promise<void> } {
  const tokens = new Map<string, Promise<string>>();
  let stopped = false;
  const lodge = async ({ bytes, mediaType, to, organisation }: Generated): Promise<void> => {
    const seat = options.seats.find((candidate) => candidate.country === to);
    if (seat === undefined) return;
    const token = tokens.get(organisation) ?? options.tokenFor(organisation);
    tokens.set(organisation, token);
    const answer = await fetch(`${seat.address}/api/lodgements`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await token}`, 'content-type': mediaType },
      body: new Uint8Array(bytes),
    });
    await answer.arrayBuffer();
  };
  const run = async (): Promise<number> => {
    const now = options.clock.now();
    const today = dayOf(now);
    const due = options.domains
      .flatMap((domain) =>
        [addDays(today, -1), today].flatMap((day) => [...(domain.generate?.(options.seed, day) ?? [])]),
      )
      .filter(({ at }) => at > now - pastMilliseconds && at < now + aheadMilliseconds)
      .sort((a, b) => a.at - b.at);
    let next = 0;
    const worker = async (): Promise<void> => {
      for (let message = due[next++]; message !== undefined && !stopped; message = due[next++]) await lodge(message);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    return due.length;
  };
  const done = run();
  return {
    done,
    stop: async () => {
      stopped = true;
      await done.catch(() => {});
    },
  };
}

import {
  addDays,
  type Clock,
  type CountryCode,
  type Domain,
  dayOf,
  type Generated,
  type Instant,
  instant,
} from '#kernel';
import type { NodePorts } from './ports.ts';

export interface FeedOptions {
  readonly domains: readonly Domain[];
  readonly seats: readonly { readonly country: CountryCode; readonly address: string }[];
  readonly tokenFor: (organisation: string) => Promise<string>;
  readonly seed: number;
  readonly clock: Clock;
  readonly alarm: NodePorts['alarm'];
}

/** How far ahead of their time messages are lodged, so that a watcher sees the next hours fill within minutes. */
const aheadMilliseconds = 3 * 3_600_000;
const atOnce = 4;

/** When a message is lodged: ahead of its time, unless that is meant as it says. */
export const due = ({ at, firm }: Generated): Instant => (firm === true ? at : instant(at - aheadMilliseconds));

/**
 * What is to be lodged from now on, in the order of time. The demonstration begins in the middle of a day: a story that
 * would only come late is not begun.
 */
export function* stories({ domains, seed }: Pick<FeedOptions, 'domains' | 'seed'>, now: Instant): Generator<Generated> {
  for (const day of [-1, 0, 1].map((days) => addDays(dayOf(now), days))) {
    for (const domain of domains) {
      for (const message of domain.generate?.(seed, day) ?? []) {
        if ((message.beginBy ?? message.at) > now) yield message;
      }
    }
  }
}

/** Lodges a generated day through the HTTP API of the nodes, as carriers do: first what is due, then the rest when its time has come. */
export function feed(options: FeedOptions): { readonly done: Promise<number>; stop(): Promise<void> } {
  const { clock } = options;
  const tokens = new Map<string, Promise<string>>();
  let stopped = false;
  let wake = (): void => {};
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
  const begin = async (messages: readonly Generated[]): Promise<number> => {
    let next = 0;
    const worker = async (): Promise<void> => {
      for (let one = messages[next++]; one !== undefined && !stopped; one = messages[next++]) await lodge(one);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    return messages.length;
  };
  const goOn = async (messages: readonly Generated[]): Promise<void> => {
    for (const message of messages) {
      await new Promise<void>((resolve) => {
        const callOff = options.alarm.at(due(message), resolve);
        wake = () => {
          callOff();
          resolve();
        };
        if (stopped) wake();
      });
      if (stopped) return;
      // A seat that is shut meanwhile gets nothing; the others go on.
      await lodge(message).catch(() => {});
    }
  };
  const now = clock.now();
  const all = [...stories(options, now)];
  const done = begin(all.filter((one) => due(one) <= now).sort((a, b) => a.at - b.at));
  const later = all.filter((one) => due(one) > now).sort((a, b) => due(a) - due(b));
  const rest = done.then(
    () => goOn(later),
    () => {},
  );
  return {
    done,
    stop: async () => {
      stopped = true;
      wake();
      await rest;
    },
  };
}

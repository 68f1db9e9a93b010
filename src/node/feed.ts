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

/** Seconds to wait when a node is too busy and does not say how long. */
const usualPause = 2;

/** Lodges a generated day through the HTTP API of the nodes, as carriers do: first what is due, then the rest when its time has come. */
class Feed {
  readonly #options: FeedOptions;
  readonly #tokens = new Map<string, Promise<string>>();
  readonly #waits = new Set<() => void>();
  #stopped = false;

  constructor(options: FeedOptions) {
    this.#options = options;
  }

  /** Lodges all of them, some at a time. */
  async atOnce(messages: readonly Generated[]): Promise<number> {
    let next = 0;
    const worker = async (): Promise<void> => {
      for (let one = messages[next++]; one !== undefined && !this.#stopped; one = messages[next++]) {
        await this.#lodge(one);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    return messages.length;
  }

  /** Lodges each when it is due. */
  async inTime(messages: readonly Generated[]): Promise<void> {
    for (const message of messages) {
      await this.#until(due(message));
      if (this.#stopped) return;
      // A seat that is shut meanwhile gets nothing; the others go on.
      await this.#lodge(message).catch(() => {});
    }
  }

  stop(): void {
    this.#stopped = true;
    for (const end of this.#waits) end();
  }

  /** A node that is too busy says when to come again, and nothing was taken in. */
  async #lodge(message: Generated): Promise<void> {
    for (let pause = await this.#send(message); pause !== undefined; pause = await this.#send(message)) {
      await this.#until(instant(this.#options.clock.now() + pause * 1000));
      if (this.#stopped) return;
    }
  }

  /** Seconds after which it has to be sent again; undefined when it was taken or refused. */
  async #send({ bytes, mediaType, to, organisation }: Generated): Promise<number | undefined> {
    const seat = this.#options.seats.find((candidate) => candidate.country === to);
    if (seat === undefined) return undefined;
    const token = this.#tokens.get(organisation) ?? this.#options.tokenFor(organisation);
    this.#tokens.set(organisation, token);
    const answer = await fetch(`${seat.address}/api/lodgements`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await token}`, 'content-type': mediaType },
      body: new Uint8Array(bytes),
    });
    await answer.arrayBuffer();
    return answer.status === 503 ? Number(answer.headers.get('retry-after') ?? usualPause) : undefined;
  }

  #until(at: Instant): Promise<void> {
    return new Promise((resolve) => {
      const callOff = this.#options.alarm.at(at, () => end());
      const end = (): void => {
        callOff();
        this.#waits.delete(end);
        resolve();
      };
      this.#waits.add(end);
      if (this.#stopped) end();
    });
  }
}

/** Feeds the nodes of a demonstration; `done` tells how many were due at once. */
export function feed(options: FeedOptions): { readonly done: Promise<number>; stop(): Promise<void> } {
  const running = new Feed(options);
  const now = options.clock.now();
  const all = [...stories(options, now)];
  const done = running.atOnce(all.filter((one) => due(one) <= now).sort((a, b) => a.at - b.at));
  const later = all.filter((one) => due(one) > now).sort((a, b) => due(a) - due(b));
  const rest = done.then(
    () => running.inTime(later),
    () => {},
  );
  return {
    done,
    stop: async () => {
      running.stop();
      await rest;
    },
  };
}

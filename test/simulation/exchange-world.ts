import { type Answer, answer, type Forwarding, forward, shippedReasonClasses } from '#agreements';
import {
  draftsOf,
  type Effect,
  Exchange,
  type ExchangeEntry,
  type ExchangeEvent,
  entriesOf,
  type Wired,
} from '#exchange';
import {
  type CountryCode,
  Decision,
  type Disposition,
  type Instant,
  instant,
  invariant,
  type LodgementId,
  type Timer,
} from '#kernel';
import { CA, MX, meansOf, US } from '../support/exchange-doubles.ts';

/** Numbers between 0 and 1 from a seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What a node's other rooms keep durably, in the same groups as the exchange's entries. */
type Note =
  | { readonly kind: 'assessed'; readonly forwarding: Forwarding }
  | { readonly kind: 'outcome'; readonly reference: string; readonly what: 'answer' | 'late-answer' };

interface Group {
  readonly entries: readonly ExchangeEntry[];
  readonly note: Note | undefined;
  readonly effects: readonly Effect[];
}

const start = Date.UTC(2026, 10, 24);
/** Faults end here; what comes after must put everything right. */
const healAt = 15_000;

/** Three nodes, a network and disks that fail as a seed says, and a calendar of what happens when. */
export class World {
  readonly random: () => number;
  readonly nodes = new Map<CountryCode, Node>();
  readonly trace: string[] = [];
  now = 0;
  #calendar: { readonly at: number; readonly order: number; readonly run: () => void }[] = [];
  #order = 0;
  #blocked = new Set<string>();
  #seen: { readonly to: CountryCode; readonly bytes: Uint8Array }[] = [];

  constructor(seed: number) {
    this.random = randomOf(seed);
    for (const country of [CA, US, MX]) this.nodes.set(country, new Node(this, country));
  }

  get healed(): boolean {
    return this.now >= healAt;
  }

  later(wait: number, run: () => void): void {
    this.#order += 1;
    const entry = { at: this.now + Math.round(wait), order: this.#order, run };
    let at = this.#calendar.length;
    while (at > 0 && after(this.#calendar[at - 1], entry)) at -= 1;
    this.#calendar.splice(at, 0, entry);
  }

  chance(likelihood: number): boolean {
    return this.random() < likelihood;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.random() * items.length)];
    invariant(item !== undefined, 'something to pick from');
    return item;
  }

  /** Carries bytes, or loses, delays, doubles, replays, mangles them; a blocked way carries nothing. */
  carry(from: CountryCode, to: CountryCode, bytes: Uint8Array): void {
    this.#seen.push({ to, bytes });
    if (this.healed) {
      this.#arrive(to, bytes, 5);
      return;
    }
    if (this.#blocked.has(`${from}${to}`) || this.chance(0.15)) return;
    this.#arrive(to, bytes, this.random() * (this.chance(0.1) ? 3000 : 60));
    if (this.chance(0.1)) this.#arrive(to, bytes, this.random() * 2000);
    if (this.chance(0.03)) this.#arrive(to, this.#mangled(bytes), this.random() * 100);
    const old = this.pick(this.#seen);
    if (this.chance(0.03)) this.#arrive(old.to, old.bytes, this.random() * 100);
  }

  #mangled(bytes: Uint8Array): Uint8Array {
    const copy = bytes.slice();
    const at = Math.floor(this.random() * copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(this.random() * 8));
    return copy;
  }

  #arrive(to: CountryCode, bytes: Uint8Array, wait: number): void {
    this.later(wait, () => this.nodes.get(to)?.run({ kind: 'received', bytes }));
  }

  /** Schedules lodgements, crashes and one-way partitions, then lets the calendar run empty. */
  run(): void {
    const pairs = [CA, US, MX].flatMap((from) =>
      [CA, US, MX].filter((to) => to !== from).map((to) => [from, to] as const),
    );
    for (let number = 0; number < 12; number += 1) {
      const [from, to] = this.pick(pairs);
      this.later(this.random() * (healAt - 1000), () => this.nodes.get(from)?.lodge(to, number));
    }
    for (let count = 0; count < 4; count += 1) {
      const node = this.nodes.get(this.pick([CA, US, MX]));
      this.later(this.random() * healAt, () => node?.crash(this.random() * 2000));
      const [from, to] = this.pick(pairs);
      this.later(this.random() * healAt, () => {
        this.#blocked.add(`${from}${to}`);
        this.later(this.random() * 5000, () => this.#blocked.delete(`${from}${to}`));
      });
    }
    for (;;) {
      const next = this.#calendar.shift();
      if (next === undefined) return;
      this.now = next.at;
      invariant(this.now < 600_000, 'the world comes to rest');
      next.run();
    }
  }
}

const after = (a: { at: number; order: number } | undefined, b: { at: number; order: number }): boolean =>
  a !== undefined && (a.at > b.at || (a.at === b.at && a.order > b.order));

/** A node as the driver of its exchange: entries become durable in groups, and only then are effects done, but for what is handed up. */
export class Node {
  readonly country: CountryCode;
  readonly durable: ExchangeEntry[] = [];
  readonly notes: Note[] = [];
  forgotten = 0;
  readonly said: string[] = [];
  exchange: Exchange;
  #world: World;
  #pending: Group[] = [];
  #up = true;
  #life = 0;
  #timers = new Map<string, Timer>();

  constructor(world: World, country: CountryCode) {
    this.#world = world;
    this.country = country;
    this.exchange = this.#fromDisk();
  }

  #fromDisk(): Exchange {
    return new Exchange(
      meansOf(this.country, { limits: { longestRetry: 4000, underWay: 4, heldMessages: 6 } }),
      this.durable,
    );
  }

  get #instant(): Instant {
    return instant(start + this.#world.now);
  }

  lodge(to: CountryCode, number: number): void {
    const made = forward(meansOf(this.country).duties, {
      record: 'travel.passenger-list',
      part: { travellers: [`${this.country}${number}`] },
      from: this.country,
      to,
      purpose: 'border-control',
      at: this.#instant,
      lodgement: number.toString(16).padStart(32, '0') as LodgementId,
      message: 0,
      reality: number % 4 === 0 ? 'exercise north' : 'live',
    });
    invariant(made.ok, `forwarded: ${JSON.stringify(made)}`);
    this.run({ kind: 'forward', forwarding: made.value, within: 2000 });
  }

  /** One step; what it brings waits for the disk. */
  run(event: ExchangeEvent, note?: Note): void {
    if (!this.#up) return;
    const { entries, effects } = this.exchange.step(event, this.#instant);
    const isHandUp = ({ kind }: Effect): boolean => kind === 'forwarding' || kind.endsWith('answer');
    this.#pending.push({ entries, note, effects: effects.filter((effect) => !isHandUp(effect)) });
    for (const effect of effects.filter(isHandUp)) this.#do(effect);
    const life = this.#life;
    // Crashes close behind a step hurt most: its entries may be lost; those while effects are done, below, leave them half done.
    if (!this.#world.healed && this.#world.chance(0.01)) {
      this.#world.later(this.#world.random() * 60, () => this.crash(this.#world.random() * 500));
    }
    this.#world.later(this.#world.healed ? 1 : this.#world.random() * 30, () => {
      if (life === this.#life) this.#sync();
    });
  }

  #sync(): void {
    const groups = this.#pending;
    this.#pending = [];
    // Through the form in which the ledger keeps what becomes durable together.
    const drafts = draftsOf(groups.flatMap(({ entries }) => entries));
    this.durable.push(...drafts.flatMap(({ kind, data }) => entriesOf({ kind, data: structuredClone(data) })));
    for (const { note } of groups) {
      if (note !== undefined) this.notes.push(note);
    }
    for (const effect of groups.flatMap(({ effects }) => effects)) {
      if (!this.#world.healed && this.#world.chance(0.01)) this.crash(this.#world.random() * 500);
      if (!this.#up) return;
      this.#do(effect);
    }
  }

  #do(effect: Effect): void {
    this.#world.trace.push(`${this.#world.now} ${this.country} ${effect.kind}`);
    switch (effect.kind) {
      case 'send':
        this.#world.carry(this.country, effect.to, effect.bytes);
        return;
      case 'timer':
        this.#set(effect.timer);
        return;
      case 'forwarding': {
        const { from, reality, sequence, forwarding } = effect;
        this.run({ kind: 'taken', from, reality, sequence }, { kind: 'assessed', forwarding });
        this.#answerLater(forwarding);
        return;
      }
      case 'answer':
      case 'late-answer': {
        const { from, reality, sequence } = effect;
        const { reference } = effect.answer;
        this.run({ kind: 'taken', from, reality, sequence }, { kind: 'outcome', reference, what: effect.kind });
        return;
      }
      case 'forget':
        this.#forget(effect);
        return;
      case 'finding':
        this.said.push(effect.finding.code);
        return;
      case 'failed':
        this.said.push(`failed ${effect.finding.code}`);
        return;
      case 'late':
        return;
    }
  }

  /** Destroys the only copy of sealed bytes. */
  #forget({ partner, reality, side, sequence }: Wired): void {
    const at = this.durable.findIndex(
      (entry) =>
        entry.kind === 'wire' &&
        entry.partner === partner &&
        entry.reality === reality &&
        entry.side === side &&
        entry.sequence === sequence,
    );
    if (at < 0) return;
    this.durable.splice(at, 1);
    this.forgotten += 1;
  }

  #answerLater(forwarding: Forwarding): void {
    const life = this.#life;
    const wait = this.#world.chance(0.2) ? 4000 : this.#world.random() * 500;
    this.#world.later(wait, () => {
      if (life === this.#life) this.run({ kind: 'answer', answer: this.#decide(forwarding) });
    });
  }

  #decide(forwarding: Forwarding): Answer {
    const decision = Decision.because('board' as Disposition, [{ code: 'X', class: 'other', row: 'r', facts: {} }], {
      table: 't',
      version: '1',
    });
    const validity = { from: this.#instant, until: instant(this.#instant + 1) };
    const made = answer(shippedReasonClasses, forwarding, [{ subject: '1', decision }], validity);
    invariant(made.ok, 'an answer is made');
    return made.value;
  }

  #set(timer: Timer): void {
    this.#timers.set(timer.key, timer);
    const life = this.#life;
    this.#world.later(Math.max(0, timer.dueAt - this.#instant), () => {
      if (life !== this.#life || this.#timers.get(timer.key) !== timer) return;
      this.#timers.delete(timer.key);
      this.run({ kind: 'due', timer });
    });
  }

  /** The process dies: what was not synced is lost, and so are its timers; after `downtime` it starts from the disk. */
  crash(downtime: number): void {
    if (!this.#up) return;
    this.#up = false;
    this.#life += 1;
    this.#pending = [];
    this.#timers.clear();
    this.#world.later(downtime, () => {
      this.#up = true;
      this.exchange = this.#fromDisk();
      this.run({ kind: 'started' });
      // What was taken and not answered is answered again: the node finds it in its own entries.
      for (const note of this.notes) if (note.kind === 'assessed') this.#answerLater(note.forwarding);
    });
  }
}

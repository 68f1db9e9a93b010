import type { Effect, Exchange, ExchangeEvent, Step, Wired } from '#exchange';
import { type Finding, type Instant, instant, invariant } from '#kernel';
import type { ExchangeLog } from './exchange-log.ts';
import type { NodePorts } from './ports.ts';

/** How long what nobody waits for waits for others, at most; a partner's request is open as long, and his connections are few. */
const calmMilliseconds = 15;

interface Pending {
  readonly event: ExchangeEvent;
  readonly done: (finding: Finding | undefined) => void;
}

export interface StepperMeans {
  readonly ports: Pick<NodePorts, 'clock' | 'alarm'>;
  /** Does the effects of one step, in order; what its caller is to be told comes back. */
  readonly effects: (effects: readonly Effect[]) => Finding | undefined;
  /** A partner has receipted something. */
  readonly receipted: () => void;
}

/**
 * What a partner sent is handed up at once, so that its coming, its taking and the answer share one group. Nothing that
 * comes of it leaves before it is durable itself. Should a crash keep the node's own work on it and lose its coming, the
 * partner has no receipt and sends it again, and the work finds itself done.
 */
const isHandUp = ({ kind }: Effect): boolean => kind === 'forwarding' || kind === 'answer' || kind === 'late-answer';

/** Nobody waits for what this step asks for: it may become durable a little later. */
const isCalm = ({ effects }: Step): boolean => effects.every(({ kind }) => kind === 'forget' || kind === 'timer');

/** A partner has made durable what was sent to him. */
const isReceipt = (effect: Effect): boolean => effect.kind === 'forget' && effect.side === 'out';

/**
 * Steps the state machine of the exchange: what it decides becomes durable in groups, in order, and only then is done, but
 * for what is handed up.
 * Events that come together share a group, and so one sync of the disk.
 */
export class ExchangeStepper {
  readonly #exchange: Exchange;
  readonly #log: ExchangeLog;
  readonly #with: StepperMeans;
  #pending: Pending[] = [];
  /** Stepped, and not yet durable. */
  #calm: (Step & Pick<Pending, 'done'>)[] = [];
  #calmIsOver = false;
  #callOffWaking: (() => void) | undefined;
  #flushing: Promise<void> | undefined;

  constructor(exchange: Exchange, log: ExchangeLog, means: StepperMeans) {
    this.#exchange = exchange;
    this.#log = log;
    this.#with = means;
  }

  /** Resolves when what the event led to is durable and done, with what was found. */
  step(event: ExchangeEvent): Promise<Finding | undefined> {
    return new Promise((done) => {
      this.#pending.push({ event, done });
      this.#begin();
    });
  }

  /** The bytes of one message have served. */
  forget(wired: Wired): void {
    this.#log.forget(wired);
  }

  /** Lets nothing wait any longer. */
  async close(): Promise<void> {
    this.#wake();
    await this.#flushing;
    await this.#log.settled();
  }

  #begin(): void {
    this.#flushing ??= this.#flush();
  }

  async #flush(): Promise<void> {
    // Events of one tick share a group.
    await Promise.resolve();
    while (this.#pending.length > 0 || this.#calmIsOver) {
      const pending = this.#pending;
      this.#pending = [];
      const now = this.#with.ports.clock.now();
      const stepped = pending.map(({ event, done }) => ({ ...this.#stepOnce(event, now), done }));
      this.#calm.push(...stepped);
      if (this.#calmIsOver || !stepped.every(isCalm)) await this.#settle();
      else this.#wakeAfter(now);
    }
    // At once, so that an event that comes next begins anew.
    this.#flushing = undefined;
  }

  #stepOnce(event: ExchangeEvent, now: Instant): Step {
    const { entries, effects } = this.#exchange.step(event, now);
    this.#with.effects(effects.filter(isHandUp));
    return { entries, effects: effects.filter((effect) => !isHandUp(effect)) };
  }

  /** Receipts, takings and comings lead to nothing that anybody waits for: they wait a little for others, whose sync they share. */
  #wakeAfter(now: Instant): void {
    this.#callOffWaking ??= this.#with.ports.alarm.at(instant(now + calmMilliseconds), () => this.#wake());
  }

  #wake(): void {
    this.#calmIsOver = this.#calm.length > 0;
    this.#begin();
  }

  /** Makes what was stepped durable, and does what it asks for. */
  async #settle(): Promise<void> {
    const steps = this.#calm;
    this.#calm = [];
    this.#calmIsOver = false;
    this.#callOffWaking?.();
    this.#callOffWaking = undefined;
    const recorded = await this.#log.append(steps.flatMap((step) => step.entries));
    invariant(recorded.ok, 'the exchange log has one writer');
    for (const { effects, done } of steps) done(this.#with.effects(effects));
    if (steps.some(({ effects }) => effects.some(isReceipt))) this.#with.receipted();
    if (this.#log.isLong(this.#exchange.weight)) await this.#log.begin(this.#exchange.standing());
  }
}

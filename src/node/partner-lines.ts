import { type AnswerRecord, type Duties, forward, answer as makeAnswer, type ReasonClassTable } from '#agreements';
import { type Effect, Exchange, type ExchangeEvent, exchangeFindings, type Partner, usualLimits } from '#exchange';
import {
  type CountryCode,
  type Domain,
  err,
  type Finding,
  instant,
  invariant,
  lodgementId,
  ok,
  type Result,
} from '#kernel';
import type { Aggregates } from './aggregates.ts';
import type { Assessor } from './assessor.ts';
import { ExchangeLog } from './exchange-log.ts';
import { ExchangeStepper } from './exchange-stepper.ts';
import { Keyring } from './keyring.ts';
import type { LateAnswer, PartnerQuestion, PartnerSaid, Partners } from './partners.ts';
import type { NodePorts } from './ports.ts';
import type { Recorder } from './recorder.ts';

export interface LinesMeans {
  readonly country: CountryCode;
  readonly domains: readonly Domain[];
  readonly partners: readonly Partner[];
  readonly duties: Duties;
  readonly classes: ReasonClassTable;
  readonly assessor: Assessor;
  readonly recorder: Recorder;
  readonly aggregates: Aggregates;
  readonly ports: NodePorts;
  /** Entries after which a new epoch of the exchange log begins. */
  readonly epochLength?: number | undefined;
}

/** How long an answer may be relied on, milliseconds; a journey that changes is lodged and answered anew anyway. */
const validityMilliseconds = 24 * 3_600_000;
const purpose = 'border-control';

/**
 * Drives the partner protocol: steps the state machine, makes what it decides durable in groups, then does what it asks
 * for. Silence is turned into a word by the protocol's own clock, so that `ask` always resolves.
 */
export class PartnerLines implements Partners {
  readonly #with: LinesMeans;
  readonly #exchange: Exchange;
  readonly #stepper: ExchangeStepper;
  readonly #waiting = new Map<string, (said: PartnerSaid) => void>();
  readonly #timers = new Map<string, () => void>();
  #late: (answer: LateAnswer) => Promise<void> = async () => {};
  #receipted: () => void = () => {};
  #closed = false;

  private constructor(means: LinesMeans, log: ExchangeLog, exchange: Exchange) {
    this.#with = means;
    this.#exchange = exchange;
    this.#stepper = new ExchangeStepper(exchange, log, {
      ports: means.ports,
      effects: (effects) => this.#doAll(effects),
      receipted: () => this.#receipted(),
    });
  }

  static async open(means: LinesMeans): Promise<PartnerLines> {
    const log = new ExchangeLog(means.recorder, means.ports, means.epochLength);
    const entries = await log.read(means.aggregates);
    const knowsRecord = (record: string): boolean => means.domains.some((domain) => domain.record.name === record);
    const { country, partners, duties, ports } = means;
    const exchange = new Exchange(
      { country, partners, duties, knowsRecord, envelope: ports.envelope, signer: ports.signer, limits: usualLimits },
      entries,
    );
    return new PartnerLines(means, log, exchange);
  }

  /** Begins to speak: after everything that listens has been set up. */
  start(): Promise<unknown> {
    return this.#step({ kind: 'started' });
  }

  channels() {
    return this.#exchange.channels();
  }

  refusals() {
    return this.#exchange.refusals();
  }

  /** The lodgements of which something still waits for a partner's receipt. */
  waiting(): ReadonlySet<string> {
    return new Set(this.#exchange.waiting().map((reference) => reference.slice(0, reference.indexOf('.'))));
  }

  onReceipt(listener: () => void): void {
    this.#receipted = listener;
  }

  onLate(listener: (answer: LateAnswer) => Promise<void>): void {
    this.#late = listener;
  }

  ask(question: PartnerQuestion): Promise<PartnerSaid> {
    const { country: to, record, part, lodgement, message, reality, within } = question;
    const { country: from, duties, ports } = this.#with;
    const forwarding = forward(duties, {
      record,
      part,
      from,
      to,
      purpose,
      at: ports.clock.now(),
      lodgement,
      message,
      reality,
    });
    if (!forwarding.ok) return Promise.resolve({ kind: 'not-forwarded', code: forwarding.error.code });
    return new Promise((resolve) => {
      this.#waiting.set(waitingKey(to, forwarding.value.reference), resolve);
      void this.#step({ kind: 'forward', forwarding: forwarding.value, within });
    });
  }

  /** Takes bytes from a partner; resolves once what they bring is durable. */
  async receive(bytes: Uint8Array): Promise<Result<void>> {
    if (this.#closed) return err(exchangeFindings.find('EXC-0115'));
    const finding = await this.#step({ kind: 'received', bytes });
    // A duplicate is worth a note, and is taken all the same.
    return finding?.severity === 'error' ? err(finding) : ok(undefined);
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const callOff of this.#timers.values()) callOff();
    this.#timers.clear();
    await this.#stepper.close();
  }

  /** What comes after the end is heard by the next start: partners send again what has no receipt, and hand-ups that were not taken come again. */
  #step(event: ExchangeEvent): Promise<Finding | undefined> {
    return this.#closed ? Promise.resolve(undefined) : this.#stepper.step(event);
  }

  /** Does the effects of one step; the finding that its caller is told comes back, an error before any other. */
  #doAll(effects: readonly Effect[]): Finding | undefined {
    let finding: Finding | undefined;
    for (const effect of effects) {
      if (effect.kind === 'finding') finding = finding?.severity === 'error' ? finding : effect.finding;
      else if (!this.#closed) this.#do(effect);
    }
    return finding;
  }

  #do(effect: Exclude<Effect, { kind: 'finding' }>): void {
    switch (effect.kind) {
      case 'send':
        void this.#with.ports.send(effect.to, effect.bytes).catch(() => false);
        return;
      case 'timer': {
        this.#timers.get(effect.timer.key)?.();
        const ring = (): void => {
          this.#timers.delete(effect.timer.key);
          void this.#step({ kind: 'due', timer: effect.timer });
        };
        this.#timers.set(effect.timer.key, this.#with.ports.alarm.at(effect.timer.dueAt, ring));
        return;
      }
      case 'forwarding':
        void this.#takeForwarding(effect);
        return;
      case 'answer':
      case 'late-answer':
        void this.#takeAnswer(effect);
        return;
      case 'late':
        this.#resolve(effect.to, effect.reference, { kind: 'late' });
        return;
      case 'failed':
        this.#failed(effect.to, effect.reference, effect.finding);
        return;
      case 'forget':
        this.#stepper.forget(effect);
    }
  }

  #resolve(country: CountryCode, reference: string, said: PartnerSaid): boolean {
    const name = waitingKey(country, reference);
    const waiting = this.#waiting.get(name);
    this.#waiting.delete(name);
    waiting?.(said);
    return waiting !== undefined;
  }

  /** A question that is already on its way, as after a crash, keeps waiting for the answer to the first one. */
  #failed(country: CountryCode, reference: string, finding: Finding): void {
    if (finding.code !== 'EXC-0306') {
      this.#resolve(country, reference, { kind: 'error', code: finding.code });
      return;
    }
    const now = this.#with.ports.clock.now();
    this.#with.ports.alarm.at(instant(now + 1500), () => this.#resolve(country, reference, { kind: 'late' }));
  }

  async #takeAnswer(effect: Extract<Effect, { kind: 'answer' | 'late-answer' }>): Promise<void> {
    const { from, reality, sequence, answer } = effect;
    const words = answer.subjects.map((one) => ({ ...one, validUntil: answer.validity.until }));
    const waited = effect.kind === 'answer' && this.#resolve(from, answer.reference, { kind: 'answer', words });
    if (!waited) await this.#late({ country: from, ...placeOf(answer), words });
    await this.#step({ kind: 'taken', from, reality, sequence });
  }

  async #takeForwarding(effect: Extract<Effect, { kind: 'forwarding' }>): Promise<void> {
    const { forwarding, from, reality, sequence } = effect;
    const domain = this.#with.domains.find((candidate) => candidate.record.name === forwarding.header.record);
    invariant(domain !== undefined, 'the exchange hands up only records that a domain knows');
    const record = forwarding.part;
    const keyring = new Keyring(this.#with.recorder);
    const done = await this.#with.assessor.assess({ domain, record, reality, keyring });
    if (!done.ok) {
      this.#with.ports.log.warn('forwarding-not-assessed', { from, code: done.error.code });
      return;
    }
    await Promise.all([
      this.#answer(forwarding, done.value.assessment.assessed),
      this.#step({ kind: 'taken', from, reality, sequence }),
    ]);
  }

  async #answer(
    forwarding: Parameters<typeof makeAnswer>[1],
    decided: Parameters<typeof makeAnswer>[2],
  ): Promise<void> {
    const now = this.#with.ports.clock.now();
    const made = makeAnswer(this.#with.classes, forwarding, decided, {
      from: now,
      until: instant(now + validityMilliseconds),
    });
    if (made.ok) await this.#step({ kind: 'answer', answer: made.value });
    else this.#with.ports.log.warn('answer-not-made', { code: made.error.code });
  }
}

const waitingKey = (country: CountryCode, reference: string): string => `${country} ${reference}`;

/** The lodgement and message that a reference names. */
function placeOf(answer: AnswerRecord): Pick<LateAnswer, 'lodgement' | 'message'> {
  const [lodgement = '', message = ''] = answer.reference.split('.');
  const id = lodgementId(lodgement);
  invariant(id !== undefined, 'the schema of an answer has checked its reference');
  return { lodgement: id, message: Number(message) };
}

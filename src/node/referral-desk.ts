import { openReferral, referredTo } from '#casework';
import { type AggregateId, ok, type Reality, type ReferralKind } from '#kernel';
import type { DataKey } from '#ledger';
import type { NodeAccess } from './access.ts';
import { Keyring } from './keyring.ts';
import type { Log } from './ports.ts';
import type { Recorder, Write } from './recorder.ts';

export interface ReferralRequest {
  readonly subject: string;
  readonly kind: string;
  readonly ports?: readonly string[];
}

export interface ReferralPlace {
  readonly journey: AggregateId;
  readonly domain: string;
  readonly reality: Reality;
}

/** Entries that open referrals, and the keys that they bring. */
export interface Referred {
  readonly writes: readonly Write[];
  readonly keys: readonly DataKey[];
}

/** How a case is put before an officer; casework owns what happens to it. */
export interface ReferralDesk {
  /** The entries that open the cases, to become durable together with what they are about. */
  referred(requests: readonly ReferralRequest[], place: ReferralPlace): Promise<Referred>;
  /** Opens the cases by themselves. */
  open(requests: readonly ReferralRequest[], place: ReferralPlace): Promise<void>;
}

export interface DeskMeans {
  readonly access: NodeAccess;
  readonly recorder: Recorder;
  readonly kinds: readonly ReferralKind[];
  readonly log: Log;
}

/** The desk that opens referrals of casework. The same case, put twice at once, stands once: its key is its own. */
export class CaseworkDesk implements ReferralDesk {
  readonly #with: DeskMeans;

  constructor(means: DeskMeans) {
    this.#with = means;
  }

  async referred(requests: readonly ReferralRequest[], place: ReferralPlace): Promise<Referred> {
    const all: Referred[] = [];
    for (const request of requests) all.push(await this.#one(request, place));
    return { writes: all.flatMap(({ writes }) => writes), keys: all.flatMap(({ keys }) => keys) };
  }

  async open(requests: readonly ReferralRequest[], place: ReferralPlace): Promise<void> {
    const { writes, keys } = await this.referred(requests, place);
    const done = writes.length === 0 ? ok([]) : await this.#with.recorder.append(writes, keys);
    if (!done.ok) this.#with.log.warn('referrals-not-opened', { code: done.error.code });
  }

  async #one({ subject, kind, ports }: ReferralRequest, place: ReferralPlace): Promise<Referred> {
    const { access, recorder, kinds, log } = this.#with;
    const { journey, domain, reality } = place;
    const request = {
      ...{ kind, domain, subject, about: journey, openedBy: 'decision' as const },
      ...(ports === undefined ? {} : { ports }),
    };
    const opening = openReferral(request, kinds, access.now());
    if (!opening.ok) {
      log.warn('referral-not-opened', { code: opening.error.code, kind });
      return nothing;
    }
    const { key, drafts, timers } = opening.value;
    if ((await recorder.find(key)) !== undefined) return nothing;
    const { aggregate, alias } = await recorder.open(key);
    const [own, keyring] = [access.within(reality), new Keyring(recorder)];
    const opened = own.writes(aggregate, { drafts, timers }, keyring).map((write) => ({ ...write, alias }));
    // What was referred hears of it together with its opening, so that neither ever stands without the other.
    const heard = own.writes(journey, { drafts: [referredTo(aggregate, request)], timers: [] }, keyring);
    return { writes: [...opened, ...heard], keys: keyring.takeFresh() };
  }
}

const nothing: Referred = { writes: [], keys: [] };

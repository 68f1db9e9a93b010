import type { AggregateId, Cipher, Finding, Hash } from '#kernel';
import { hexAt } from './bytes.ts';
import { ledgerFindings } from './findings.ts';
import { headerBytes } from './header.ts';
import { openEntry } from './seal.ts';
import { Sequence } from './sequence.ts';
import type { Head, SequencedEntry, Store } from './store.ts';

/** What a walk over the whole ledger found. It holds when `findings` is empty. */
export interface Verification {
  readonly head: Head;
  /** Entries whose payload was opened and agrees with its commitment. */
  readonly opened: number;
  /** Entries whose key was destroyed: the proofs hold, the content is gone. */
  readonly forgotten: number;
  readonly findings: readonly Finding[];
}

export interface VerifyOptions {
  /** A head that was kept or published earlier; the ledger must pass through it. */
  readonly known?: Head;
  /** Hears how far the walk has come. */
  readonly progress?: (position: number) => void;
}

const batch = 1000;

/**
 * Walks the sequenced entries and recomputes everything: positions, versions, chain, Merkle root, and each payload whose
 * key still lives. LED-0301 payload, LED-0302 chain or position, LED-0303 versions, LED-0304 head.
 */
export async function verifyLedger(
  store: Pick<Store, 'sequenced' | 'key' | 'head'>,
  ports: { readonly cipher: Cipher; readonly hash: Hash },
  options: VerifyOptions = {},
): Promise<Verification> {
  const claimed = await store.head();
  const walk = new Walk(store, ports, options.known);
  for (;;) {
    const entries = await store.sequenced(walk.sequence.size, Math.min(batch, claimed.size - walk.sequence.size));
    for (const entry of entries) await walk.step(entry);
    options.progress?.(walk.sequence.size);
    if (entries.length === 0 || walk.sequence.size >= claimed.size) break;
  }
  return walk.end(claimed);
}

class Walk {
  readonly sequence: Sequence;
  readonly #findings: Finding[] = [];
  readonly #versions = new Map<AggregateId, number>();
  readonly #store: Pick<Store, 'key'>;
  readonly #ports: { readonly cipher: Cipher; readonly hash: Hash };
  readonly #known: Head | undefined;
  #opened = 0;
  #forgotten = 0;

  constructor(store: Pick<Store, 'key'>, ports: { cipher: Cipher; hash: Hash }, known: Head | undefined) {
    this.#store = store;
    this.#ports = ports;
    this.#known = known;
    this.sequence = new Sequence(ports.hash);
    this.#meet();
  }

  async step({ position, chain, entry }: SequencedEntry): Promise<void> {
    const { aggregate, version } = entry.header;
    this.sequence.add(headerBytes(entry.header));
    if (position !== this.sequence.size || chain !== hexAt(this.sequence.chain, 0, 32)) {
      this.#findings.push(ledgerFindings.find('LED-0302', { position: this.sequence.size }));
    }
    const before = this.#versions.get(aggregate) ?? 0;
    if (version !== before + 1) {
      this.#findings.push(ledgerFindings.find('LED-0303', { aggregate, version, last: before }));
    }
    this.#versions.set(aggregate, version);
    this.#meet();
    await this.#open(entry);
  }

  async #open(entry: SequencedEntry['entry']): Promise<void> {
    const key = await this.#store.key(entry.header.key);
    if (key === undefined) {
      this.#forgotten += 1;
      return;
    }
    const opened = openEntry(entry, key, this.#ports);
    if (opened.ok) this.#opened += 1;
    else this.#findings.push(opened.error);
  }

  #meet(): void {
    if (this.#known?.size === this.sequence.size) this.#compare(this.#known);
  }

  #compare(claimed: Head): void {
    const { size, chain, root } = this.sequence.head();
    if (size !== claimed.size || chain !== claimed.chain || root !== claimed.root) {
      this.#findings.push(ledgerFindings.find('LED-0304', { size, claimed: claimed.size }));
    }
  }

  end(claimed: Head): Verification {
    this.#compare(claimed);
    if (this.#known !== undefined && this.#known.size > this.sequence.size) this.#compare(this.#known);
    return {
      head: this.sequence.head(),
      opened: this.#opened,
      forgotten: this.#forgotten,
      findings: this.#findings,
    };
  }
}

/** How long the disk takes for a frame, and how long those it answers work before they come back, as was seen of late. */
export class Pace {
  /** Milliseconds of a steady clock. */
  readonly now: () => number;
  /** Milliseconds of the quickest write of late: what a busy thread heard late says nothing of the disk. */
  #disk = Number.POSITIVE_INFINITY;
  /** Milliseconds of work that one answer brings. */
  #work = 0;

  constructor(now: () => number) {
    this.now = now;
  }

  /** Notes a write that began at `since` and is on stable storage now. */
  wrote(since: number): void {
    this.#disk = Math.min(this.now() - since, this.#disk * 1.1);
  }

  /** Notes what so many did since they were answered. */
  worked(since: number, count: number): void {
    this.#work += ((this.now() - since) / count - this.#work) / 4;
  }

  /** True when so many, answered, work for longer than the disk writes. */
  crowded(count: number): boolean {
    return count > 1 && count * this.#work > this.#disk;
  }
}

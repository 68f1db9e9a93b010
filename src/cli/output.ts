import { writeSync } from 'node:fs';
import { platformCode } from '#kernel';

const flushAt = 64 * 1024;

/**
 * Standard output, written in large pieces and waited for: memory stays flat however much is printed, and a reader that
 * has had enough (`| head`) ends the program quietly.
 */
export class Output {
  readonly #descriptor: number;
  #pieces: Uint8Array[] = [];
  #length = 0;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  line(text: string): void {
    this.bytes(Buffer.from(`${text}\n`));
  }

  bytes(bytes: Uint8Array): void {
    this.#pieces.push(bytes);
    this.#length += bytes.length;
    if (this.#length >= flushAt) this.flush();
  }

  flush(): void {
    const whole = Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.#length = 0;
    for (let at = 0; at < whole.length; at += this.#write(whole.subarray(at)));
  }

  #write(bytes: Uint8Array): number {
    try {
      return writeSync(this.#descriptor, bytes);
    } catch (failed) {
      const code = platformCode(failed);
      // The reader is slower than we are: try again. The pause costs less than a lost line.
      if (code === 'EAGAIN') return pause();
      if (code === 'EPIPE') process.exit(0);
      throw failed;
    }
  }
}

const cell = new Int32Array(new SharedArrayBuffer(4));
function pause(): 0 {
  Atomics.wait(cell, 0, 0, 2);
  return 0;
}

/* eslint-disable no-bitwise -- a generator of random numbers is made of bits */

/** The random numbers and identifiers of one execution: the same seed gives the same ones. */
export class Random {
  private state: Uint32Array | undefined;

  constructor(private readonly seed: string) {}

  /** The same numbers from here on, drawn apart from this one. */
  copy(): Random {
    const copy = new Random(this.seed);
    copy.state = this.state?.slice();
    return copy;
  }

  /** Seeds when the first number is asked for: most executions never do. */
  private seeded(): Uint32Array {
    const { seed } = this;
    const state = (this.state = new Uint32Array(4));
    // four differently started FNV-1a hashes of the seed
    for (let part = 0; part < 4; part++) {
      let hash = 0x811c9dc5 ^ (part * 0x9e3779b9);
      for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193);
      state[part] = hash ^ (hash >>> 15);
    }
    for (let i = 0; i < 8; i++) this.next();
    return state;
  }

  /** The next number, 0 ≤ n < 1. */
  next(): number {
    return (this.bits() >>> 5) * 2 ** -27 + (this.bits() >>> 6) * 2 ** -53;
  }

  /** The next UUID, version 4. */
  uuid(): string {
    const hex = this.hex() + this.hex() + this.hex() + this.hex();
    const variant = '89ab'[Number.parseInt(hex[16], 16) & 3];
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  /** A text of letters and digits, for task tokens. */
  token(length: number): string {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
    return Array.from({ length }, () => letters[Math.floor(this.next() * letters.length)]).join('');
  }

  private hex(): string {
    return this.bits().toString(16).padStart(8, '0');
  }

  /** sfc32, a small generator of good quality. */
  private bits(): number {
    const s = this.state ?? this.seeded();
    const sum = (s[0] + s[1] + s[3]) >>> 0;
    s[3]++;
    s[0] = s[1] ^ (s[1] >>> 9);
    s[1] = s[2] + (s[2] << 3);
    s[2] = ((s[2] << 21) | (s[2] >>> 11)) + sum;
    return sum;
  }
}

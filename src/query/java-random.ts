/* eslint-disable no-bitwise -- Java defines it by bits */
const MASK = (1n << 48n) - 1n;

/** The numbers of `new java.util.Random(seed)`: what AWS draws from when a seed is given. */
export class JavaRandom {
  private state: bigint;

  constructor(seed: number) {
    this.state = (BigInt(Math.trunc(seed)) ^ 0x5deece66dn) & MASK;
  }

  /** `nextInt(bound)`. */
  nextInt(bound: number): number {
    if (Number.isInteger(Math.log2(bound))) return Number((BigInt(bound) * BigInt(this.bits(31))) >> 31n);
    for (;;) {
      const bits = this.bits(31);
      const value = bits % bound;
      if (bits - value + (bound - 1) < 2 ** 31) return value;
    }
  }

  /** `nextDouble()`. */
  nextDouble(): number {
    return (this.bits(26) * 2 ** 27 + this.bits(27)) / 2 ** 53;
  }

  private bits(count: number): number {
    this.state = (this.state * 0x5deece66dn + 0xbn) & MASK;
    return Number(this.state >> BigInt(48 - count));
  }
}

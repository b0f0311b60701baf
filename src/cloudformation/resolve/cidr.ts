import { invalidTemplate } from './failures';
import type { TemplatePlace } from './template-place';
import type { Json } from '../../asl';

/** `Fn::Cidr`: the first blocks of a given size inside an address block. */
export function cidrBlocks([block, count, hostBits]: readonly string[], place: TemplatePlace): Json {
  const [address, prefix] = block.split('/');
  const family = address.includes(':') ? IPV6 : IPV4;
  const start = family.parse(address);
  const length = Number(prefix);
  const bits = hostBits === undefined ? family.defaultHostBits : Number(hostBits);
  const wanted = Number(count);
  if (start === undefined || prefix === undefined || !within(length, 0, family.bits)) {
    throw invalidTemplate('Fn::Cidr needs an address block', place, {
      received: block,
      allowed: 'such as 10.0.0.0/16',
    });
  }
  if (!within(wanted, 1, 256)) throw invalidTemplate('Fn::Cidr returns 1 to 256 blocks', place, { received: count });
  if (!within(bits, 1, family.bits) || BigInt(wanted) * 2n ** BigInt(bits) > 2n ** BigInt(family.bits - length)) {
    throw invalidTemplate("the blocks don't fit into the address block", place, {
      received: `${wanted} blocks of ${bits} bits in ${block}`,
    });
  }
  const first = start - (start % 2n ** BigInt(family.bits - length));
  return Array.from(
    { length: wanted },
    (_, i) => `${family.write(first + BigInt(i) * 2n ** BigInt(bits))}/${family.bits - bits}`,
  );
}

interface AddressFamily {
  readonly bits: number;
  readonly defaultHostBits: number;
  parse(text: string): bigint | undefined;
  write(address: bigint): string;
}

const IPV4: AddressFamily = {
  bits: 32,
  defaultHostBits: 8,
  parse(text) {
    const parts = text.split('.');
    if (parts.length !== 4 || !parts.every(part => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return undefined;
    return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  },
  write: address => [3n, 2n, 1n, 0n].map(i => String((address / 256n ** i) % 256n)).join('.'),
};

const IPV6: AddressFamily = {
  bits: 128,
  defaultHostBits: 64,
  parse(text) {
    const [head, tail, ...rest] = text.split('::').map(side => (side === '' ? [] : side.split(':')));
    const groups =
      tail === undefined
        ? head
        : [...head, ...new Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail];
    if (rest.length > 0 || groups.length !== 8 || !groups.every(group => /^[0-9a-f]{1,4}$/i.test(group))) {
      return undefined;
    }
    return groups.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
  },
  write(address) {
    const groups = Array.from({ length: 8 }, (_, i) => ((address / 65536n ** BigInt(7 - i)) % 65536n).toString(16));
    return groups.join(':').replace(/(?:^|:)0(?::0)+(?::|$)/, '::');
  },
};

function within(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

import type { Environment } from './environment';

/** A UUID of version 4 from the random numbers of the execution's seed. */
export function randomUuid(env: Pick<Environment, 'random'>): string {
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => Math.floor(env.random() * 16).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'[Math.floor(env.random() * 4)]}${hex(3)}-${hex(12)}`;
}

import type { Json } from '../asl';
import type { LocalApp } from './app';
import type { ReadOptions } from './read-options';

/** Reads one synthesized template: its state machines, roles and neighbours. */
export function readTemplate(_template: Json, _options: ReadOptions = {}): LocalApp {
  return { machines: [], roles: [], resources: [] };
}

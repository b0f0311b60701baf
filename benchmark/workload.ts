import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json, JsonObject } from '../src/asl';

/** One workload: a definition, its input, and the output that it must give. */
export interface Workload {
  readonly name: string;
  readonly desc: string;
  /** The states entered by one run. */
  readonly transitions: number;
  readonly definition: JsonObject;
  readonly input: Json;
  readonly expect: Json;
  /** What the one Task answers: a number of failures and then a result, or a function as JavaScript text. */
  readonly mock?: {
    readonly state: string;
    readonly fails?: number;
    readonly errorName?: string;
    readonly result?: Json;
    readonly js?: string;
  };
}

/** The workloads of a folder, by name. */
export function loadWorkloads(folder: string): Workload[] {
  const files = readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .sort();
  return files
    .map(file => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Workload)
    .filter(({ definition }) => definition !== undefined);
}

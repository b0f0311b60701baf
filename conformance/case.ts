import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json, JsonObject, WorkflowType } from '../src/asl';

/** One case: what was run, and what AWS answered. README.md describes the format. */
export type Case = ExecutionCase | TestStateCase | ValidateCase;

/** The kinds of cases. */
export const KINDS = ['execution', 'teststate', 'validate'] as const;

/** What every case has. */
interface CaseBase {
  readonly id: string;
  readonly family: string;
  readonly tags?: readonly string[];
  /** When it was recorded. */
  readonly recordedAt?: string;
  /** Where it was recorded. */
  readonly source?: { readonly test?: string; readonly snapshotKey?: string };
}

/** One execution. */
export interface ExecutionCase extends CaseBase {
  readonly kind: 'execution';
  readonly type: WorkflowType;
  readonly definition: JsonObject;
  readonly input: Json;
  readonly mocks?: readonly Mock[];
  readonly files?: { readonly [uri: string]: string };
  readonly now?: string;
  readonly historyMode?: 'exact' | 'bag' | 'none';
  readonly expected: {
    readonly status: string;
    readonly output?: Json;
    readonly error?: string;
    readonly cause?: Json;
    readonly history?: readonly JsonObject[];
  };
}

/** What one Task state was given and answered. */
export interface Mock {
  readonly state: string;
  readonly iteration?: ReadonlyArray<{ readonly map: string; readonly index: number }>;
  readonly attempts: readonly Attempt[];
}

/** One answer of a service; exactly one of `output`, `error`, `failed`, `timeout` and `pending` is there. */
export interface Attempt {
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
  readonly failed?: boolean;
  readonly timeout?: boolean;
  readonly pending?: boolean;
  readonly submitted?: Json;
  readonly workerName?: string;
}

/** One call of TestState. */
export interface TestStateCase extends CaseBase {
  readonly kind: 'teststate';
  readonly expected: JsonObject;
  readonly [member: string]: unknown;
}

/** One check of a definition. */
export interface ValidateCase extends CaseBase {
  readonly kind: 'validate';
  readonly api: string;
  readonly type: WorkflowType;
  readonly definition?: Json;
  readonly definitionText?: string;
  readonly expected: {
    readonly valid: boolean;
    readonly code?: string;
    readonly message?: string;
    readonly diagnostics?: readonly Json[];
  };
}

/** All cases below a folder, in the order of their paths. */
export function loadCases(folder: string): Case[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.json'))
    .sort();
  return files.map(file => {
    const found = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Case;
    return { ...found, family: found.family ?? found.id.split('/')[0] };
  });
}

/** Whether a case holds a history that is to be compared. */
export function carriesHistory(recorded: Case): recorded is ExecutionCase {
  return recorded.kind === 'execution' && recorded.expected.history !== undefined && recorded.historyMode !== 'none';
}

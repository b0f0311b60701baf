import { MAX_EXECUTION_MS } from '../asl';
import { RATES, transitionRate } from './rates';

/** Express executions are billed in steps of 100 ms. */
const DURATION_STEP_MS = 100;
/** Express executions are billed in steps of 64 MB. */
const MEMORY_STEP_MB = 64;
/** What an Express execution takes before its definition and its data. */
const MEMORY_BASE_MB = 50;
/** What one execution used. */
export interface Usage {
  /** State transitions: states entered plus retries. */
  readonly transitions: number;
  /** From start to end, in milliseconds. */
  readonly durationMs: number;
  /** Bytes of the definition. @default 0 */
  readonly definitionBytes?: number;
  /** Bytes of the largest payload. @default 0 */
  readonly payloadBytes?: number;
  /** Map and Parallel states entered. @default 0 */
  readonly containers?: number;
  /** Why the workflow cannot be of type Express. @default - it can */
  readonly standardOnly?: string;
  /** The child executions of Distributed Maps and nested workflows. @default - none */
  readonly children?: readonly ChildUsage[];
}

/** What a child execution used; it is billed by its own type. */
export interface ChildUsage extends Usage {
  readonly type: 'STANDARD' | 'EXPRESS';
}

/** What one execution costs as a Standard and as an Express workflow, in US dollars, without free tier and without logs. */
export interface Cost {
  readonly standard: StandardCost;
  readonly express: ExpressCost | ExpressImpossible;
  /** What its child executions cost beside, by their own types. */
  readonly children: ChildrenCost;
}

/** The price of a Standard execution. */
export interface StandardCost {
  /** State transitions, its children's not included. */
  readonly transitions: number;
  readonly usd: number;
  /** The region whose price list was taken. */
  readonly region: string;
}

/** The price of an Express execution. */
export interface ExpressCost {
  readonly requests: number;
  /** Rounded up to 100 ms. */
  readonly billedMs: number;
  /** AWS's own estimate, rounded up to 64 MB. */
  readonly billedMb: number;
  readonly usd: number;
  /** The region whose price list was taken. */
  readonly region: string;
}

/** Why there is no Express price. */
export interface ExpressImpossible {
  readonly impossible: string;
}

/** The price of child executions. */
export interface ChildrenCost {
  readonly executions: number;
  readonly transitions: number;
  readonly usd: number;
}

/**
 * What an execution costs.
 *
 * Standard: each state entered and each retry is a transition. Express: one request, and the duration times the memory, which AWS estimates
 * as 50 MB, the definition, and the payload once for each Map and Parallel. Prices are the first tier of a month.
 *
 * @see https://aws.amazon.com/step-functions/pricing/
 */
export function costOf(usage: Usage, region: string = RATES.region): Cost {
  return {
    standard: standardCost(usage.transitions, region),
    express: expressCost(usage),
    children: childrenCost(usage.children ?? [], region),
  };
}

/** What a number of Standard transitions costs. */
export function standardCost(transitions: number, region: string = RATES.region): StandardCost {
  const rate = transitionRate(region);
  return { transitions, usd: exact(transitions * rate.perTransition), region: rate.region };
}

/** What an execution costs as an Express workflow, or why it cannot be one. */
export function expressCost(usage: Usage): ExpressCost | ExpressImpossible {
  if (usage.standardOnly !== undefined) return { impossible: usage.standardOnly };
  if (usage.durationMs > MAX_EXECUTION_MS.EXPRESS) return { impossible: 'it takes longer than five minutes' };
  const billedMs = roundUp(usage.durationMs, DURATION_STEP_MS);
  const billedMb = roundUp(memoryMb(usage), MEMORY_STEP_MB);
  const gbSeconds = (billedMs / 1000) * (billedMb / 1024);
  return {
    requests: 1,
    billedMs,
    billedMb,
    usd: exact(RATES.perRequest + gbSeconds * RATES.perGbSecond),
    region: RATES.region,
  };
}

function childrenCost(children: readonly ChildUsage[], region: string): ChildrenCost {
  let executions = 0;
  let transitions = 0;
  let usd = 0;
  for (const child of children) {
    executions++;
    if (child.type === 'STANDARD') {
      transitions += child.transitions;
      usd += standardCost(child.transitions, region).usd;
    } else {
      const express = expressCost(child);
      if ('usd' in express) usd += express.usd;
    }
    const own = childrenCost(child.children ?? [], region);
    executions += own.executions;
    transitions += own.transitions;
    usd += own.usd;
  }
  return { executions, transitions, usd: exact(usd) };
}

function memoryMb({ definitionBytes = 0, payloadBytes = 0, containers = 0 }: Usage): number {
  return MEMORY_BASE_MB + (definitionBytes + payloadBytes * containers) / 1_048_576;
}

function roundUp(amount: number, step: number): number {
  return Math.max(1, Math.ceil(amount / step)) * step;
}

/** Sums of binary fractions, without their last digits' noise. */
function exact(usd: number): number {
  return Number(usd.toPrecision(10));
}

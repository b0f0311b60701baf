import type { Icon } from './state-summary';
import type { GraphEdgeKind } from './workflow-graph';

/**
 * The input of the player page: everything that it shows, as JSON. Times are virtual milliseconds. Payloads are JSON text, as in
 * AWS's events. The page embeds one such object; docs/player.md describes it.
 */
export interface PageData {
  /** The version of this format. It changes when a member changes its meaning. */
  readonly version: 1;
  readonly title: string;
  /** Whether values were redacted. */
  readonly redacted: boolean;
  /** The pictures, one for each definition. */
  readonly graphs: readonly PageGraph[];
  /** The runs. Those without a `parent` are listed; the others are opened from the state that started them. */
  readonly runs: readonly PageRun[];
}

/** One execution. */
export interface PageRun {
  readonly name: string;
  /** Index into `graphs`; absent if the definition isn't known. */
  readonly graph?: number;
  readonly status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED' | 'RUNNING' | 'PENDING_REDRIVE';
  readonly error?: string;
  readonly cause?: string;
  /** STANDARD or EXPRESS, if known. */
  readonly type?: string;
  readonly executionArn?: string;
  /** Milliseconds since 1970. */
  readonly startTime: number;
  readonly durationMs: number;
  readonly transitions?: number;
  readonly visits: readonly PageVisit[];
  readonly events: readonly PageEvent[];
  /** The run and visit that started this one, as a nested execution or as a child execution of a Map Run. */
  readonly parent?: { readonly run: number; readonly visit: number; readonly kind: 'nested' | 'child' };
  /** Price lines: `['Price as Standard', '$0.0001']`. */
  readonly price: ReadonlyArray<readonly [name: string, text: string]>;
  readonly notes: readonly PageNote[];
}

/** Something to know about a run that is not in its history. */
export interface PageNote {
  readonly kind: 'denied' | 'unknown-permission' | 'notification' | 'alarm' | 'warning' | 'unused-permission';
  readonly text: string;
  /** The state that it is about. */
  readonly state?: string;
}

/** One visit of a state. */
export interface PageVisit {
  readonly state: string;
  readonly type: string;
  /** The id of the node in the graph. */
  readonly node?: string;
  /** The visit of the Map or Parallel around it. */
  readonly parent?: number;
  /** The index of the item, inside a Map. */
  readonly index?: number;
  /** Indexes into `events`. */
  readonly entered: number;
  /** Absent if the state wasn't exited. */
  readonly exited?: number;
  /** The last failure, with `exited` absent; or the failure that a catcher caught. */
  readonly failed?: number;
  /** The event that ended the visit with its execution or container. */
  readonly aborted?: number;
  /** The data of the state stage by stage, under the names of TestState's inspection data. JSON text. */
  readonly stages?: ReadonlyArray<readonly [name: string, json: string]>;
  /** The permissions that its calls needed: allowed or denied, and by what. */
  readonly permissions?: readonly string[];
}

/** One event of the history. */
export interface PageEvent {
  readonly id: number;
  readonly previous: number;
  readonly type: string;
  /** Milliseconds after the start. */
  readonly time: number;
  /** Index into `visits`. */
  readonly visit?: number;
  /** The details as AWS gives them, without the name of the member. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A laid-out definition, in pixels. */
export interface PageGraph {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PageNode[];
  readonly pieces: ReadonlyArray<{
    readonly d: string;
    readonly arrow?: string;
    readonly caught: boolean;
    readonly next?: number;
  }>;
  readonly labels: ReadonlyArray<
    PageBox & { readonly lines: readonly string[]; readonly full: string; readonly caught: boolean }
  >;
  readonly edges: ReadonlyArray<{
    readonly from: string;
    readonly to: string;
    readonly kind: GraphEdgeKind;
    readonly piece: number;
  }>;
}

/** A rectangle. */
export interface PageBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A node with its place. */
export interface PageNode extends PageBox {
  readonly id: string;
  readonly kind: 'state' | 'start' | 'end' | 'missing';
  readonly name: string;
  readonly lines: readonly string[];
  readonly type?: string;
  readonly icon?: Icon;
  readonly subtitle?: string;
  readonly depth: number;
  readonly frames: ReadonlyArray<PageBox & { readonly label?: string }>;
}

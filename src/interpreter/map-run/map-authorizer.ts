import type { JsonObject } from '../../asl';

/** A Distributed Map that is about to start. */
export interface MapRunStart {
  readonly stateName: string;
  /** The state as the definition has it, with what its reader and writer are given in this run. */
  readonly state: JsonObject;
  readonly executionArn: string;
  readonly stateMachineArn: string;
  /** Whether the Map Run was started before and redrives child executions of it. @default false */
  readonly redrives?: boolean;
}

/** Says why a Map Run may not start; undefined if it may. */
export type MapAuthorizer = (start: MapRunStart) => { readonly error: string; readonly cause: string } | undefined;

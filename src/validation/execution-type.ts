import type { StateSite, WorkflowType } from '../asl';
import { childExecutionType, isDistributed } from './map-mode';

/** The type of the execution that runs a state: the machine's, or that of the nearest Distributed Map around it; undefined where that is not known. */
export function executionTypeOf(site: StateSite, machine: WorkflowType): WorkflowType | undefined {
  for (let around = site.scope.parent; around; around = around.scope.parent) {
    if (around.type !== 'Map') continue;
    const distributed = isDistributed(around);
    if (distributed === undefined) return undefined;
    if (distributed) return childExecutionType(around);
  }
  return machine;
}

import type { Pair } from './pairs';

/** Pairs that no call of a Task needs, and why they are in a role all the same. */
export const EXEMPTIONS: ReadonlyArray<{ readonly action: RegExp; readonly reason: string }> = [
  {
    action: /^logs:/,
    reason: 'Step Functions sets up the delivery of the log when the machine is created, not in a run',
  },
  { action: /^xray:/, reason: 'Step Functions sends traces beside the run' },
  {
    action: /^states:RedriveExecution$/,
    reason: 'needed when somebody redrives a failed Map Run, which is no part of the run itself',
  },
];

/** Why a pair needs no proof; undefined if it needs one. */
export function exemptionOf({ Action }: Pair): string | undefined {
  return EXEMPTIONS.find(({ action }) => action.test(Action))?.reason;
}

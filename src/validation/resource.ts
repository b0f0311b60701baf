import type { StateSite } from '../asl';
import { isUnknown } from './unknown-value';

/** What the Resource of a Task calls. */
export interface Resource {
  readonly kind: 'optimized' | 'sdk' | 'activity' | 'function' | 'other';
  readonly arn: string;
  /** `lambda`, `dynamodb`, `s3`; empty for what is no integration. */
  readonly service: string;
  readonly action: string;
  /** `sync`, `sync:2`, `waitForTaskToken`, or what else follows the action. */
  readonly pattern: string | undefined;
}

const INTEGRATION = /^arn:[^:]*:states:[^:]*:[^:]*:(aws-sdk:)?([^:.]+):([^:.]+)(?:\.(.+))?$/;
/** Things of Step Functions that are no integrations. */
const OTHER_THINGS = /^arn:[^:]*:states:[^:]*:[^:]*:(stateMachine|execution|express|mapRun):/;
const ACTIVITY = /^arn:[^:]*:states:[^:]*:[^:]*:activity:/;
/** Tokens in the partition, region or account: what is called can still be read. */
const PLACES = /^arn:([^:]*\$\{[^}]*\}[^:]*|[^:]*):states:/;

/** What a Task calls; undefined for other states, and where it is not known. */
export function resourceOf({ type, state }: StateSite): Resource | undefined {
  const arn = state.Resource;
  if (type !== 'Task' || typeof arn !== 'string') return undefined;
  const readable = isUnknown(arn) ? arn.replace(PLACES, 'arn:aws:states:') : arn;
  if (isUnknown(readable)) return undefined;
  const rest = { arn, service: '', action: '', pattern: undefined };
  if (ACTIVITY.test(readable)) return { ...rest, kind: 'activity' };
  const [, sdk, service, action, pattern] = OTHER_THINGS.test(readable) ? [] : (INTEGRATION.exec(readable) ?? []);
  if (service !== undefined) return { arn, kind: sdk ? 'sdk' : 'optimized', service, action, pattern };
  return {
    ...rest,
    kind: /^arn:[^:]*:lambda:/.test(readable) ? 'function' : 'other',
    service: /^arn:[^:]*:lambda:/.test(readable) ? 'lambda' : '',
  };
}

/** AWS's text for a Resource that it does not know. */
export function notRecognized(arn: string): string {
  return `The resource provided ${arn} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.`;
}

import type { IntegrationPattern, TaskKind } from './task-call';

/** A Resource taken apart. */
export interface TaskResource {
  readonly arn: string;
  readonly kind: TaskKind;
  /** `lambda`, `aws-sdk:s3`, …; for functions and activities `lambda` and `activity`. */
  readonly service: string;
  /** The API action without the pattern; empty for functions and activities. */
  readonly action: string;
  readonly pattern: IntegrationPattern;
  /** How history events name it: `{resourceType, resource}` for services, nothing for functions and activities. */
  readonly named: object;
}

const UNNAMED = {};

const PATTERNS: Readonly<Record<string, IntegrationPattern>> = {
  'sync': 'SYNC',
  'sync:2': 'SYNC',
  'waitForTaskToken': 'WAIT_FOR_TASK_TOKEN',
};
const INTEGRATION = /^arn:[^:]*:states:[^:]*:[^:]*:((?:aws-sdk:)?[^:]+):([^:.]+)(?:\.(.+))?$/;

/** Takes a Resource apart, or undefined if it is nothing that a Task can call. */
export function parseResource(arn: string): TaskResource | undefined {
  if (/^arn:[^:]*:states:[^:]*:[^:]*:activity:/.test(arn)) {
    return { arn, kind: 'Activity', service: 'activity', action: '', pattern: 'REQUEST_RESPONSE', named: UNNAMED };
  }
  if (/^arn:[^:]*:lambda:/.test(arn)) {
    return { arn, kind: 'LambdaFunction', service: 'lambda', action: '', pattern: 'REQUEST_RESPONSE', named: UNNAMED };
  }
  const [, service, action, suffix] = INTEGRATION.exec(arn) ?? [];
  if (service === undefined) return undefined;
  const pattern = suffix === undefined ? 'REQUEST_RESPONSE' : PATTERNS[suffix];
  if (pattern === undefined) return undefined;
  return {
    arn,
    kind: 'Task',
    service,
    action,
    pattern,
    named: { resourceType: service, resource: suffix === undefined ? action : `${action}.${suffix}` },
  };
}

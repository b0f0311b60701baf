import type { aws_stepfunctions as sfn, Duration } from 'aws-cdk-lib';
import type { Integration } from '../integrations';
import { placeOf } from './call-site';
import type { CatchProps } from './catch-props';
import { atMostOne, commonFields, definedFields, languageOf, valueIn } from './fields';
import type { Flow } from './flow';
import type { StateParts } from './flow-node';
import type { TaskJsonPathFields } from './json-path-fields';
import { State } from './state';
import type { StateProps } from './state-props';
import { taskTimes } from './task-times';

/** A Task. */
export interface TaskProps extends StateProps {
  /** What the Task calls. */
  readonly call: Integration;

  /**
   * JSONata: the output. `$states.result` holds the result.
   *
   * @default - what the integration says (a Lambda function's own answer), else the result
   */
  readonly output?: any;

  /**
   * How long the Task may take: whole seconds, or `Expression.duration('{% … %}')`.
   *
   * @default - 99,999,999 seconds; what the service itself allows is often less
   */
  readonly timeout?: Duration;

  /**
   * How long may pass between two heartbeats of the one who holds the task token; shorter than the time-out.
   *
   * @default - no heartbeat is expected
   */
  readonly heartbeat?: Duration;

  /**
   * The role to call with, in this account or another; `Expression.taskRole('{% … %}')` for one that the workflow computes.
   *
   * @default - the workflow's own role
   */
  readonly credentials?: sfn.Credentials;

  /**
   * JSONPath fields; they make the state a JSONPath state.
   *
   * @default - a JSONata state
   */
  readonly jsonPath?: TaskJsonPathFields;
}

/**
 * Calls something: a function, an AWS API, an activity.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html
 */
export class Task extends State {
  /** @internal */
  private readonly _props: TaskProps;

  /**
   * @param stateName the state's name, unique in the workflow
   * @param props what it calls, and how
   */
  public constructor(stateName: string, props: TaskProps) {
    super(stateName);
    this._props = props;
  }

  /**
   * Adds a retrier after the ones it has.
   *
   * @param retry as in the CDK; without `errors` it holds for all of them
   */
  public retry(retry: sfn.RetryProps): Task {
    return this._withRetrier(retry, this.retry);
  }

  /**
   * Adds a catcher after the ones it has.
   *
   * @param handler where a caught error leads; its open ends go where the Task's go
   * @param props which errors, and what the handler receives
   */
  public catch(handler: Flow, props: CatchProps = {}): Task {
    return this._withCatcher(handler, props, this.catch);
  }

  /** @internal */
  public _render(): StateParts {
    const { comment, call, output, timeout, heartbeat, credentials, jsonPath } = this._props;
    const language = languageOf(this._props);
    const where = (field: string): string => `'${this.stateName}', ${field}`;
    atMostOne(
      this.stateName,
      { 'timeout': timeout, 'jsonPath.timeoutSecondsPath': jsonPath?.timeoutSecondsPath },
      this._site,
    );
    atMostOne(
      this.stateName,
      { 'heartbeat': heartbeat, 'jsonPath.heartbeatSecondsPath': jsonPath?.heartbeatSecondsPath },
      this._site,
    );
    const { InputPath, Parameters: _none, ...common } = commonFields(this.stateName, this._props);
    const times = taskTimes(this.stateName, timeout, heartbeat, this._site);
    const payload = call._payload(language, this.stateName, () => placeOf(this._site));
    const unwrapped = output === undefined ? call._unwrapping(language, jsonPath) : {};
    return {
      fields: definedFields({
        Type: 'Task',
        Comment: comment,
        Resource: call._resource,
        InputPath,
        [language === 'JSONPath' ? 'Parameters' : 'Arguments']: payload,
        TimeoutSeconds: times.timeout,
        TimeoutSecondsPath: jsonPath?.timeoutSecondsPath,
        HeartbeatSeconds: times.heartbeat,
        HeartbeatSecondsPath: jsonPath?.heartbeatSecondsPath,
        Credentials: credentials && valueIn(language, { RoleArn: credentials.role.roleArn }, where('credentials')),
        ...common,
        ...unwrapped,
      }),
      language,
      retriers: this._retriers,
      catchers: this._catchers,
      grants: call._grants,
    };
  }

  /** @internal */
  protected _canCatch(): boolean {
    return true;
  }
}

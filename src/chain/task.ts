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

/** Properties of a Task. */
export interface TaskProps extends StateProps {
  /** The integration that the Task calls. */
  readonly call: Integration;

  /**
   * JSONata: the output. `$states.result` is the result.
   *
   * @default - the integration's own output (the payload of a Lambda function), or the result
   */
  readonly output?: any;

  /**
   * The timeout of the Task: whole seconds, or `Expression.duration('{% … %}')`.
   *
   * @default - 99,999,999 seconds; the limit of the service is often lower
   */
  readonly timeout?: Duration;

  /**
   * The maximum time between two heartbeats of the worker or the owner of the task token. It must be shorter than the
   * timeout.
   *
   * @default - no heartbeat is expected
   */
  readonly heartbeat?: Duration;

  /**
   * The role to assume for the call, in this account or another. Use `Expression.taskRole('{% … %}')` to compute it at
   * run time.
   *
   * @default - the workflow's own role
   */
  readonly credentials?: sfn.Credentials;

  /**
   * JSONPath fields. If set, the state uses JSONPath.
   *
   * @default - a JSONata state
   */
  readonly jsonPath?: TaskJsonPathFields;
}

/**
 * Calls a function, an AWS API, an activity, or an HTTP endpoint.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html
 */
export class Task extends State {
  /** @internal */
  private readonly _props: TaskProps;

  /**
   * @param stateName the state's name, unique in the workflow
   * @param props the integration, and how to call it
   */
  public constructor(stateName: string, props: TaskProps) {
    super(stateName);
    this._props = props;
  }

  /**
   * Adds a retrier after the existing ones.
   *
   * @param retry the retrier, as in the CDK; without `errors`, it retries all errors
   */
  public retry(retry: sfn.RetryProps): Task {
    return this._withRetrier(retry, this.retry);
  }

  /**
   * Adds a catcher after the existing ones.
   *
   * @param handler the first step after a caught error; its open ends continue where the Task's do
   * @param props the errors to catch, and the handler's input
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

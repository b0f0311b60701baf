import type { aws_stepfunctions as sfn } from 'aws-cdk-lib';
import { StepwrightError } from '../errors';
import { placeOf } from './call-site';
import type { CatchProps } from './catch-props';
import { commonFields, definedFields, languageOf, refuseFields, valueIn } from './fields';
import type { Flow } from './flow';
import type { FlowNode, StateParts } from './flow-node';
import type { ParallelJsonPathFields } from './json-path-fields';
import { State } from './state';
import type { StateProps } from './state-props';

/** Properties of a Parallel. */
export interface ParallelProps extends StateProps {
  /**
   * The branches. `branch()` adds more.
   *
   * @default - no branches
   */
  readonly branches?: Flow[];

  /**
   * JSONata: the input of each branch.
   *
   * @default - the input
   */
  readonly arguments?: any;

  /**
   * JSONata: the output. `$states.result` is the list of the branches' outputs.
   *
   * @default - the list of the branches' outputs
   */
  readonly output?: any;

  /**
   * JSONPath fields. If set, the state uses JSONPath.
   *
   * @default - a JSONata state
   */
  readonly jsonPath?: ParallelJsonPathFields;
}

/**
 * Runs its branches in parallel, and fails as soon as one of them fails. Each branch is its own scope, so you can't
 * jump into or out of it.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/state-parallel.html
 */
export class Parallel extends State {
  /** @internal */
  private readonly _props: ParallelProps;

  /** @internal */
  private readonly _branches: readonly FlowNode[];

  /**
   * @param stateName the state's name, unique in the workflow
   * @param props the branches
   */
  public constructor(stateName: string, props: ParallelProps = {}) {
    super(stateName);
    this._props = props;
    this._branches = (props.branches ?? []).map(branch => branch._node);
  }

  /**
   * Adds branches.
   *
   * @param branches in their order
   */
  public branch(...branches: Flow[]): Parallel {
    return this._with(
      { _branches: [...this._branches, ...branches.map(branch => branch._node)] },
      this._siteOfCopy(this.branch),
    );
  }

  /**
   * Adds a retrier after the existing ones.
   *
   * @param retry the retrier, as in the CDK; without `errors`, it retries all errors
   */
  public retry(retry: sfn.RetryProps): Parallel {
    return this._withRetrier(retry, this.retry);
  }

  /**
   * Adds a catcher after the existing ones.
   *
   * @param handler the first step after a caught error; its open ends continue where this state's do
   * @param props the errors to catch, and the handler's input
   */
  public catch(handler: Flow, props: CatchProps = {}): Parallel {
    return this._withCatcher(handler, props, this.catch);
  }

  /** @internal */
  public _render(): StateParts {
    if (this._branches.length === 0) {
      throw new StepwrightError('NO_BRANCHES', `The Parallel '${this.stateName}' has no branch`, {
        where: placeOf(this._site),
        fix: 'add one: .branch(…)',
      });
    }
    const language = languageOf(this._props);
    const { comment, arguments: args } = this._props;
    const { InputPath, Parameters, ...common } = commonFields(this.stateName, this._props);
    refuseFields(language, { arguments: args }, `'${this.stateName}'`, this._site);
    return {
      fields: definedFields({
        Type: 'Parallel',
        Comment: comment,
        InputPath,
        Parameters,
        Arguments: valueIn(language, args, `'${this.stateName}', arguments`),
        ...common,
      }),
      language,
      branches: this._branches,
      retriers: this._retriers,
      catchers: this._catchers,
    };
  }

  /** @internal */
  protected _canCatch(): boolean {
    return true;
  }
}

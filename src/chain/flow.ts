import type { aws_stepfunctions as sfn } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { StepwrightError } from '../errors';
import type { BoundDefinition, IDefinition } from './bound-definition';
import { callSite, placeOf, type CallSite } from './call-site';
import type { CatchProps } from './catch-props';
import { chainableNode } from './chainable';
import type { Definition } from './definition/definition';
import { catcherPart, retrierPart } from './error-handling';
import { EMPTY, sequence, type FlowNode } from './flow-node';
import { definitionNode } from './from-definition';
import { render } from './render/render';

/**
 * A sequence of states: a whole workflow or a part of one. A flow is a value. Every method returns a new one, so you
 * can use a flow twice and add it anywhere.
 *
 * An open end continues with the next step, and `end()` closes it. This is the same for the rules of a Choice, for
 * handlers, and for branches. Ends that are still open at the end of the flow end the execution (or the branch, or the
 * item) successfully.
 *
 * You can reach the same state from many places. Two different states with the same name, or one state with two
 * successors, are an error that shows both places in your code. Use `prefixed` to make a copy.
 */
export class Flow implements IDefinition {
  /**
   * Joins steps one after another. Without steps, it is an empty flow, which continues with the next step.
   *
   * @param steps in their order
   */
  public static of(...steps: Flow[]): Flow {
    const site = callSite(Flow.of);
    let node: FlowNode = EMPTY;
    for (const step of steps) node = joined(node, step._node, site);
    return Flow._make(node);
  }

  /**
   * Jumps to a state in the same scope by its name. No step can follow it. `prefixed` also renames the target.
   *
   * @param stateName the name of the state, which is checked at synthesis
   */
  public static goTo(stateName: string): Flow {
    return Flow._make({ kind: 'jump', target: stateName, site: callSite(Flow.goTo), open: false, catchable: false });
  }

  /**
   * Uses CDK states as a part of a flow: a state or a chain of `aws-cdk-lib/aws-stepfunctions` and its tasks, with
   * their permissions. Their open ends continue with the next step. The states are read at synthesis and not changed.
   * They can't already belong to a CDK state machine.
   *
   * @param chainable a state or a chain
   */
  public static fromChainable(chainable: sfn.IChainable): Flow {
    return Flow._make(chainableNode(chainable, callSite(Flow.fromChainable)));
  }

  /**
   * Uses an existing definition as a part of a flow. Its states with `End` are open ends, which continue with the next
   * step.
   *
   * @param definition the definition
   * @throws StepwrightError FIELD_OF_WORKFLOW for a timeout of the whole workflow, which a step can't have
   */
  public static fromDefinition(definition: Definition): Flow {
    return Flow._make(definitionNode(definition, callSite(Flow.fromDefinition)));
  }

  /** @internal */
  public static _make(node: FlowNode): Flow {
    const flow = new Flow();
    flow._node = node;
    return flow;
  }

  /**
   * The node of this flow.
   *
   * @internal
   */
  public _node: FlowNode = EMPTY;

  protected constructor() {
    /* values are made by the statics and by the states */
  }

  /**
   * Adds a step. Every open end of this flow continues with it.
   *
   * @param step the next step
   * @throws StepwrightError UNREACHABLE_STEP if this flow has no open end
   */
  public next(step: Flow): Flow {
    return Flow._make(joined(this._node, step._node, callSite(this.next)));
  }

  /** Closes the open ends. The execution (or the branch, or the item) ends there successfully. */
  public end(): Flow {
    const site = callSite(this.end);
    const node = this._node;
    if (node.kind === 'empty') return Flow._make({ kind: 'stop', site, open: false, catchable: false });
    return Flow._make(
      node.open
        ? { kind: 'closed', flow: node, site, entry: node.entry, open: false, catchable: node.catchable }
        : node,
    );
  }

  /**
   * Adds a retrier to every Task of this flow, at any depth and in handlers, too. A Task's own retriers come first,
   * then the shared ones from the inside out, and the one for `States.ALL` last. Errors of a service, such as
   * `Lambda.TooManyRequestsException`, are added only to Tasks of that service. Errors that an earlier retrier of the
   * Task names are left out. To opt out, give the Task a retrier for all errors with `maxAttempts: 0`.
   *
   * @param retry the retrier, as in the CDK; without `errors`, it retries all errors
   */
  public retryEach(retry: sfn.RetryProps): Flow {
    const node = this._node;
    const retrier = retrierPart(retry, callSite(this.retryEach));
    return node.entry === undefined ? this : Flow._make({ ...facts(node), kind: 'each', flow: node, retrier });
  }

  /**
   * Adds a catcher to every Task, Parallel, and Map of this flow, after their own catchers. States inside branches and
   * items are not included. The handler's open ends continue with the step after this flow. Errors in the handler
   * itself are not caught.
   *
   * @param handler the first step after a caught error
   * @param props the errors to catch, and the handler's input
   * @throws StepwrightError NOTHING_TO_CATCH if the flow has no such state
   */
  public catchEach(handler: Flow, props: CatchProps = {}): Flow {
    const site = callSite(this.catchEach);
    const node = this._node;
    if (!node.catchable) {
      throw new StepwrightError(
        'NOTHING_TO_CATCH',
        'catchEach() found no state that can have a catcher, so the handler would never run',
        {
          where: placeOf(site),
          allowed: 'a flow with a Task, a Parallel, or a Map that is not inside another state',
          fix: 'call it on the flow whose errors you want to catch',
        },
      );
    }
    const catcher = catcherPart(handler._node, props, site);
    return Flow._make({ ...facts(node), kind: 'each', flow: node, catcher, open: node.open || handler._node.open });
  }

  /**
   * Returns a copy whose states have a prefix in their names, at any depth. Jumps inside the flow are renamed, too.
   *
   * @param prefix the prefix of each name
   */
  public prefixed(prefix: string): Flow {
    const node = this._node;
    if (node.entry === undefined || prefix === '') return this;
    return Flow._make({ ...facts(node), kind: 'prefixed', flow: node, prefix, entry: prefix + node.entry });
  }

  /**
   * Renders the definition in Amazon States Language, as an object that may contain CDK tokens.
   *
   * @throws StepwrightError if two parts can't be combined, with both places in your code and the fix
   */
  public toAsl(): { [field: string]: any } {
    return render(this._node).definition;
  }

  /**
   * Renders the definition, the grants it needs, and the place in your code of each state.
   *
   * @param _scope the workflow
   */
  public bind(_scope: Construct): BoundDefinition {
    return render(this._node);
  }
}

function facts(node: FlowNode): { entry?: string; open: boolean; catchable: boolean } {
  return { entry: node.entry, open: node.open, catchable: node.catchable };
}

function joined(left: FlowNode, right: FlowNode, site: CallSite): FlowNode {
  if (left.kind === 'empty') return right;
  if (!left.open) {
    throw new StepwrightError(
      'UNREACHABLE_STEP',
      `${right.entry === undefined ? 'This step' : `'${right.entry}'`} is never reached, because every path before it has ended`,
      {
        where: placeOf(site),
        received:
          left.kind === 'jump' ? `a step after goTo('${left.target}')` : `a step after '${left.entry ?? 'end()'}'`,
        allowed: 'a step after an open end; Fail, Succeed, end(), and goTo() end a path',
        fix: 'remove the call that ends the path, or jump to the step with goTo()',
      },
    );
  }
  return right.kind === 'empty' ? left : sequence(left, right, site);
}

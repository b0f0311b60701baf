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
 * A piece of a workflow, and what a workflow runs. A flow is a value: every method gives a new one, so a flow can be used twice and joined
 * anywhere.
 *
 * One law holds for open ends: an open end goes to whatever comes next, and `end()` closes it. It holds for the rules of a Choice, for
 * handlers and for branches alike. What is open when the flow itself ends, ends the execution (the branch, the item) with success.
 *
 * A state is its name and what it renders to. The same state may be reached from many places; two different states of one name, or one
 * state with two successors, are refused with both places, and `prefixed` makes the copy that is then needed.
 */
export class Flow implements IDefinition {
  /**
   * Steps, one after another. Without a step it is the empty flow, whose place is taken by what comes next.
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
   * A jump to a state of the same scope, by its name. It has no open end: nothing can follow it.
   * Inside of `prefixed` a jump follows the names.
   *
   * @param stateName the name of the state; that it exists is checked when the workflow is put together
   */
  public static goTo(stateName: string): Flow {
    return Flow._make({ kind: 'jump', target: stateName, site: callSite(Flow.goTo), open: false, catchable: false });
  }

  /**
   * States of the CDK as a piece of a flow: a state or a chain of `aws-cdk-lib/aws-stepfunctions` and its tasks. Their permissions come along,
   * their open ends go on to what comes next.
   * The states are read when the workflow is put together, and are not changed. What is in a state machine of the CDK already cannot be taken.
   *
   * @param chainable a state or a chain
   */
  public static fromChainable(chainable: sfn.IChainable): Flow {
    return Flow._make(chainableNode(chainable, callSite(Flow.fromChainable)));
  }

  /**
   * A definition from elsewhere as a piece of a flow. Its states with `End` are open ends, which go on to what comes next.
   *
   * @param definition the definition
   * @throws StepwrightError FIELD_OF_WORKFLOW for a time-out of the whole workflow, which a step cannot have
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
   * What this flow is made of.
   *
   * @internal
   */
  public _node: FlowNode = EMPTY;

  protected constructor() {
    /* values are made by the statics and by the states */
  }

  /**
   * Every open end of this flow leads to the step.
   *
   * @param step what follows
   * @throws StepwrightError UNREACHABLE_STEP if this flow has no open end
   */
  public next(step: Flow): Flow {
    return Flow._make(joined(this._node, step._node, callSite(this.next)));
  }

  /**
   * Closes the open ends: the execution (or the branch, or the item) ends there with success.
   */
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
   * A retrier for every Task of this flow, at any depth and in handlers too. A Task's own retriers come first, then the shared ones from the
   * inside out, and one for `States.ALL` last. Errors that carry the name of a service, such as `Lambda.TooManyRequestsException`, are added
   * to Tasks of this service only, and errors that an earlier retrier of the Task names are left out. A Task whose own retrier says `maxAttempts: 0` for all errors keeps the shared ones out.
   *
   * @param retry as in the CDK; without `errors` it holds for all of them
   */
  public retryEach(retry: sfn.RetryProps): Flow {
    const node = this._node;
    const retrier = retrierPart(retry, callSite(this.retryEach));
    return node.entry === undefined ? this : Flow._make({ ...facts(node), kind: 'each', flow: node, retrier });
  }

  /**
   * A catcher for every Task, Parallel and Map of this level (not inside of branches and items), after their own. The handler's open ends
   * join what comes after this whole flow. Errors of the handler itself are not caught by it.
   *
   * @param handler where a caught error leads
   * @param props which errors, and what the handler receives
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
   * A copy whose states have other names, at any depth; jumps inside follow.
   *
   * @param prefix stands before each name
   */
  public prefixed(prefix: string): Flow {
    const node = this._node;
    if (node.entry === undefined || prefix === '') return this;
    return Flow._make({ ...facts(node), kind: 'prefixed', flow: node, prefix, entry: prefix + node.entry });
  }

  /**
   * The definition in the Amazon States Language, as an object in which CDK tokens may stand for parts.
   *
   * @throws StepwrightError for what cannot be put together, with the places in your code and what to change
   */
  public toAsl(): { [field: string]: any } {
    return render(this._node).definition;
  }

  /**
   * For a workflow: the definition, what its permissions need beside, and where each state was written.
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

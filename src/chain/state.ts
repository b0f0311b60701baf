import type { aws_stepfunctions as sfn } from 'aws-cdk-lib';
import { MAX_NAME_LENGTH, nameLength } from '../asl';
import { StepwrightError } from '../errors';
import { callSite, placeOf, type CallSite } from './call-site';
import type { CatchProps } from './catch-props';
import { catcherPart, refuseAfterAll, retrierPart } from './error-handling';
import { Flow } from './flow';
import type { CatcherPart, FlowNode, RetrierPart, StateParts } from './flow-node';

/** A state, which is also a flow of one step. */
export abstract class State extends Flow {
  /** The state's name, unique in the workflow. */
  public readonly stateName: string;

  /** @internal */
  protected _site: CallSite;

  /** True if a copy was made from this value. @internal */
  private _copied = false;

  /** @internal */
  protected _retriers: readonly RetrierPart[] = [];

  /** @internal */
  protected _catchers: readonly CatcherPart[] = [];

  /**
   * @param stateName the state's name, unique in the workflow, 1 to 80 characters
   */
  protected constructor(stateName: string) {
    super();
    this._site = callSite(new.target);
    if (typeof stateName !== 'string' || stateName.length === 0 || nameLength(stateName) > MAX_NAME_LENGTH) {
      throw new StepwrightError('INVALID_STATE_NAME', 'The name of a state must have 1 to 80 characters', {
        where: placeOf(this._site),
        received:
          typeof stateName === 'string'
            ? `${nameLength(stateName)} characters${stateName === '' ? '' : `: ${JSON.stringify(stateName)}`}`
            : typeof stateName,
        fix: 'use a short name, and put the rest into the comment',
      });
    }
    this.stateName = stateName;
    this._settle();
  }

  /**
   * Renders the state.
   *
   * @internal
   */
  public abstract _render(): StateParts;

  /** @internal */
  public _neighbors(): readonly FlowNode[] {
    return this._catchers.map(catcher => catcher.to);
  }

  /** True if another state can follow. @internal */
  protected _isOpen(): boolean {
    return true;
  }

  /** True if the state can have catchers. @internal */
  protected _canCatch(): boolean {
    return false;
  }

  /** Builds the state's node. Call it after each change. @internal */
  protected _settle(): void {
    this._node = {
      kind: 'state',
      entry: this.stateName,
      open: this._isOpen(),
      catchable: this._canCatch() || this._neighbors().some(node => node.catchable),
      state: this,
      site: this._site,
    };
  }

  /**
   * Returns a copy with changes. Copies only string keys, because the jsii runtime keeps an object's identity under a
   * symbol.
   *
   * @internal
   */
  protected _with(change: object, site: CallSite): this {
    const copy = Object.create(Object.getPrototypeOf(this));
    for (const key of Object.keys(this)) copy[key] = (this as Record<string, unknown>)[key];
    Object.assign(copy, change);
    copy._site = site;
    copy._copied = false;
    copy._settle();
    return copy;
  }

  /**
   * Returns the place of a copy. The first copy is nearly always made where the state is, as in `new Task(…).retry(…)`,
   * and reading the stack is the most expensive part of a chain. Further copies get the place of their own call.
   *
   * @internal
   */
  protected _siteOfCopy(verb: unknown): CallSite {
    if (this._copied) return callSite(verb);
    this._copied = true;
    return this._site;
  }

  /** @internal */
  protected _withRetrier(retry: sfn.RetryProps, verb: unknown): this {
    refuseAfterAll('retrier', this.stateName, this._retriers, verb);
    const site = this._siteOfCopy(verb);
    return this._with({ _retriers: [...this._retriers, retrierPart(retry, site)] }, site);
  }

  /** @internal */
  protected _withCatcher(handler: Flow, props: CatchProps, verb: unknown): this {
    refuseAfterAll('catcher', this.stateName, this._catchers, verb);
    const site = this._siteOfCopy(verb);
    return this._with({ _catchers: [...this._catchers, catcherPart(handler._node, props, site)] }, site);
  }
}

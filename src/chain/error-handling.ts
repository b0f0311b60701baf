import type { aws_stepfunctions as sfn } from 'aws-cdk-lib';
import { ERROR_NAMES, isOfService, otherSpelling } from '../asl';
import { StepwrightError } from '../errors';

import { callSite, placeOf, type CallSite } from './call-site';
import type { CatchProps } from './catch-props';
import { definedFields, nullablePath, refuseFields, valueIn } from './fields';
import type { CatcherPart, FlowNode, RetrierPart } from './flow-node';
import { wholeSeconds } from '../integrations/whole-seconds';

const ALL = ERROR_NAMES.ALL;

/** A retrier of the CDK, rendered and checked by itself. */
export function retrierPart(retry: sfn.RetryProps, site: CallSite): RetrierPart {
  const errors = errorNames(retry.errors, 'retrier', site);
  const seconds = (field: 'interval' | 'maxDelay'): unknown =>
    wholeSeconds(retry[field], () => `a retrier's ${field}, ${placeOf(site) ?? ''}`);
  return {
    errors,
    fields: definedFields({
      ErrorEquals: errors,
      IntervalSeconds: seconds('interval'),
      MaxAttempts: retry.maxAttempts,
      BackoffRate: retry.backoffRate,
      MaxDelaySeconds: seconds('maxDelay'),
      JitterStrategy: retry.jitterStrategy,
    }),
  };
}

/** A catcher, checked by itself. */
export function catcherPart(to: FlowNode, props: CatchProps, site: CallSite): CatcherPart {
  const errors = errorNames(props.errors, 'catcher', site);
  return {
    errors,
    to,
    fields: (language, where) => {
      refuseFields(language, { output: props.output, resultPath: props.resultPath }, `the catcher of ${where}`, site);
      return definedFields({
        ErrorEquals: errors,
        Comment: props.comment,
        Assign: valueIn(language, props.assign, `${where}, assign of a catcher`),
        Output: valueIn(language, props.output, `${where}, output of a catcher`),
        ResultPath: nullablePath(props.resultPath),
      });
    },
  };
}

/** Refuses what comes after one for all errors: it would never be reached, and AWS refuses it. */
export function refuseAfterAll(
  kind: 'retrier' | 'catcher',
  state: string,
  before: ReadonlyArray<{ errors: readonly string[] }>,
  verb: unknown,
): void {
  if (!before.some(hasAll)) return;
  throw new StepwrightError(
    kind === 'retrier' ? 'RETRY_AFTER_ALL' : 'CATCH_AFTER_ALL',
    `'${state}' already has a ${kind} for States.ALL, so this one is never reached`,
    {
      where: placeOf(callSite(verb)),
      allowed: 'States.ALL only in the last one',
      fix: `move this ${kind} before the one for States.ALL (a ${kind} without errors is one for States.ALL)`,
    },
  );
}

/** A Task's own retriers and the shared ones: own first, shared next, one for all errors last. An error is named by the first of them only. */
export function mergedRetriers(
  own: readonly RetrierPart[],
  shared: readonly RetrierPart[],
  resource: string,
): RetrierPart[] {
  const its = own.flatMap(retrier => only(retrier, name => !isSecondSpelling(name, retrier, resource)));
  if (its.some(retrier => hasAll(retrier) && retrier.fields.MaxAttempts === 0)) return its;
  const named = new Set(its.flatMap(({ errors }) => errors));
  const further = shared.flatMap(retrier => {
    const left = only(retrier, name => name === ALL || (isOwnError(name, resource) && !isTaken(name, named)));
    left.forEach(({ errors }) => errors.forEach(name => named.add(name)));
    return left;
  });
  const together = [...its, ...further];
  return [...together.filter(retrier => !hasAll(retrier)), ...together.filter(hasAll).slice(0, 1)];
}

/** Catchers in their order, up to the first for all errors. */
export function upToAll<T extends { readonly errors: readonly string[] }>(catchers: readonly T[]): readonly T[] {
  const last = catchers.findIndex(hasAll);
  return last < 0 ? catchers : catchers.slice(0, last + 1);
}

function hasAll(handler: { readonly errors: readonly string[] }): boolean {
  return handler.errors.includes(ALL);
}

/** Whether a Task with this Resource can raise the error, as far as the error's name tells. */
function isOwnError(name: string, resource: string): boolean {
  return isOfService(name, resource) && otherSpelling(name, resource) === undefined;
}

/** Whether an earlier retrier takes the error: by its name, or as the failure of a task. */
function isTaken(name: string, named: ReadonlySet<string>): boolean {
  return named.has(name) || (named.has(ERROR_NAMES.TASK_FAILED) && !name.startsWith('States.') && !name.includes('${'));
}

/** Whether the name is the other kind of integration's, beside the one of this kind. A wrong spelling alone stays: validation warns of it. */
function isSecondSpelling(name: string, { errors }: RetrierPart, resource: string): boolean {
  const right = otherSpelling(name, resource);
  return right !== undefined && errors.includes(right);
}

/** A retrier with the errors that stay; none if nothing is left. */
function only(retrier: RetrierPart, stays: (name: string) => boolean): RetrierPart[] {
  const errors = retrier.errors.filter(stays);
  if (errors.length === retrier.errors.length) return [retrier];
  return errors.length === 0 ? [] : [{ errors, fields: { ...retrier.fields, ErrorEquals: errors } }];
}

function errorNames(errors: string[] | undefined, kind: string, site: CallSite): readonly string[] {
  if (errors === undefined) return [ALL];
  if (errors.length === 0) {
    throw new StepwrightError('NO_ERRORS', `A ${kind} has an empty list of errors, so it would never apply`, {
      where: placeOf(site),
      fix: 'name an error, or leave errors out to match all errors',
    });
  }
  if (errors.includes(ALL) && errors.length > 1) {
    throw new StepwrightError(
      'STATES_ALL_NOT_ALONE',
      `A ${kind} lists States.ALL together with other errors, which AWS rejects`,
      {
        where: placeOf(site),
        received: errors.join(', '),
        allowed: 'States.ALL by itself',
        fix: 'remove the other names, or States.ALL',
      },
    );
  }
  return [...errors];
}

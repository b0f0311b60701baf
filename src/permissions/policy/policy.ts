import { compileConditions, type Condition } from './conditions';
import { compilePattern, type Pattern } from './pattern';
import { contextOf, type Context, type Decision, type PolicyRequest } from './request';
import { and, not, or, type Truth } from './truth';
import { isJsonObject, type Json, type JsonObject } from '../../asl';
import { StepwrightError } from '../../errors';

/** How far a statement is from a request. */
export interface Closeness {
  /** The statement's index. */
  readonly statement: number;
  /** What of it does not fit. */
  readonly missing: readonly ('action' | 'resource' | 'condition')[];
}

/** A policy made ready: patterns are compiled once, and decisions that depend on no condition are kept. */
export interface CompiledPolicy {
  /** What the policy says to a request. */
  decide(request: PolicyRequest): Decision;
  /** The statement that allows and comes closest to a request; undefined where none has anything in common with it. */
  closest(request: PolicyRequest): Closeness | undefined;
}

interface Statement {
  readonly index: number;
  readonly deny: boolean;
  readonly actions: readonly Pattern[];
  readonly notActions: boolean;
  readonly resources: readonly Pattern[];
  readonly notResources: boolean;
  readonly conditions: readonly Condition[];
  /** Whether the request's context matters. */
  readonly contextual: boolean;
}

/** What the statements of a role's identity policies say to one request. */
export function evaluatePolicy(statements: readonly Json[], request: PolicyRequest): Decision {
  return compilePolicy(statements).decide(request);
}

/**
 * Compiles the statements of identity policies, in IAM's own JSON. What it cannot read is an error, never a guess.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function compilePolicy(statements: readonly Json[]): CompiledPolicy {
  const compiled = statements.map(compileStatement);
  const byAction = new Map<string, readonly Statement[]>();
  const decided = new Map<string, Decision>();

  const ofAction = (action: string): readonly Statement[] => {
    const found = byAction.get(action) ?? compiled.filter(statement => matchesAction(statement, action));
    byAction.set(action, found);
    return found;
  };

  return {
    decide: request => {
      const key = `${request.action}\n${request.resource}`;
      const kept = decided.get(key);
      if (kept !== undefined) return kept;
      const candidates = ofAction(request.action);
      const decision = decide(candidates, request);
      if (!candidates.some(({ contextual }) => contextual)) decided.set(key, decision);
      return decision;
    },
    closest: request => closest(compiled, request),
  };
}

/** An explicit Deny wins; without it one Allow is enough. */
function decide(candidates: readonly Statement[], request: PolicyRequest): Decision {
  const context = contextOf(request);
  const judged = candidates.map(statement => ({ statement, truth: applies(statement, request.resource, context) }));
  const first = (deny: boolean, wanted: (truth: Truth) => boolean): number | undefined =>
    judged.find(({ statement, truth }) => statement.deny === deny && wanted(truth))?.statement.index;

  const denied = first(true, truth => truth === true);
  if (denied !== undefined) return { effect: 'denied', statement: denied };
  const allowed = first(false, truth => truth === true);
  const open = first(allowed !== undefined, truth => typeof truth === 'object');
  if (open !== undefined) {
    const unknownKeys = judged.flatMap(({ truth }) => (typeof truth === 'object' ? truth.unknown : []));
    return { effect: 'unknown', statement: open, unknownKeys: [...new Set(unknownKeys)] };
  }
  return allowed === undefined ? { effect: 'notAllowed' } : { effect: 'allowed', statement: allowed };
}

function closest(statements: readonly Statement[], request: PolicyRequest): Closeness | undefined {
  const context = contextOf(request);
  let best: Closeness | undefined;
  for (const statement of statements) {
    if (statement.deny) continue;
    const fits = {
      action: matchesAction(statement, request.action),
      resource: matchesResource(statement, request.resource, context) !== false,
      condition: and(statement.conditions.map(condition => condition(context))) !== false,
    };
    if (!fits.action && (!fits.resource || statement.resources.length === 0)) continue;
    const missing = (['action', 'resource', 'condition'] as const).filter(part => !fits[part]);
    if (best === undefined || rank(missing) < rank(best.missing)) best = { statement: statement.index, missing };
  }
  return best;
}

/** An action that fits counts most, for it is what the reader looks for. */
function rank(missing: Closeness['missing']): number {
  return (
    (missing.includes('action') ? 4 : 0) +
    (missing.includes('resource') ? 2 : 0) +
    (missing.includes('condition') ? 1 : 0)
  );
}

function applies(statement: Statement, resource: string, context: Context): Truth {
  const fits = matchesResource(statement, resource, context);
  return fits === false ? false : and([fits, ...statement.conditions.map(condition => condition(context))]);
}

function matchesAction({ actions, notActions }: Statement, action: string): boolean {
  return actions.some(pattern => pattern.matches(action, NO_CONTEXT) === true) !== notActions;
}

function matchesResource({ resources, notResources }: Statement, resource: string, context: Context): Truth {
  const fits = or(
    resources.map((pattern): Truth => {
      const match = pattern.matches(resource, context);
      return match === 'unknown' ? { unknown: pattern.variables } : match;
    }),
  );
  return notResources ? not(fits) : fits;
}

const NO_CONTEXT: Context = { values: () => undefined, isUnknown: () => false };

function compileStatement(json: Json, index: number): Statement {
  const where = `statement ${index + 1}${isJsonObject(json) && typeof json.Sid === 'string' ? ` (${json.Sid})` : ''}`;
  if (!isJsonObject(json) || (json.Effect !== 'Allow' && json.Effect !== 'Deny')) {
    throw new StepwrightError('INVALID_POLICY', 'Effect must be Allow or Deny', {
      where,
      received: JSON.stringify(json),
    });
  }
  const [actions, notActions] = oneOf(json, 'Action', 'NotAction', where);
  const [resources, notResources] = oneOf(json, 'Resource', 'NotResource', where);
  const resourcePatterns = resources.map(resource => compilePattern(resource));
  const conditions = compileConditions(json.Condition, where);
  return {
    index,
    deny: json.Effect === 'Deny',
    actions: actions.map(action => compilePattern(action, true)),
    notActions,
    resources: resourcePatterns,
    notResources,
    conditions,
    contextual: conditions.length > 0 || resourcePatterns.some(({ variables }) => variables.length > 0),
  };
}

function oneOf(json: JsonObject, field: string, notField: string, where: string): [values: string[], negated: boolean] {
  const negated = json[notField] !== undefined;
  const value = negated ? json[notField] : json[field];
  const values: readonly Json[] = Array.isArray(value) ? value : [value as Json];
  if ((negated && json[field] !== undefined) || values.length === 0 || !values.every(one => typeof one === 'string')) {
    throw new StepwrightError(
      'INVALID_POLICY',
      `A statement of an identity policy needs either ${field} or ${notField}: a string or a list of strings`,
      { where, received: JSON.stringify(value) },
    );
  }
  return [values as string[], negated];
}

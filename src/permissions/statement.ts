/** Conditions of a statement: operator → key → values, as in a policy. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** What the role of a workflow must allow, and why. */
export interface DerivedStatement {
  /** Sorted, each once. */
  readonly actions: readonly string[];
  /** ARNs and patterns, sorted, each once. */
  readonly resources: readonly string[];
  readonly conditions?: Conditions;
  /** The names of the states that need it, sorted. */
  readonly states: readonly string[];
  /** The fact that it follows from. */
  readonly reason: string;
  /** It names the state machine itself: in a template it must stand in a policy of its own, or role and machine need each other. */
  readonly selfReferencing?: true;
}

/** What could not be derived exactly. */
export interface PermissionWarning {
  readonly code: WarningCode;
  /** The state. */
  readonly state: string;
  /** The field of the state that only a run knows. */
  readonly field?: string;
  /** What it means, in one sentence. */
  readonly message: string;
  /** The change to make. */
  readonly fix: string;
}

/**
 * - `RUNTIME_RESOURCE`: a run decides on the resource, so that the statement covers every resource of that kind.
 * - `UNKNOWN_PASS_ROLE`, `UNKNOWN_ASSUME_ROLE`: a run decides on a role; roles are never guessed, and nothing is allowed.
 * - `UNKNOWN_OPTION`: a run decides whether an argument is there that needs more; nothing is allowed for it.
 * - `UNKNOWN_SDK_ACTION`: no such action is known, so that nothing is allowed for it.
 * - `UNKNOWN_RESOURCE`: the Resource is nothing that a Task can call, or only known later.
 * - `BROAD_ACTION`: AWS's own policy for this integration is wide, and the definition cannot narrow it.
 */
export type WarningCode =
  | 'RUNTIME_RESOURCE'
  | 'UNKNOWN_PASS_ROLE'
  | 'UNKNOWN_ASSUME_ROLE'
  | 'UNKNOWN_OPTION'
  | 'UNKNOWN_SDK_ACTION'
  | 'UNKNOWN_RESOURCE'
  | 'BROAD_ACTION';

/**
 * Statements that allow exactly the same, in fewer: the actions of equal resources together, then the resources of equal actions.
 * The order depends on nothing but the content.
 */
export function merged(statements: readonly DerivedStatement[]): DerivedStatement[] {
  const byResources = grouped(statements, statement => key(statement, statement.resources));
  const byActions = grouped(byResources, statement => key(statement, statement.actions));
  const byStar = byActions.map(withoutCovered);
  return byStar.sort((a, b) => compare(order(a), order(b)));
}

function grouped(
  statements: readonly DerivedStatement[],
  keyOf: (statement: DerivedStatement) => string,
): DerivedStatement[] {
  const groups = new Map<string, DerivedStatement[]>();
  for (const statement of statements) {
    const groupKey = keyOf(statement);
    const group = groups.get(groupKey);
    if (group) group.push(statement);
    else groups.set(groupKey, [statement]);
  }
  return [...groups.values()].map(group => ({
    ...group[0],
    actions: inOrder(group.flatMap(statement => statement.actions)),
    resources: inOrder(group.flatMap(statement => statement.resources)),
    states: inOrder(group.flatMap(statement => statement.states)),
    reason: [...new Set(group.flatMap(statement => statement.reason.split('; ')))].join('; '),
  }));
}

/** `*` covers every other resource. */
function withoutCovered(statement: DerivedStatement): DerivedStatement {
  return statement.resources.includes('*') ? { ...statement, resources: ['*'] } : statement;
}

function key(statement: DerivedStatement, of: readonly string[]): string {
  return JSON.stringify([
    [...new Set(of)].sort(),
    conditionsText(statement.conditions),
    statement.selfReferencing ?? false,
  ]);
}

function order(statement: DerivedStatement): string {
  return withoutTokens(
    JSON.stringify([
      statement.selfReferencing ?? false,
      statement.actions,
      statement.resources,
      conditionsText(statement.conditions),
    ]),
  );
}

function conditionsText(conditions: Conditions | undefined): string {
  return JSON.stringify(
    Object.entries(conditions ?? {})
      .sort()
      .map(([operator, keys]) => [operator, Object.entries(keys).sort()]),
  );
}

/** Each once, in an order that does not depend on the numbers of tokens, which change with everything else in an app. */
function inOrder(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort((a, b) => compare(withoutTokens(a), withoutTokens(b)));
}

function withoutTokens(text: string): string {
  return text.includes('${Token[') ? text.replace(/\$\{Token\[[^\]]*\]\}/g, '${Token}') : text;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

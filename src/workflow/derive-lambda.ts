import { sitesOf, type JsonObject } from '../asl';
import type { DerivedStatement, PermissionWarning } from '../permissions/statement';

/** The permissions of Lambda Tasks. */
export function derivePermissions(definition: JsonObject, _options: object): { statements: DerivedStatement[]; warnings: PermissionWarning[] } {
  const functions = new Map<string, string[]>();
  for (const { name, state, type } of sitesOf(definition).states) {
    if (type !== 'Task' || typeof state.Resource !== 'string') continue;
    const args = (state.Arguments ?? state.Parameters) as JsonObject | undefined;
    const arn = /:states:::lambda:invoke(\.waitForTaskToken)?$/.test(state.Resource) ? args?.FunctionName : /:lambda:[^:]*:[^:]*:function:/.test(state.Resource) ? state.Resource : undefined;
    if (typeof arn === 'string') functions.set(arn, [...functions.get(arn) ?? [], name]);
  }
  if (functions.size === 0) return { statements: [], warnings: [] };
  const statement = { actions: ['lambda:InvokeFunction'], resources: [...functions.keys()], states: [...functions.values()].flat(), reason: 'invokes functions' };
  return { statements: [statement], warnings: [] };
}

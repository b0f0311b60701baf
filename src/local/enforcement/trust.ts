import { isJsonObject, type Json } from '../../asl';
import type { Role } from '../../cloudformation';

/** Whether a role's trust policy names a caller plainly; conditions and other principals leave it unknown. */
export function trustOf(role: Role, callerArn: string): 'trusted' | 'unknown' {
  const document = role.trustPolicy;
  const listed = isJsonObject(document) ? document.Statement : undefined;
  const statements: readonly Json[] = Array.isArray(listed)
    ? (listed as readonly Json[])
    : listed === undefined
      ? []
      : [listed];
  return statements.some(statement => trusts(statement, callerArn)) && !statements.some(isDeny) ? 'trusted' : 'unknown';
}

function trusts(statement: Json, callerArn: string): boolean {
  if (
    !isJsonObject(statement) ||
    statement.Effect !== 'Allow' ||
    statement.Condition !== undefined ||
    !isJsonObject(statement.Principal)
  ) {
    return false;
  }
  const actions = listOf(statement.Action);
  const account = callerArn.split(':')[4];
  const names = listOf(statement.Principal.AWS);
  return (
    actions.includes('sts:AssumeRole') &&
    names.some(
      name => name === callerArn || name === account || (name.endsWith(':root') && name.split(':')[4] === account),
    )
  );
}

function isDeny(statement: Json): boolean {
  return isJsonObject(statement) && statement.Effect === 'Deny';
}

function listOf(value: Json | undefined): string[] {
  return (Array.isArray(value) ? (value as readonly Json[]) : [value]).filter(item => typeof item === 'string');
}

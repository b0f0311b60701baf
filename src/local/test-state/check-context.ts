import { isJsonObject, type Json, type JsonObject } from '../../asl';

/** The fields of the Context Object and their types. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, 'string' | 'number' | 'object' | 'any'>>>> = {
  Execution: {
    Id: 'string',
    Input: 'any',
    Name: 'string',
    RoleArn: 'string',
    StartTime: 'string',
    RedriveCount: 'number',
    RedriveTime: 'string',
  },
  State: { EnteredTime: 'string', Name: 'string', RetryCount: 'number' },
  StateMachine: { Id: 'string', Name: 'string' },
  Task: { Token: 'string' },
  Map: { Item: 'object' },
};

/** What is wrong with a Context Object that was given, as AWS says it; undefined if nothing is. */
export function wrongContext(context: Json, waits: boolean): string | undefined {
  const wrong = wrongMember(context, waits);
  return wrong === undefined ? undefined : `Invalid Context object provided: ${wrong}`;
}

function wrongMember(context: Json, waits: boolean): string | undefined {
  if (!isJsonObject(context)) return 'Context must be an object';
  for (const [name, member] of Object.entries(context)) {
    if (!Object.hasOwn(FIELDS, name)) return `Field '${name}' is not allowed`;
    if (!isJsonObject(member)) return `${name} must be an object`;
    const wrong = wrongField(name, member);
    if (wrong !== undefined) return wrong;
  }
  if (context.Task !== undefined && !waits) {
    return "Context object contains 'Task' when state is not a Task state with a '.sync' or '.waitForTaskToken' service integration pattern";
  }
  return undefined;
}

function wrongField(name: string, member: JsonObject): string | undefined {
  for (const [field, value] of Object.entries(member)) {
    if (!Object.hasOwn(FIELDS[name], field)) return `Field '${field}' is not allowed`;
    const type = FIELDS[name][field];
    if (type === 'any' || (type === 'object' ? isJsonObject(value) : typeof value === type)) continue;
    return `${name}.${field} must be ${type === 'object' ? 'an' : 'a'} ${type}`;
  }
  return undefined;
}

import { StepwrightError } from '../errors';
import { jsonValue, setField, templateValue } from './json-value';
import type { StateGrants } from './state-grants';

/** Stands for the state's input in arguments, whatever the query language. */
export const INPUT = Symbol("the state's input");

/** What a Task calls, without its public face. */
export interface Call {
  /** `Resource`. */
  readonly resource: string;
  /** By the service's own names; a value may be `INPUT`. Not an object when the whole is an expression. */
  readonly args: unknown;
  /** What the arguments do not tell of the permissions. */
  readonly grants?: StateGrants;
  /** The field of the raw result in which the result itself lies. */
  readonly result?: string;
  /** How its end is waited for. @default sync */
  readonly job?: 'sync' | 'sync:2';
  /** Somebody else must receive the task token through the arguments. */
  readonly token?: true;
}

/** The `Arguments` or `Parameters` of a call. */
export function payloadOf(
  call: Call,
  language: 'JSONata' | 'JSONPath',
  state: string,
  place: () => string | undefined,
): unknown {
  if (call.args === undefined) return undefined;
  const payload = withoutInput(call.args, language);
  const where = `'${state}', arguments`;
  const rendered = language === 'JSONPath' ? templateValue(payload, where) : jsonValue(payload, where);
  if (call.token && !mayHoldToken(rendered)) {
    const expression = language === 'JSONPath' ? 'JsonPath.taskToken' : "'{% $states.context.Task.Token %}'";
    throw new StepwrightError(
      'TOKEN_NOT_SENT',
      `'${state}' waits for a callback, but doesn't send its task token to anyone`,
      {
        where: place(),
        allowed: 'arguments that contain the task token',
        fix: `add the task token to the arguments: ${expression}`,
      },
    );
  }
  return rendered;
}

function withoutInput(args: unknown, language: 'JSONata' | 'JSONPath'): unknown {
  if (args === INPUT) return language === 'JSONPath' ? undefined : '{% $states.input %}';
  if (
    typeof args !== 'object' ||
    args === null ||
    Array.isArray(args) ||
    Object.getPrototypeOf(args) !== Object.prototype
  ) {
    return args;
  }
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(args)) {
    if (value !== INPUT) setField(copy, name, value);
    else if (language === 'JSONPath') copy[`${name}.$`] = '$';
    else copy[name] = '{% $states.input %}';
  }
  return copy;
}

/** Whether the task token may be in there: it can only come from the Context Object. */
function mayHoldToken(value: unknown): boolean {
  if (typeof value === 'string') return /\$states\b(?!\s*\.\s*(?:input|result)\b)|\$\$/.test(value);
  if (typeof value !== 'object' || value === null) return false;
  return 'resolve' in value && typeof value.resolve === 'function' ? true : Object.values(value).some(mayHoldToken);
}

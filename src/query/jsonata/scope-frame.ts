import { createFrame, functions, type Frame } from '../../../generated/jsonata';
import type { JsonataScope } from './expression';
import { AWS_FUNCTIONS } from './functions';

/** The names that an expression of a state can use: `$states`, the variables, the functions. Looked up when they are used. */
export function scopeFrame(scope: JsonataScope): Frame {
  const frame = createFrame(functions);
  const own = frame.lookup;
  frame.lookup = name => {
    if (name === 'states') return statesObject(scope);
    if (typeof name === 'string' && Object.hasOwn(AWS_FUNCTIONS, name)) return AWS_FUNCTIONS[name];
    const variable = typeof name === 'string' ? scope.variable(name) : undefined;
    return variable === undefined ? own(name) : variable;
  };
  return frame;
}

function statesObject(scope: JsonataScope): Record<string, unknown> {
  return {
    get input() { return scope.input(); },
    get context() { return scope.context(); },
    get result() { return scope.result(); },
    get errorOutput() { return scope.errorOutput(); },
  };
}

import { DIRECT_FUNCTIONS } from './direct-functions';
import { BINARY, isTrue, OTHERWISE } from './direct-operators';
import type { JsonataScope } from './jsonata-scope';
import { MAX_DEPTH, MAX_ITEMS } from './limits';
import type { Expression } from '../../../generated/jsonata';
import type { Json } from '../../asl';

/** Computes a value, or says that JSONata's own evaluator has to. */
export type Direct = (scope: JsonataScope) => Json | undefined | typeof OTHERWISE;

/**
 * Compiles the common shapes of expressions to closures: literals, `$variable.a.b`, operators, conditions, constructors, calls of a few
 * functions. The closures take the plain cases only: as soon as a value is anything else, they answer OTHERWISE and the whole expression
 * goes to JSONata's evaluator, which then also makes the error. Nothing that they do has an effect, so starting again is safe.
 *
 * @returns undefined for an expression of another shape
 */
export function compileDirect(expression: Expression): Direct | undefined {
  return depthOf(expression) > MAX_DEPTH ? undefined : compile(expression);
}

/** How deep the evaluator would nest calls for the shapes that are compiled; other shapes end the compilation anyway. */
function depthOf(node: unknown): number {
  if (typeof node !== 'object' || node === null) return 0;
  const inner = Object.values(node).reduce<number>((most, value) => Math.max(most, depthOf(value)), 0);
  return inner + ('type' in node ? 1 : 0);
}

/** Members that a node may have, by type: one with any other, such as a predicate, is not compiled. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  string: [],
  number: [],
  value: [],
  variable: [],
  name: [],
  path: ['steps'],
  binary: ['lhs', 'rhs'],
  condition: ['condition', 'then', 'else'],
  unary: ['expressions', 'lhs', 'expression', 'consarray'],
  function: ['name', 'procedure', 'arguments'],
  block: ['expressions'],
};

function compile(node: Expression): Direct | undefined {
  const members = Object.hasOwn(MEMBERS, node.type) ? MEMBERS[node.type] : undefined;
  if (
    members === undefined ||
    !Object.keys(node).every(key => key === 'type' || key === 'value' || key === 'position' || members.includes(key))
  ) {
    return undefined;
  }
  switch (node.type) {
    case 'string':
    case 'number':
    case 'value':
      return constant(node.value as Json);
    case 'variable':
      return variable(node.value as string);
    case 'path':
      return path(node.steps as Expression[]);
    case 'binary':
      return binary(node);
    case 'condition':
      return condition(node);
    case 'unary':
      return node.value === '['
        ? array(node.expressions as Expression[])
        : node.value === '{'
          ? object(node.lhs as Array<[Expression, Expression]>)
          : undefined;
    case 'function':
      return call(node);
    case 'block':
      return (node.expressions as Expression[]).length === 1
        ? compile((node.expressions as Expression[])[0])
        : undefined;
    default:
      return undefined;
  }
}

function constant(value: Json): Direct {
  return () => value;
}

function variable(name: string): Direct | undefined {
  if (name === '' || name === '$' || name === 'states') return undefined;
  return scope => {
    const value = scope.variable(name);
    return value === undefined ? OTHERWISE : value;
  };
}

const STATES: Readonly<Record<string, (scope: JsonataScope) => Json | undefined>> = {
  input: scope => scope.input(),
  context: scope => scope.context(),
  result: scope => scope.result(),
  errorOutput: scope => scope.errorOutput(),
};

/** `$variable.a.b`: objects all the way; an array may only be what is found at the end. */
function path([first, ...rest]: Expression[]): Direct | undefined {
  if (first.type !== 'variable' || Object.keys(first).length !== 3) return undefined;
  if (!rest.every(step => step.type === 'name' && Object.keys(step).length === 3)) return undefined;
  const names = rest.map(step => step.value as string);
  if (first.value === 'states') {
    const [member, ...inner] = names;
    if (member === undefined || !Object.hasOwn(STATES, member)) return undefined;
    const read = STATES[member];
    return scope => descend(read(scope), inner);
  }
  const root = variable(first.value as string);
  return (
    root &&
    (scope => {
      const value = root(scope);
      return value === OTHERWISE ? value : descend(value, names);
    })
  );
}

function descend(start: Json | undefined, names: readonly string[]): Json | undefined | typeof OTHERWISE {
  let value: Json | undefined = start;
  for (let i = 0; i < names.length; i++) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (Array.isArray(value)) return OTHERWISE;
    if (!Object.hasOwn(value, names[i])) return undefined;
    value = (value as Record<string, Json>)[names[i]];
  }
  return value;
}

function binary(node: Expression): Direct | undefined {
  const [left, right] = [compile(node.lhs as Expression), compile(node.rhs as Expression)];
  if (!left || !right) return undefined;
  if (node.value === 'and' || node.value === 'or') return connective(left, right, node.value === 'or');
  const operator = Object.hasOwn(BINARY, node.value as string) ? BINARY[node.value as string] : undefined;
  return (
    operator &&
    (scope => {
      const a = left(scope);
      if (a === OTHERWISE) return OTHERWISE;
      const b = right(scope);
      return b === OTHERWISE ? OTHERWISE : operator(a, b);
    })
  );
}

function connective(left: Direct, right: Direct, decisive: boolean): Direct {
  return scope => {
    const a = isTrue(left(scope));
    if (a === OTHERWISE || a === decisive) return a;
    return isTrue(right(scope));
  };
}

function condition(node: Expression): Direct | undefined {
  const [test, then, otherwise] = [node.condition, node.then, node.else ?? { type: 'value', value: undefined }].map(
    part => compile(part as Expression),
  );
  if (!test || !then || !otherwise) return undefined;
  return scope => {
    const holds = isTrue(test(scope));
    return holds === OTHERWISE ? OTHERWISE : holds ? then(scope) : otherwise(scope);
  };
}

function array(nodes: readonly Expression[]): Direct | undefined {
  const items = nodes.map(compile);
  if (!items.every(item => item !== undefined)) return undefined;
  // an array inside another one stays, if it is written there; what is computed is appended
  const nested = nodes.map(node => node.value === '[');
  return scope => {
    const result: Json[] = [];
    for (let i = 0; i < items.length; i++) {
      const value = items[i](scope);
      if (value === OTHERWISE) return OTHERWISE;
      if (value === undefined) continue;
      if (!nested[i] && Array.isArray(value)) {
        if (result.length + value.length > MAX_ITEMS) return OTHERWISE;
        for (const item of value as Json[]) result.push(item);
      } else {
        result.push(value);
      }
    }
    return result;
  };
}

function object(pairs: ReadonlyArray<[Expression, Expression]>): Direct | undefined {
  const names = pairs.map(([key]) => (key.type === 'string' ? (key.value as string) : undefined));
  const values = pairs.map(([, value]) => compile(value));
  const plain =
    names.every(name => name !== undefined && name !== '__proto__' && !name.startsWith('_jsonata_')) &&
    new Set(names).size === names.length;
  if (!plain || !values.every(value => value !== undefined)) return undefined;
  return scope => {
    const result: Record<string, Json> = {};
    for (let i = 0; i < values.length; i++) {
      const value = values[i](scope);
      if (value === OTHERWISE) return OTHERWISE;
      if (value !== undefined) result[names[i]!] = value;
    }
    return result;
  };
}

function call(node: Expression): Direct | undefined {
  const procedure = node.procedure as Expression;
  const name = procedure.value as string;
  if (procedure.type !== 'variable' || !Object.hasOwn(DIRECT_FUNCTIONS, name)) return undefined;
  const [argument, ...others] = (node.arguments as Expression[]).map(compile);
  if (!argument || others.length > 0) return undefined;
  const compute = DIRECT_FUNCTIONS[name];
  return scope => {
    if (scope.variable(name) !== undefined) return OTHERWISE;
    const value = argument(scope);
    return value === OTHERWISE ? OTHERWISE : compute(value);
  };
}

import { isJsonObject, type Json, type JsonObject, type QueryLanguage } from '../asl';
import { expressionText, isExpression } from './jsonata-text';
import { pathText } from './path-text';
import { concrete, GAP, literal, type Text } from './text';

/**
 * One argument of a call: not there, written in the definition, or given by a run.
 * `maybe` says that a run decides whether it is there at all.
 */
export type Argument =
  | { readonly kind: 'absent' }
  | { readonly kind: 'json'; readonly value: Json }
  | { readonly kind: 'run'; readonly text: Text; readonly maybe?: true };

/** What reads a call's arguments: those of a state, or those of one concrete call. */
export interface Arguments {
  /** The argument at a path of names, such as `Input.S3Uri`. */
  at(path: string): Argument;
  /** The text of the argument: undefined when it is absent, or certainly no text. */
  text(path: string): Text | undefined;
  /** The items of an array argument, each as arguments of its own; undefined where only a run knows them. */
  items(path: string): Arguments[] | undefined;
  /** Whether the argument is there for certain. */
  has(path: string): boolean;
}

const ABSENT: Argument = { kind: 'absent' };
const UNKNOWN: Argument = { kind: 'run', text: GAP, maybe: true };

/** How a value is read: as the fields of a state in a query language, or as a concrete value. */
type Reading = QueryLanguage | 'concrete';

/** The arguments that a state's `Parameters` or `Arguments` give; undefined when the state has none, and passes its input. */
export function argumentsOf(value: Json | undefined, language: QueryLanguage): Arguments {
  return reader(value === undefined ? UNKNOWN : seen(value, language), language);
}

/** The arguments of one concrete call. */
export function concreteArguments(value: Json): Arguments {
  return reader({ kind: 'json', value }, 'concrete');
}

function reader(root: Argument, reading: Reading): Arguments {
  const at = (path: string): Argument =>
    path === '' ? root : path.split('.').reduce((argument, name) => member(argument, name, reading), root);
  return {
    at,
    text: path => textOf(at(path), reading),
    has: path => {
      const argument = at(path);
      return argument.kind === 'json' ? argument.value !== null : argument.kind === 'run' && !argument.maybe;
    },
    items: path => {
      const argument = at(path);
      if (argument.kind === 'run') return undefined;
      if (argument.kind === 'absent') return [];
      return Array.isArray(argument.value)
        ? argument.value.map((item: Json) => reader(seen(item, reading), reading))
        : [];
    },
  };
}

function member(argument: Argument, name: string, reading: Reading): Argument {
  if (argument.kind === 'absent') return ABSENT;
  if (argument.kind === 'run') return UNKNOWN;
  const { value } = argument;
  if (!isJsonObject(value)) return ABSENT;
  if (Object.hasOwn(value, name)) return seen(value[name], reading);
  const path = reading === 'JSONPath' ? own(value, `${name}.$`) : undefined;
  return typeof path === 'string' ? { kind: 'run', text: pathText(path) } : ABSENT;
}

function own(value: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function seen(value: Json, reading: Reading): Argument {
  if (reading !== 'JSONata' || typeof value !== 'string' || !isExpression(value)) return { kind: 'json', value };
  const text = expressionText(value);
  return { kind: 'run', text };
}

function textOf(argument: Argument, reading: Reading): Text | undefined {
  if (argument.kind === 'absent') return undefined;
  if (argument.kind === 'run') return argument.text;
  const { value } = argument;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  return reading === 'concrete' ? concrete(String(value)) : literal(String(value));
}

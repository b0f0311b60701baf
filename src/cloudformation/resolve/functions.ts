import type { Json } from '../../asl';
import { isJsonObject } from '../../asl';
import { didYouMean } from '../../errors';
import { NO_VALUE, type Resolved } from '../no-value';
import { own, ownObject } from '../own';
import { cidrBlocks } from './cidr';
import { exportedValue } from './exports';
import { invalidTemplate, shown, unresolved } from './failures';
import { boundedText, joined } from './limits';
import { substitute } from './sub';
import { below, type TemplatePlace } from './template-place';
import type { FunctionCall, StackScope } from './template-scope';
import { textOf } from './texts';

type TemplateFunction = (argument: Json, call: FunctionCall) => Resolved;

/** CloudFormation's intrinsic functions, except those for conditions. */
export const TEMPLATE_FUNCTIONS: Readonly<Record<string, TemplateFunction>> = {
  'Ref': (argument, { scope, place }) => scope.ref(textOf(resolved(argument, scope, place), place), place),
  'Fn::GetAtt': getAtt,
  'Fn::Join': (argument, { scope, place }) => {
    const [delimiter, list] = listOf(argument, 2, 2, place);
    const pieces = listFrom(list, scope, below(place, 1));
    return joined(
      pieces.map((piece, i) => textOf(piece, below(below(place, 1), i))),
      textOf(resolved(delimiter, scope, place), place),
      place,
    );
  },
  'Fn::Sub': substitute,
  'Fn::Select': select,
  'Fn::Split': (argument, { scope, place }) => {
    const [delimiter, source] = listOf(argument, 2, 2, place);
    const separator = textOf(resolved(delimiter, scope, below(place, 0)), below(place, 0));
    if (separator === '') throw invalidTemplate('Fn::Split needs a delimiter', place);
    return textOf(resolved(source, scope, below(place, 1)), below(place, 1)).split(separator);
  },
  'Fn::If': (argument, { scope, place }) => {
    const [name, whenTrue, whenFalse] = listOf(argument, 3, 3, place);
    if (typeof name !== 'string') {
      throw invalidTemplate('Fn::If needs the name of a condition', place, { received: shown(name) });
    }
    const holds = scope.condition(name, place);
    return scope.resolve(holds ? whenTrue : whenFalse, below(place, holds ? 1 : 2));
  },
  'Fn::FindInMap': findInMap,
  'Fn::ImportValue': (argument, { scope, place }) =>
    exportedValue(textOf(scope.property(argument, place), place), scope, place),
  'Fn::Base64': (argument, { scope, place }) =>
    boundedText(Buffer.from(textOf(resolved(argument, scope, place), place), 'utf8').toString('base64'), place),
  'Fn::Length': (argument, { scope, place }) => listFrom(argument, scope, place).length,
  'Fn::ToJsonString': (argument, { scope, place }) =>
    boundedText(JSON.stringify(resolved(argument, scope, place)), place),
  'Fn::GetAZs': (argument, { scope, place }) => {
    const region = textOf(resolved(argument, scope, place), place) || scope.stack.region;
    const known = scope.app.givenValue(scope.stack.name, `Fn::GetAZs.${region}`);
    if (Array.isArray(known)) return known as Json;
    throw unresolved(
      `the list of availability zones in ${region}`,
      place,
      scope.app.advice.value(`Fn::GetAZs.${region}`, `['${region}a', '${region}b']`),
    );
  },
  'Fn::Cidr': (argument, { scope, place }) =>
    cidrBlocks(
      listOf(argument, 2, 3, place).map((part, i) => textOf(resolved(part, scope, below(place, i)), below(place, i))),
      place,
    ),
  'Fn::Transform': (argument, { place }) => {
    throw unresolved(
      `the result of the macro ${shown(own(argument, 'Name') ?? argument)}`,
      place,
      'Pass the processed template. Macros run only in AWS.',
    );
  },
};

function getAtt(argument: Json, { scope, place }: FunctionCall): Resolved {
  if (typeof argument === 'string') {
    const dot = argument.indexOf('.');
    if (dot > 0) return scope.attribute(argument.slice(0, dot), argument.slice(dot + 1), place);
  } else if (Array.isArray(argument) && argument.length === 2) {
    const [logicalId, attribute] = (argument as readonly Json[]).map((part, i) =>
      textOf(resolved(part, scope, below(place, i)), below(place, i)),
    );
    return scope.attribute(logicalId, attribute, place);
  }
  throw invalidTemplate('Fn::GetAtt needs a logical ID and an attribute', place, {
    received: shown(argument),
    allowed: '["LOGICALID", "ATTRIBUTE"]',
  });
}

function select(argument: Json, { scope, place }: FunctionCall): Resolved {
  const [index, list] = listOf(argument, 2, 2, place);
  const at = Number(textOf(resolved(index, scope, below(place, 0)), below(place, 0)));
  const items = listFrom(list, scope, below(place, 1));
  if (!Number.isInteger(at) || at < 0 || at >= items.length) {
    throw invalidTemplate('the index of Fn::Select is out of range', place, {
      received: `index ${shown(index)} of ${items.length} items`,
      allowed: '0 to the length of the list less one',
    });
  }
  return items[at];
}

function findInMap(argument: Json, { scope, place }: FunctionCall): Resolved {
  const [map, first, second, more] = listOf(argument, 3, 4, place);
  const fallback = own(more, 'DefaultValue');
  const [mapName, topKey, secondKey] = [map, first, second].map((key, i) =>
    textOf(resolved(key, scope, below(place, i)), below(place, i)),
  );
  const mappings = ownObject(scope.template, 'Mappings');
  const top = own(own(mappings, mapName), topKey);
  const value = own(top, secondKey);
  if (value !== undefined) return value;
  if (fallback !== undefined) return scope.resolve(fallback, below(below(place, 3), 'DefaultValue'));
  const [wrong, known] =
    own(mappings, mapName) === undefined
      ? [mapName, Object.keys(mappings)]
      : top === undefined
        ? [topKey, Object.keys(ownObject(mappings, mapName))]
        : [secondKey, Object.keys(isJsonObject(top) ? top : {})];
  throw invalidTemplate(`the mapping has no ${JSON.stringify(wrong)}${didYouMean(wrong, known)}`, place, {
    received: [mapName, topKey, secondKey].map(key => JSON.stringify(key)).join(', '),
    allowed: known.slice(0, 20).join(', '),
  });
}

/** Returns a value, or throws if it is AWS::NoValue. */
function resolved(value: Json, scope: StackScope, place: TemplatePlace): Json {
  const result = scope.resolve(value, place);
  if (result === NO_VALUE) throw invalidTemplate('AWS::NoValue was used where a value is required', place);
  return result;
}

/** Returns the arguments of a function, not resolved. */
function listOf(argument: Json, least: number, most: number, place: TemplatePlace): readonly Json[] {
  if (Array.isArray(argument) && argument.length >= least && argument.length <= most) {
    return argument as readonly Json[];
  }
  throw invalidTemplate('the function has the wrong number of arguments', place, {
    received: shown(argument),
    allowed: least === most ? `a list of ${least}` : `a list of ${least} to ${most}`,
  });
}

/** Resolves a list: its own items, or the result of a function. */
function listFrom(value: Json, scope: StackScope, place: TemplatePlace): readonly Json[] {
  const list = resolved(value, scope, place);
  if (Array.isArray(list)) return list as readonly Json[];
  throw invalidTemplate('the value must be a list', place, { received: shown(list) });
}

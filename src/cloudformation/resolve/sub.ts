import { isJsonObject, type Json } from '../../asl';
import type { Resolved } from '../no-value';
import { own } from '../own';
import { invalidTemplate, shown } from './failures';
import { boundedText, checkLength } from './limits';
import { below } from './template-place';
import type { FunctionCall } from './template-scope';
import { textOf } from './texts';

const VARIABLE = /\$\{([^{}]*)\}/g;
const VALID_NAME = /^[A-Za-z0-9_.:]+$/;

/** Resolves `Fn::Sub`, which has a string, or a string and variables. `${!Literal}` stays as `${Literal}`. */
export function substitute(argument: Json, { scope, place }: FunctionCall): Resolved {
  const [text, variables] =
    Array.isArray(argument) && argument.length === 2 ? (argument as readonly Json[]) : [argument, {}];
  if (typeof text !== 'string' || !isJsonObject(variables)) {
    throw invalidTemplate('Fn::Sub needs a string, or a list of a string and variables', place, {
      received: shown(argument),
    });
  }
  let length = 0;
  const result = text.replace(VARIABLE, (_, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    const value = valueOf(name);
    length += value.length;
    checkLength(length, place);
    return value;
  });
  return boundedText(result, place);

  function valueOf(name: string): string {
    const variable = own(variables, name);
    if (variable !== undefined) {
      return textOf(scope.resolve(variable, below(below(place, 1), name)), below(below(place, 1), name));
    }
    if (!VALID_NAME.test(name)) {
      throw invalidTemplate('Fn::Sub has a variable whose name CloudFormation rejects', place, {
        received: `\${${name}}`,
        allowed: 'letters, digits, underscores, periods, and colons',
        fix: `Write \${!${name}} to keep it literally.`,
      });
    }
    const dot = name.indexOf('.');
    const at = below(place, `\${${name}}`);
    return textOf(dot > 0 ? scope.attribute(name.slice(0, dot), name.slice(dot + 1), at) : scope.ref(name, at), at);
  }
}

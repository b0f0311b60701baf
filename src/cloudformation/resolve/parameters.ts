import type { Json } from '../../asl';
import { given } from '../no-value';
import { own, ownObject, ownValue } from '../own';
import type { StackTemplate } from '../stack-template';
import { invalidTemplate, shown, unresolved } from './failures';
import { ssmParameter } from './ssm-parameters';
import { below, type TemplatePlace } from './template-place';
import type { AppScope, StackScope } from './template-scope';

/** Returns the value of a parameter: a string, or a list of strings for list types. */
export function parameterValue(name: string, scope: StackScope, place: TemplatePlace): Json {
  return scope.app.memo.once(`${scope.key}/Parameters/${name}`, () => {
    const declaration = ownObject(ownObject(scope.template, 'Parameters'), name);
    const at = below(below(scope.place, 'Parameters'), name);
    const value = givenTo(name, scope) ?? own(declaration, 'Default');
    if (value === undefined) {
      throw unresolved(
        `the value of the parameter ${JSON.stringify(name)}`,
        place,
        scope.app.advice.parameter(name, scope.stack.name),
      );
    }
    const allowed = own(declaration, 'AllowedValues');
    if (Array.isArray(allowed) && !allowed.map(String).includes(String(value))) {
      throw invalidTemplate(`the value is not allowed for the parameter ${JSON.stringify(name)}`, at, {
        received: shown(value),
        allowed: allowed.map(String).join(', '),
      });
    }
    return typed(String(own(declaration, 'Type') ?? 'String'), value, scope, at);
  });
}

function givenTo(name: string, { stack, app }: StackScope): Json | undefined {
  const { parameters } = app.options;
  // a parent stack's argument is part of the template, so a value for all stacks doesn't replace it
  return (
    ownValue(parameters, `${stack.name}:${name}`) ??
    passedBy(stack.parent, name, app) ??
    ownValue(parameters, name) ??
    stack.parameters.get(name)
  );
}

/** Returns the argument that the parent stack passes. */
function passedBy(parent: StackTemplate['parent'], name: string, app: AppScope): Json | undefined {
  if (!parent) return undefined;
  const scope = app.scopeOf(parent.stack);
  const nested = scope.resources.get(parent.logicalId);
  const value = own(own(nested?.properties, 'Parameters'), name);
  if (!nested || value === undefined) return undefined;
  return given(scope.property(value, below(below(below(nested.place, 'Properties'), 'Parameters'), name)));
}

function typed(type: string, value: Json, scope: StackScope, place: TemplatePlace): Json {
  const [, ofSsm] = /^AWS::SSM::Parameter::Value<(.*)>$/.exec(type) ?? [];
  if (ofSsm !== undefined) return typed(ofSsm, ssmParameter(String(value), scope, place), scope, place);
  if (type === 'CommaDelimitedList' || type.startsWith('List<')) {
    return Array.isArray(value)
      ? (value as Json)
      : String(value) === ''
        ? []
        : String(value)
            .split(',')
            .map(item => item.trim());
  }
  if (Array.isArray(value)) return value.map(String).join(',');
  if (type === 'Number' && (String(value).trim() === '' || !Number.isFinite(Number(value)))) {
    throw invalidTemplate('the parameter must be a number', place, { received: shown(value) });
  }
  return String(value);
}

import type { Json } from '../../asl';
import { ownValue } from '../own';
import { quietly } from '../quietly';
import { unresolved } from './failures';
import type { TemplatePlace } from './template-place';
import type { StackScope } from './template-scope';

/**
 * Returns the value of an SSM parameter: the given one, or that of a parameter that the app defines in the same account
 * and region.
 */
export function ssmParameter(name: string, scope: StackScope, place: TemplatePlace): Json {
  const [plainName] = name.split(':');
  const value =
    ownValue(scope.app.options.ssm, name) ??
    ownValue(scope.app.options.ssm, plainName) ??
    ownValue(scope.app.options.values, `resolve:ssm:${name}`) ??
    ownValue(scope.app.options.values, `resolve:ssm:${plainName}`) ??
    definedByApp(plainName, scope);
  if (value !== undefined) return value;
  throw unresolved(
    `the value of the SSM parameter ${JSON.stringify(name)}`,
    place,
    scope.app.advice.ssmParameter(name),
  );
}

function definedByApp(name: string, { app, stack }: StackScope): Json | undefined {
  for (const scope of app.stacks) {
    if (scope.stack.region !== stack.region || scope.stack.account !== stack.account) continue;
    for (const resource of scope.resources.values()) {
      if (
        resource.type !== 'AWS::SSM::Parameter' ||
        quietly(() => scope.propertyOf(resource, 'Name')) !== name ||
        !quietly(() => scope.isCreated(resource))
      ) {
        continue;
      }
      return scope.propertyOf(resource, 'Value');
    }
  }
  return undefined;
}

import type { Json } from '../../asl';
import { unresolved } from '../resolve/failures';
import { stackIdOf } from '../resolve/pseudo-parameters';
import type { TemplatePlace } from '../resolve/template-place';
import type { StackScope, TemplateResource } from '../resolve/template-scope';

/** True if a resource is a nested stack. */
export function isNestedStack(resource: TemplateResource): boolean {
  return resource.type === 'AWS::CloudFormation::Stack';
}

/** Returns the result of `Ref` for a nested stack: its ARN. */
export function nestedStackId(resource: TemplateResource, scope: StackScope): Json {
  scope.app.memo.assume(`${resource.type} ${resource.logicalId}.Ref`);
  const nested = scope.stack.nested.get(resource.logicalId);
  return stackIdOf(nested ?? { ...scope.stack, name: `${scope.stack.name}-${resource.logicalId}` });
}

/** Returns the result of `Fn::GetAtt` for a nested stack: an output. */
export function nestedStackAttribute(
  resource: TemplateResource,
  attribute: string,
  scope: StackScope,
  place: TemplatePlace,
): Json {
  const [kind, ...name] = attribute.split('.');
  const nested = scope.stack.nested.get(resource.logicalId);
  if (kind === 'Outputs' && nested) return scope.app.scopeOf(nested).output(name.join('.'), place);
  throw unresolved(
    `the attribute ${attribute} of the nested stack ${resource.logicalId}`,
    place,
    nested
      ? scope.app.advice.value(`${resource.logicalId}.${attribute}`)
      : `${scope.app.advice.wholeAssembly} ${firstLower(scope.app.advice.value(`${resource.logicalId}.${attribute}`))}`,
  );
}

function firstLower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

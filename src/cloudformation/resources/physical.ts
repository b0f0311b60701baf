import { crossRegionValue } from './cross-region';
import type { ResourceKind } from './kind';
import { RESOURCE_KINDS } from './kinds';
import { isNestedStack, nestedStackAttribute, nestedStackId } from './nested-stack';
import { ResolvedResource } from './resolved-resource';
import type { Json } from '../../asl';
import { didYouMean } from '../../errors';
import { unresolved, invalidTemplate } from '../resolve/failures';
import type { TemplatePlace } from '../resolve/template-place';
import type { StackScope, TemplateResource } from '../resolve/template-scope';

/** Returns the result of `Ref` for a resource. */
export function referenceTo(resource: TemplateResource, scope: StackScope, place: TemplatePlace): Json {
  return scope.app.memo.once(`${scope.key}/${resource.logicalId}`, () => {
    const given = scope.app.givenValue(scope.stack.name, resource.logicalId);
    if (given !== undefined) return given;
    if (isNestedStack(resource)) return nestedStackId(resource, scope);
    const kind = kindOf(resource);
    if (kind) return new ResolvedResource(resource, kind, scope, 'Ref', place).fill(kind.ref);
    if (scope.app.advice.afterApply) throw scope.app.advice.afterApply(resource.logicalId);
    throw unresolved(
      `the result of Ref for ${resource.logicalId} (${resource.type})`,
      place,
      scope.app.advice.value(resource.logicalId),
    );
  });
}

/** Returns the result of `Fn::GetAtt` for a resource. */
export function attributeOf(
  resource: TemplateResource,
  attribute: string,
  scope: StackScope,
  place: TemplatePlace,
): Json {
  const key = `${resource.logicalId}.${attribute}`;
  return scope.app.memo.once(`${scope.key}/${key}`, () => {
    const given = scope.app.givenValue(scope.stack.name, key);
    if (given !== undefined) return given;
    if (isNestedStack(resource)) return nestedStackAttribute(resource, attribute, scope, place);
    const kind = kindOf(resource);
    const made = kind && attributesOf(kind)[attribute];
    if (kind && made !== undefined) return new ResolvedResource(resource, kind, scope, attribute, place).fill(made);
    const elsewhere = crossRegionValue(resource, attribute, scope, place);
    if (elsewhere !== undefined) return elsewhere;
    if (kind?.attributes?.Arn !== undefined && attribute === 'arn') {
      throw invalidTemplate(`the resource ${resource.logicalId} has no attribute "arn"; did you mean "Arn"?`, place);
    }
    if (scope.app.advice.afterApply) throw scope.app.advice.afterApply(key);
    throw unresolved(
      `the attribute ${attribute} of ${resource.logicalId} (${resource.type})${didYouMean(attribute, kind ? Object.keys(attributesOf(kind)) : [])}`,
      place,
      scope.app.advice.value(key),
    );
  });
}

/** Returns the physical name, or undefined for types without one in the table. */
export function nameOf(resource: TemplateResource, scope: StackScope): string | undefined {
  const kind = kindOf(resource);
  if (
    !kind ||
    (kind.named === undefined && !String(kind.ref).includes('{name}') && !String(kind.arn).includes('{name}'))
  ) {
    return undefined;
  }
  return new ResolvedResource(resource, kind, scope, 'Ref', resource.place).name();
}

/** Returns the ARN, or undefined for types without one in the table. */
export function arnOf(resource: TemplateResource, scope: StackScope): string | undefined {
  const kind = kindOf(resource);
  if (kind?.arn === undefined) return undefined;
  return new ResolvedResource(resource, kind, scope, 'Arn', resource.place).arn();
}

function kindOf(resource: TemplateResource): ResourceKind | undefined {
  return Object.hasOwn(RESOURCE_KINDS, resource.type) ? RESOURCE_KINDS[resource.type] : undefined;
}

function attributesOf(kind: ResourceKind): Readonly<Record<string, ResourceKind['ref']>> {
  const attributes = kind.attributes ?? {};
  return Object.assign(Object.create(null) as Record<string, ResourceKind['ref']>, attributes);
}

import { invalidTemplate, unresolved } from './failures';
import { boundedText } from './limits';
import { ssmParameter } from './ssm-parameters';
import { below, type TemplatePlace } from './template-place';
import type { StackScope } from './template-scope';
import { textOf } from './texts';
import { isJsonObject, type Json } from '../../asl';
import { ownValue } from '../own';

const REFERENCE = /\{\{resolve:([^{}]+)\}\}/g;

/** Replaces `{{resolve:…}}` in all strings of a value. */
export function resolveDynamicReferences(value: Json, scope: StackScope, place: TemplatePlace): Json {
  if (typeof value === 'string') {
    if (!value.includes('{{resolve:')) return value;
    return boundedText(
      value.replace(REFERENCE, (_, reference: string) => referenced(reference, scope, place)),
      place,
    );
  }
  if (Array.isArray(value)) return value.map((item: Json, i) => resolveDynamicReferences(item, scope, below(place, i)));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, resolveDynamicReferences(member, scope, below(place, key))]),
  );
}

function referenced(reference: string, scope: StackScope, place: TemplatePlace): string {
  const given =
    ownValue(scope.app.options.dynamicReferences, reference) ??
    ownValue(scope.app.options.values, `resolve:${reference}`);
  if (given !== undefined) return textOf(given, place);
  const [service, ...rest] = reference.split(':');
  if (service === 'ssm') return textOf(ssmParameter(rest.join(':'), scope, place), place);
  if (service !== 'secretsmanager' && service !== 'ssm-secure') {
    throw invalidTemplate('the dynamic reference is not valid', place, {
      received: `{{resolve:${reference}}}`,
      allowed: 'ssm, ssm-secure, secretsmanager',
    });
  }
  throw unresolved(
    `the value of the dynamic reference {{resolve:${reference}}}`,
    place,
    scope.app.advice.dynamicReference(reference),
  );
}

import { NO_VALUE, type Resolved } from '../no-value';
import { invalidTemplate, shown } from './failures';
import type { TemplatePlace } from './template-place';

/** Converts a resolved value to a string. Rejects objects and lists. */
export function textOf(value: Resolved, place: TemplatePlace): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw invalidTemplate('the value must be a string', place, {
    received: value === NO_VALUE ? 'AWS::NoValue' : shown(value),
    allowed: 'a string, number or boolean',
  });
}

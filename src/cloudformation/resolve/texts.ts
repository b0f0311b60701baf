import { NO_VALUE, type Resolved } from '../no-value';
import { invalidTemplate, shown } from './failures';
import type { TemplatePlace } from './template-place';

/** A resolved value as a piece of text: numbers and booleans are written out, objects and lists refused. */
export function textOf(value: Resolved, place: TemplatePlace): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw invalidTemplate('a text is needed here', place, {
    received: value === NO_VALUE ? 'AWS::NoValue' : shown(value),
    allowed: 'a string, number or boolean',
  });
}

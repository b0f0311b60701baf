import { isJsonObject, REQUIRED_FIELDS, type Json, type JsonObject } from '../../asl';
import { schemaError, type Diagnostic, type Rule } from '../diagnostic';

/** Fields without which AWS knows no machine, scope, state, rule, retrier or catcher. */
export const requiredFields: Rule = ({ sites }) => {
  const found: Diagnostic[] = [];
  for (const { scope, pointer, location, parent } of sites.scopes) {
    found.push(...missing(scope, ['StartAt', 'States'], { pointer, location, state: parent?.name }));
  }
  for (const { state, name, type, pointer, location } of sites.states) {
    const place = { pointer, location, state: name };
    if (state.Type === undefined) found.push(...missing(state, ['Type'], place));
    if (type === undefined) continue;
    found.push(...missing(state, REQUIRED_FIELDS[type], place));
    if (type === 'Map') found.push(...missingOneOf(state, ['ItemProcessor', 'Iterator'], place));
    for (const [field, fields] of [['Retry', ['ErrorEquals']], ['Catch', ['ErrorEquals', 'Next']], ['Choices', ['Next']]] as const) {
      each(state[field], (item, i) => found.push(...missing(item, fields, { pointer: `${pointer}/${field}/${i}`, location: `${location}/${field}[${i}]`, state: name })));
    }
  }
  return found;
};

interface Place { readonly pointer: string; readonly location: string; readonly state?: string }

function missing(object: JsonObject, fields: readonly string[], place: Place): Diagnostic[] {
  const absent = fields.filter(field => !Object.hasOwn(object, field));
  return absent.length === 0 ? [] : [schemaError(place, `These fields are required: [${absent.join(', ')}]`, `Add ${absent.join(' and ')}.`)];
}

function missingOneOf(object: JsonObject, fields: readonly string[], place: Place): Diagnostic[] {
  return fields.some(field => Object.hasOwn(object, field)) ? [] : missing(object, fields.slice(0, 1), place);
}

function each(items: Json | undefined, visit: (item: JsonObject, index: number) => void): void {
  if (Array.isArray(items)) items.forEach((item: Json, i) => { if (isJsonObject(item)) visit(item, i); });
}

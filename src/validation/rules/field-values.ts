import {
  CATCHER_FIELDS, isJsonObject, jsonKind, MACHINE_FIELDS, RETRIER_FIELDS, SCOPE_FIELDS, STATE_FIELDS,
  type FieldSpec, type FieldTable, type Json, type JsonObject, type QueryLanguage,
} from '../../asl';
import { isUnknown, schemaError, type Diagnostic, type Rule } from '../diagnostic';

/** JSON types, enumerations and ranges of the fields that the language knows. */
export const fieldValues: Rule = ({ definition, sites }) => {
  const found: Diagnostic[] = check(definition, MACHINE_FIELDS, { pointer: '', location: '' });
  for (const { scope, pointer, location, parent } of sites.scopes) {
    if (parent) found.push(...check(scope, SCOPE_FIELDS, { pointer, location, state: parent.name }));
  }
  for (const { state, name, type, language, pointer, location } of sites.states) {
    if (type === undefined) continue;
    found.push(...check(state, STATE_FIELDS[type], { pointer, location, state: name, language }));
    for (const [field, table] of [['Retry', RETRIER_FIELDS], ['Catch', CATCHER_FIELDS]] as const) {
      const items = state[field];
      if (!Array.isArray(items) || STATE_FIELDS[type][field] === undefined) continue;
      items.forEach((item: Json, i) => {
        if (isJsonObject(item)) found.push(...check(item, table, { pointer: `${pointer}/${field}/${i}`, location: `${location}/${field}[${i}]`, state: name, language }));
      });
    }
    for (const field of ['Choices', 'Branches']) {
      const items = STATE_FIELDS[type][field] && state[field];
      if (Array.isArray(items) && items.length === 0) found.push(schemaError({ pointer: `${pointer}/${field}`, location: `${location}/${field}`, state: name }, 'Value cannot be empty'));
    }
  }
  return found;
};

interface Place { readonly pointer: string; readonly location: string; readonly state?: string; readonly language?: QueryLanguage }

function check(object: JsonObject, table: FieldTable, place: Place): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const [field, value] of Object.entries(object)) {
    const spec = Object.hasOwn(table, field) ? table[field] : undefined;
    const message = spec && problem(spec, value, place.language);
    if (message) found.push(schemaError({ pointer: `${place.pointer}/${field}`, location: `${place.location}/${field}`, state: place.state }, message));
  }
  return found;
}

function problem(spec: FieldSpec, value: Json, language: QueryLanguage | undefined): string | undefined {
  if (value === null) return spec.nullable || spec.type === 'ANY' ? undefined : `Expected value of type [${spec.type}]`;
  if (isUnknown(value)) return undefined;
  if (spec.expression && language === 'JSONata' && typeof value === 'string' && /^\{%[\s\S]*%\}$/.test(value)) return undefined;
  if (!hasType(spec, value)) return `Expected value of type [${spec.type}]`;
  if (spec.oneOf && !spec.oneOf.includes(value as string)) return `Value should be one of the following: [${spec.oneOf.join(', ')}]`;
  if (spec.min !== undefined && (value as number) < spec.min) return `Minimum value is ${spec.min}`;
  if (spec.max !== undefined && (value as number) > spec.max) return `Maximum value is ${spec.max}`;
  return undefined;
}

function hasType(spec: FieldSpec, value: Json): boolean {
  if (spec.type === 'ANY') return true;
  if (spec.type === 'INTEGER') return Number.isInteger(value);
  return jsonKind(value) === spec.type.toLowerCase();
}

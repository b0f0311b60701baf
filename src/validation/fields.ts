import {
  BATCHER_FIELDS,
  CATCHER_FIELDS,
  CONDITION_RULE_FIELDS,
  isJsonObject,
  jsonKind,
  MACHINE_FIELDS,
  MAP_ARGUMENTS,
  MAP_PARTS,
  READER_CONFIG_FIELDS,
  RETRIER_FIELDS,
  PROCESSOR_FIELDS,
  SCOPE_FIELDS,
  STATE_FIELDS,
  type DefinitionSites,
  type FieldSpec,
  type FieldTable,
  type FieldType,
  type Json,
  type JsonObject,
  type QueryLanguage,
  type StateSite,
} from '../asl';
import { type DefinitionPlace, fieldPlace, inside, itemsOf, scopePlace } from './definition-place';
import { isUnknown } from './unknown-value';
import { isExpression } from '../query/jsonata';

/** A field that the language knows, as it is set somewhere, and whose value is known and no expression. */
export interface KnownField {
  readonly name: string;
  readonly spec: FieldSpec;
  readonly value: Json;
  readonly place: DefinitionPlace;
}

/** Every field that the language knows and whose value can be judged. */
export function knownFields(definition: JsonObject, sites: DefinitionSites): KnownField[] {
  const found: KnownField[] = collect(definition, MACHINE_FIELDS, { pointer: '', location: '' }, undefined);
  for (const scope of sites.scopes) {
    if (!scope.parent) continue;
    const table = scope.parent.type === 'Map' ? PROCESSOR_FIELDS : SCOPE_FIELDS;
    found.push(...collect(scope.scope, table, scopePlace(scope), undefined));
  }
  for (const site of sites.states) {
    if (site.type === undefined) continue;
    found.push(...collect(site.state, STATE_FIELDS[site.type], fieldPlace(site), site.language));
    for (const [field, { of }] of Object.entries(STATE_FIELDS[site.type])) {
      if (of) found.push(...items(field, of, site.state[field], fieldPlace(site, field)));
    }
    for (const [field, table] of [
      ['Retry', RETRIER_FIELDS],
      ['Catch', CATCHER_FIELDS],
    ] as const) {
      if (STATE_FIELDS[site.type][field] !== undefined) {
        for (const { item, place } of itemsOf(site, field)) {
          found.push(
            ...collect(item, table, place, site.language),
            ...items('ErrorEquals', 'STRING', item.ErrorEquals, inside(place, 'ErrorEquals')),
          );
        }
      }
    }
    if (site.type === 'Choice') {
      for (const { item, place } of itemsOf(site, 'Choices')) {
        found.push(...collect(item, CONDITION_RULE_FIELDS, place, site.language));
      }
    }
    if (site.type === 'Map') {
      for (const { path, fields } of [...MAP_PARTS, ...MAP_ARGUMENTS]) {
        const object = objectAt(site.state, path);
        if (object) found.push(...collect(object, fields, fieldPlace(site, ...path), site.language));
      }
    }
  }
  return found;
}

/** The object at a path inside a state. */
function objectAt(state: JsonObject, path: readonly string[]): JsonObject | undefined {
  let at: Json | undefined = state;
  for (const step of path) at = isJsonObject(at) ? at[step] : undefined;
  return isJsonObject(at) ? at : undefined;
}

/** The objects inside a Map whose fields are known. */
export function mapParts(
  site: StateSite,
): Array<{ readonly object: JsonObject; readonly table: FieldTable; readonly place: DefinitionPlace }> {
  const { ItemReader: reader, ItemBatcher: batcher } = site.state;
  const config = isJsonObject(reader) ? reader.ReaderConfig : undefined;
  return [
    ...(isJsonObject(config)
      ? [{ object: config, table: READER_CONFIG_FIELDS, place: fieldPlace(site, 'ItemReader', 'ReaderConfig') }]
      : []),
    ...(isJsonObject(batcher)
      ? [{ object: batcher, table: BATCHER_FIELDS, place: fieldPlace(site, 'ItemBatcher') }]
      : []),
  ];
}

/** What stands in a list, each as a field of its own. */
function items(name: string, type: FieldType, list: Json | undefined, place: DefinitionPlace): KnownField[] {
  if (!Array.isArray(list)) return [];
  return (list as readonly Json[]).flatMap((value, i) =>
    isUnknown(value) ? [] : [{ name: `An entry of ${name}`, spec: { type }, value, place: inside(place, i) }],
  );
}

/** Whether a value has the JSON type that a field takes. */
export function hasType({ type, nullable }: FieldSpec, value: Json): boolean {
  if (type === 'ANY') return true;
  if (value === null) return nullable === true;
  if (type === 'INTEGER') return Number.isInteger(value);
  return type === 'OBJECT' ? isJsonObject(value) : jsonKind(value) === type.toLowerCase();
}

function collect(
  object: JsonObject,
  table: Readonly<Record<string, FieldSpec>>,
  place: DefinitionPlace,
  language: QueryLanguage | undefined,
): KnownField[] {
  return Object.entries(object).flatMap(([name, value]) => {
    const spec = Object.hasOwn(table, name) ? table[name] : undefined;
    if (spec === undefined || isUnknown(value)) return [];
    if (spec.expression && language === 'JSONata' && typeof value === 'string' && isExpression(value)) return [];
    // a path of the other language is told of by its own rule
    if (spec.language !== undefined && language !== undefined && spec.language !== language) return [];
    return [{ name, spec, value, place: inside(place, name) }];
  });
}

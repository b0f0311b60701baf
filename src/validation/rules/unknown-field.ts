import {
  CATCHER_FIELDS,
  COMPARISON_FIELDS,
  CONDITION_RULE_FIELDS,
  isJsonObject,
  MACHINE_FIELDS,
  MAP_PARTS,
  PROCESSOR_FIELDS,
  RETRIER_FIELDS,
  STATE_FIELDS,
  TEST_FIELDS,
  type FieldTable,
  type Json,
  type JsonObject,
  type StateSite,
} from '../../asl';
import { testsOf } from '../choice-tests';
import { type DefinitionPlace, fieldPlace, inside, itemsOf, scopePlace } from '../definition-place';
import { SCHEMA, type Finding, type Rule } from '../rule';
import { suggestion } from '../suggestion';
import { isUnknown } from '../unknown-value';

/** Every field of every state, in lower case: those have a rule of their own. */
const ELSEWHERE = new Set(
  Object.values(STATE_FIELDS).flatMap(table => Object.keys(table).map(field => field.toLowerCase())),
);

/** The fields of a machine, in lower case: other spellings of them have a rule of their own. */
const MACHINE = new Set(Object.keys(MACHINE_FIELDS).map(field => field.toLowerCase()));

/** The fields of a test of a JSONPath Choice. */
const JSONPATH_TEST_FIELDS: FieldTable = { ...TEST_FIELDS, ...CONDITION_RULE_FIELDS, ...COMPARISON_FIELDS };
/** The fields that the other language has instead of a Condition, in lower case. */
const TESTS = new Set(Object.keys({ ...TEST_FIELDS, ...COMPARISON_FIELDS }).map(field => field.toLowerCase()));

export const unknownField: Rule = {
  id: 'unknown-field',
  severity: 'ERROR',
  code: SCHEMA,
  summary:
    'The language has no such field. In ItemReader, ItemBatcher, ResultWriter, and ProcessorConfig this is a warning, because AWS adds new fields there.',
  source:
    'Deployments that AWS rejected for such a field of a state or a catcher, as reported by their authors. Otherwise, the Amazon States Language specification.',
  find: ({ definition, sites }) => [
    ...refused(definition, MACHINE_FIELDS, { pointer: '', location: '' }, MACHINE),
    ...sites.scopes.flatMap(scope =>
      scope.parent ? refused(scope.scope, PROCESSOR_FIELDS, scopePlace(scope)).map(finding => ofMachines(finding)) : [],
    ),
    ...sites.states.flatMap(site => {
      if (site.type === undefined) return [];
      return [
        ...refused(site.state, STATE_FIELDS[site.type], fieldPlace(site), ELSEWHERE),
        ...(site.type === 'Map' ? MAP_PARTS.flatMap(({ path, fields }) => unknownInside(site, path, fields)) : []),
        ...(site.type === 'Choice' ? unknownInRules(site) : []),
        ...itemsOf(site, 'Retry').flatMap(({ item, place }) => refused(item, RETRIER_FIELDS, place)),
        ...itemsOf(site, 'Catch').flatMap(({ item, place }) => refused(item, CATCHER_FIELDS, place)),
      ];
    }),
  ],
};

/** Whether a scope may have what a machine has is not known of every field. */
function ofMachines(finding: Finding): Finding {
  return MACHINE.has(finding.at.pointer.slice(finding.at.pointer.lastIndexOf('/') + 1).toLowerCase())
    ? { ...finding, severity: 'WARNING', code: 'UNKNOWN_FIELD' }
    : finding;
}

function unknownInRules(site: StateSite): Finding[] {
  if (site.language === 'JSONata') {
    return itemsOf(site, 'Choices').flatMap(({ item, place }) => refused(item, CONDITION_RULE_FIELDS, place, TESTS));
  }
  // where no comparison is known, the misspelled one is told of by its own rule
  return testsOf(site)
    .filter(({ test }) =>
      Object.keys(test).some(
        field => Object.hasOwn(COMPARISON_FIELDS, field) || field === 'And' || field === 'Or' || field === 'Not',
      ),
    )
    .flatMap(({ test, at }) => refused(test, JSONPATH_TEST_FIELDS, at));
}

/** AWS gives the place of the object, not of the field. */
function refused(
  object: JsonObject,
  table: FieldTable,
  place: DefinitionPlace,
  elsewhere: ReadonlySet<string> = new Set(),
): Finding[] {
  return strangeFields(object, table, elsewhere).map(field => ({
    at: { pointer: inside(place, field).pointer, location: place.location, state: place.state },
    message: `Field '${field}' is not supported`,
    fix: fixOf(field, table),
  }));
}

function strangeFields(object: JsonObject, table: FieldTable, elsewhere: ReadonlySet<string>): string[] {
  return Object.keys(object).filter(
    field => !Object.hasOwn(table, field) && !elsewhere.has(field.toLowerCase()) && !isUnknown(field),
  );
}

function fixOf(field: string, table: FieldTable): string {
  const known = Object.keys(table);
  return `Fix the name, or remove the field${suggestion(field, known) || '.'} Known fields: ${known.join(', ')}.`;
}

function unknownInside(site: StateSite, path: readonly string[], fields: FieldTable): Finding[] {
  let at: Json | undefined = site.state;
  for (const step of path) at = isJsonObject(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  if (!isJsonObject(at)) return [];
  const place = fieldPlace(site, ...path);
  return strangeFields(at, fields, new Set()).map(field => ({
    at: inside(place, field),
    message: `Field ${JSON.stringify(field)} is unknown`,
    fix: fixOf(field, fields),
    severity: 'WARNING',
    code: 'UNKNOWN_FIELD',
  }));
}

import {
  CATCHER_FIELDS, isJsonObject, MACHINE_FIELDS, RETRIER_FIELDS, SCOPE_FIELDS, STATE_FIELDS, type FieldTable, type Json, type JsonObject, type StateSite,
} from '../../asl';
import { fieldPlace, inside, itemsOf, scopePlace } from '../place';
import type { Finding, Place, Rule } from '../rule';
import { suggestion } from '../suggestion';

/** Every field of every state, in lower case: those have a rule of their own. */
const ELSEWHERE = new Set(Object.values(STATE_FIELDS).flatMap(table => Object.keys(table).map(field => field.toLowerCase())));

/** The fields of a machine, in lower case: other spellings of them have a rule of their own. */
const MACHINE = new Set(Object.keys(MACHINE_FIELDS).map(field => field.toLowerCase()));

/** What the objects inside a Map have, by the way to them. */
const IN_MAPS: ReadonlyArray<readonly [way: readonly string[], fields: readonly string[]]> = [
  [['ItemProcessor', 'ProcessorConfig'], ['Mode', 'ExecutionType']],
  [['ItemReader'], ['Resource', 'Parameters', 'Arguments', 'ReaderConfig']],
  [['ItemReader', 'ReaderConfig'], [
    'InputType', 'Transformation', 'ManifestType', 'CSVHeaderLocation', 'CSVHeaders', 'CSVDelimiter', 'ItemsPointer', 'MaxItems', 'MaxItemsPath', 'ExpectedBucketOwner',
  ]],
  [['ItemBatcher'], ['BatchInput', 'MaxItemsPerBatch', 'MaxItemsPerBatchPath', 'MaxInputBytesPerBatch', 'MaxInputBytesPerBatchPath']],
  [['ResultWriter'], ['Resource', 'Parameters', 'Arguments', 'WriterConfig']],
  [['ResultWriter', 'WriterConfig'], ['Transformation', 'OutputType']],
];

/** What a rule of a JSONata Choice has. Those of a JSONPath Choice have a rule of their own. */
const JSONATA_RULE: FieldTable = tableOf(['Condition', 'Next', 'Comment', 'Assign', 'Output', 'Variable', 'And', 'Or', 'Not']);

/** What the scope of a Map has beside others. */
const PROCESSOR_FIELDS: FieldTable = { ...SCOPE_FIELDS, ProcessorConfig: { type: 'OBJECT' }, QueryLanguage: { type: 'STRING' } };

export const unknownField: Rule = {
  id: 'unknown-field',
  severity: 'WARNING',
  summary: 'A field is none that the language knows: it is misspelt, or does nothing.',
  source: 'The Amazon States Language specification lists the fields of every object.',
  find: ({ definition, sites }) => [
    ...unknown(definition, MACHINE_FIELDS, { pointer: '', location: '' }, MACHINE),
    ...sites.scopes.flatMap(scope => scope.parent ? unknown(scope.scope, PROCESSOR_FIELDS, scopePlace(scope), new Set()) : []),
    ...sites.states.flatMap(site => {
      if (site.type === undefined) return [];
      return [
        ...unknown(site.state, STATE_FIELDS[site.type], fieldPlace(site), ELSEWHERE),
        ...(site.type === 'Map' ? IN_MAPS.flatMap(([way, fields]) => unknownInside(site, way, fields)) : []),
        ...(site.language === 'JSONata' ? itemsOf(site, 'Choices').flatMap(({ item, place }) => unknown(item, JSONATA_RULE, place, new Set())) : []),
        ...itemsOf(site, 'Retry').flatMap(({ item, place }) => unknown(item, RETRIER_FIELDS, place, new Set())),
        ...itemsOf(site, 'Catch').flatMap(({ item, place }) => unknown(item, CATCHER_FIELDS, place, new Set())),
      ];
    }),
  ],
};

function unknown(object: JsonObject, table: FieldTable, place: Place, elsewhere: ReadonlySet<string>): Finding[] {
  const strange = Object.keys(object).filter(field => !Object.hasOwn(table, field) && !elsewhere.has(field.toLowerCase()));
  if (strange.length === 0) return [];
  const known = Object.keys(table);
  return strange.map(field => ({
    at: inside(place, field),
    message: `Field ${JSON.stringify(field)} is unknown${suggestion(field, known)}`,
    fix: `Correct the name, or remove the field. Known here: ${known.join(', ')}.`,
  }));
}

function unknownInside(site: StateSite, way: readonly string[], fields: readonly string[]): Finding[] {
  let at: Json | undefined = site.state;
  for (const step of way) at = isJsonObject(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  return isJsonObject(at) ? unknown(at, tableOf(fields), fieldPlace(site, ...way), new Set()) : [];
}

function tableOf(fields: readonly string[]): FieldTable {
  return Object.fromEntries(fields.map(field => [field, { type: 'ANY' as const }]));
}

import { MACHINE_FIELDS, STATE_FIELDS, type StateType } from '../../asl';
import { fieldPlace, scopePlace } from '../definition-place';
import { SCHEMA, type Finding, type Rule } from '../rule';

/** Every field that some type of state has. */
const KNOWN = new Set(Object.values(STATE_FIELDS).flatMap(table => Object.keys(table)));

/** Fields that are known under another spelling: names are case-sensitive. */
const BY_LOWER_CASE = new Map([...KNOWN].map(field => [field.toLowerCase(), field]));

export const unsupportedField: Rule = {
  id: 'unsupported-field',
  severity: 'ERROR',
  code: SCHEMA,
  summary: 'A state has a field of another state type or in another spelling, or a scope has a QueryLanguage.',
  source: 'Measured on AWS by others, for each type and field: ValidateStateMachineDefinition.',
  find: ({ definition, sites }) => [
    ...misspelled(definition, Object.keys(MACHINE_FIELDS)).map(([field, right]) => ({
      at: { pointer: '', location: '' },
      message: notSupported(field),
      fix: `Write ${right}.`,
    })),
    ...sites.scopes
      .filter(({ parent, scope }) => parent && Object.hasOwn(scope, 'QueryLanguage'))
      .map(scope => ({
        at: scopePlace(scope),
        message: notSupported('QueryLanguage'),
        fix: 'Set QueryLanguage on the states inside.',
      })),
    ...sites.states.flatMap(site => {
      const { type } = site;
      if (type === undefined) return [];
      return Object.keys(site.state).flatMap((field): Finding[] => {
        if (Object.hasOwn(STATE_FIELDS[type], field)) return [];
        const known = KNOWN.has(field) ? field : BY_LOWER_CASE.get(field.toLowerCase());
        if (known === undefined) return [];
        return [
          {
            at: fieldPlace(site),
            message: notSupported(field),
            fix:
              known === field
                ? `Remove ${field}: only ${typesWith(field).join(', ')} states have it.`
                : `Write ${known}: names are case-sensitive.`,
          },
        ];
      });
    }),
  ],
};

function notSupported(field: string): string {
  return `Field '${field}' is not supported`;
}

function typesWith(field: string): StateType[] {
  return (Object.keys(STATE_FIELDS) as StateType[]).filter(type => Object.hasOwn(STATE_FIELDS[type], field));
}

function misspelled(object: object, known: readonly string[]): Array<[field: string, right: string]> {
  return Object.keys(object).flatMap(field => {
    const right = known.includes(field) ? undefined : known.find(name => name.toLowerCase() === field.toLowerCase());
    return right === undefined ? [] : [[field, right] as [string, string]];
  });
}

import { StepwrightError } from '../errors';
import { placeOf, type CallSite } from './call-site';
import type { Fields, StateLanguage, Value } from './flow-node';
import type { ParallelJsonPathFields } from './json-path-fields';
import { jsonValue, templateValue } from '../integrations/json-value';
import { isDiscard, isUnresolved } from '../integrations/tokens';

/** The fields that are defined, in their order. */
export function definedFields(fields: Fields): Fields {
  const defined: Fields = {};
  for (const name of Object.keys(fields)) {
    if (fields[name] !== undefined) defined[name] = fields[name];
  }
  return defined;
}

/** A JSONPath field that may be null, which `JsonPath.DISCARD` of the CDK stands for. */
export function nullablePath(path: string | undefined): string | null | undefined {
  return path !== undefined && isDiscard(path) ? null : path;
}

/** A user's value in a state of this language: JSON, or a payload template. */
export function valueIn(language: StateLanguage, value: Value, where: string): Value {
  if (value === undefined) return undefined;
  return language === 'JSONPath' ? templateValue(value, where) : jsonValue(value, where);
}

/** What every state with input and output has, by the names of the language. */
export function commonFields(
  name: string,
  props: { readonly assign?: Value; readonly output?: Value; readonly jsonPath?: ParallelJsonPathFields },
): Fields {
  const language = languageOf(props);
  const path: ParallelJsonPathFields = props.jsonPath ?? {};
  refuseFields(language, { output: props.output }, `'${name}'`);
  return {
    InputPath: nullablePath(path.inputPath),
    Parameters: valueIn('JSONPath', path.parameters, `'${name}', parameters`),
    ResultSelector: valueIn('JSONPath', path.resultSelector, `'${name}', resultSelector`),
    ResultPath: nullablePath(path.resultPath),
    OutputPath: nullablePath(path.outputPath),
    Assign: valueIn(language, props.assign, `'${name}', assign`),
    Output: valueIn(language, props.output, `'${name}', output`),
  };
}

/** The language that the props of a state ask for. */
export function languageOf(props: { readonly jsonPath?: unknown }): 'JSONata' | 'JSONPath' {
  return props.jsonPath === undefined ? 'JSONata' : 'JSONPath';
}

/** The fields that mean the same in both languages, if they hold no expression. */
const NEUTRAL: ReadonlySet<string> = new Set(['Type', 'Comment', 'Seconds', 'Timestamp', 'Error', 'Cause']);

/** The language of a simple state: `any` if no field of it depends on the language. */
export function neutralOr(language: 'JSONata' | 'JSONPath', fields: Fields): StateLanguage {
  if (language === 'JSONPath') return language;
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (
      !NEUTRAL.has(name) ||
      (name !== 'Comment' && typeof value === 'string' && (value.includes('{%') || isUnresolved(value)))
    ) {
      return language;
    }
  }
  return 'any';
}

/** The fields that only one of the languages has. */
const ONLY_IN: Readonly<Record<string, 'JSONata' | 'JSONPath'>> = {
  output: 'JSONata',
  items: 'JSONata',
  arguments: 'JSONata',
  condition: 'JSONata',
  resultPath: 'JSONPath',
};

/**
 * Refuses fields of the other language.
 *
 * @throws StepwrightError FIELD_OF_OTHER_LANGUAGE
 */
export function refuseFields(language: StateLanguage, given: Fields, state: string, site?: CallSite): void {
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || language === 'any' || ONLY_IN[name] === language) continue;
    throw new StepwrightError(
      'FIELD_OF_OTHER_LANGUAGE',
      `${state} is a ${language} state, but '${name}' is a field of ${ONLY_IN[name]}`,
      {
        where: placeOf(site),
        allowed: 'one query language per state: JSONPath with jsonPath: {…}, otherwise JSONata',
        fix:
          language === 'JSONPath'
            ? `remove '${name}', or remove the state's jsonPath`
            : `remove '${name}', or give the state a jsonPath: {…}`,
      },
    );
  }
}

/**
 * Refuses two fields of which AWS takes at most one.
 *
 * @throws StepwrightError CONFLICTING_FIELDS
 */
export function atMostOne(state: string, given: Fields, site: CallSite): void {
  const names = Object.keys(given).filter(name => given[name] !== undefined);
  if (names.length < 2) return;
  throw new StepwrightError('CONFLICTING_FIELDS', `'${state}' sets the same field twice`, {
    where: placeOf(site),
    received: names.join(' and '),
    allowed: `one of ${Object.keys(given).join(', ')}`,
    fix: 'keep one of them',
  });
}

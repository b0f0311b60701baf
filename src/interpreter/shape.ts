import {
  CATCHER_FIELDS,
  isJsonObject,
  requiredFieldsOf,
  RETRIER_FIELDS,
  STATE_FIELDS,
  type FieldSpec,
  type FieldTable,
  type Json,
  type JsonObject,
  type StateType,
} from '../asl';
import { StepwrightError } from '../errors';

/** A JSON type that a field must have so that the state can be compiled. */
interface Shape {
  readonly says: string;
  readonly fits: (value: Json) => boolean;
}

const TEXT: Shape = { says: 'a text', fits: value => typeof value === 'string' };
const OBJECT: Shape = { says: 'an object', fits: isJsonObject };
const LISTS: Readonly<Record<'OBJECT' | 'STRING', Shape>> = {
  OBJECT: { says: 'a list of objects', fits: value => Array.isArray(value) && value.every(isJsonObject) },
  STRING: {
    says: 'a list of texts',
    fits: value => Array.isArray(value) && value.every(item => typeof item === 'string'),
  },
};

/** The fields of all types of states: compiling a state can meet fields that only other types have. */
const ALL_FIELDS: FieldTable = Object.assign({}, ...Object.values(STATE_FIELDS)) as FieldTable;

/**
 * Checks that the fields of a state have the shape that compiling it relies on. Validation finds everything else that can be wrong.
 *
 * @throws StepwrightError INVALID_DEFINITION
 */
export function checkShape(name: string, state: JsonObject, where: string): void {
  const place = `the state '${name}'`;
  for (const field of requiredFieldsOf(STATE_FIELDS[state.Type as StateType])) {
    if (state[field] === undefined) throw lacks(field, ALL_FIELDS[field], place, where);
  }
  for (const [field, value] of Object.entries(state)) {
    const spec = Object.hasOwn(ALL_FIELDS, field) ? ALL_FIELDS[field] : undefined;
    if (spec && !isExempt(spec, value)) checkField(field, value, shapeOf(spec), place, where);
  }
  if (isJsonObject(state.Credentials) && state.Credentials.RoleArn !== undefined) {
    checkField('RoleArn', state.Credentials.RoleArn, TEXT, place, `${where}/Credentials`);
  }
  for (const [field, { ErrorEquals: spec }] of [
    ['Retry', RETRIER_FIELDS],
    ['Catch', CATCHER_FIELDS],
  ] as const) {
    (state[field] as JsonObject[] | undefined)?.forEach(({ ErrorEquals }, i) => {
      const at = `${where}/${field}/${i}`;
      if (ErrorEquals === undefined) throw lacks(`ErrorEquals in ${field}`, spec, place, at);
      checkField('ErrorEquals', ErrorEquals, shapeOf(spec), place, at);
    });
  }
}

/** The shape of a field. Undefined if compiling a state works with any value. */
function shapeOf({ type, of }: FieldSpec): Shape | undefined {
  if (type === 'STRING') return TEXT;
  if (type === 'OBJECT') return OBJECT;
  return of && LISTS[of];
}

/** Null, or an expression in place of an object. */
function isExempt({ nullable, expression }: FieldSpec, value: Json): boolean {
  return (nullable === true && value === null) || (expression === true && typeof value === 'string');
}

function lacks(field: string, spec: FieldSpec, place: string, where: string): StepwrightError {
  return invalid(`${place} has no ${field}`, where, 'nothing', shapeOf(spec)!.says);
}

function checkField(field: string, value: Json, shape: Shape | undefined, place: string, where: string): void {
  if (shape === undefined || shape.fits(value)) return;
  throw invalid(`${place} has a wrong ${field}`, `${where}/${field}`, JSON.stringify(value).slice(0, 80), shape.says);
}

function invalid(what: string, where: string, received: string, allowed: string): StepwrightError {
  return new StepwrightError('INVALID_DEFINITION', what, { where, received, allowed });
}

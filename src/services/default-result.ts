import { isJsonObject, type Json, type JsonObject } from '../asl';
import { callModel, type CallModel } from './call-model';
import type { CalledAction } from './failed-result';
import { JOB_RESULTS, jobShape } from './job-results';
import type { Scalar, Shape, Structure } from './shape';

/** What a default result is made of. */
export interface DefaultSources {
  /** The effective arguments: a member of the result with the same name gets the same value. */
  readonly input: Json;
  /** The virtual time of the call, in milliseconds since 1970. */
  readonly time: number;
  /** A random text of hexadecimal digits, at least 32, that is the same for the same seed, call, and place. */
  readonly random: (place: string) => string;
}

/** Members that a result of a call that succeeded at once, and completely, doesn't have. */
const ABSENT = /Token$|Marker$|^Next|^FunctionError$|^Error|Fail(?!.*Count$)|Unprocessed|Reason$|^LogResult$/;

/** Statuses of something that is done, in the order of preference. */
const DONE =
  /^(SUCCEEDED|SUCCESS|Succeeded|Completed|COMPLETED|COMPLETE|Complete|ACTIVE|Active|AVAILABLE|available|InService|READY|Ready)$/;

/**
 * A valid result of a call, made from the model and the arguments; undefined if the model of the call isn't known.
 * It has the required members, and those of the first level that identify what the call made.
 */
export function defaultResult(called: CalledAction, sources: DefaultSources): JsonObject | undefined {
  const call = callModel(called.service, called.action);
  const known = call && (called.pattern === 'SYNC' ? jobShape(call) : { model: call, shape: call.output });
  if (call === undefined || known === undefined) return undefined;
  const result = structure(known.shape, known.model, sources, '', true);
  const job = called.pattern === 'SYNC' ? JOB_RESULTS[call.call] : undefined;
  const whole = job === undefined || job.status.length === 0 ? result : withStatus(result, job.status, job.succeeded);
  return call.sdk || called.pattern === 'SYNC' ? whole : { ...whole, ...metadata(sources) };
}

function withStatus(result: JsonObject, [name, ...rest]: readonly string[], status: string): JsonObject {
  const inner = result[name];
  return { ...result, [name]: rest.length === 0 ? status : withStatus(isJsonObject(inner) ? inner : {}, rest, status) };
}

/** What optimized integrations put around a result; its form is recorded. */
function metadata({ random }: DefaultSources): JsonObject {
  const id = uuid(random('RequestId'));
  return {
    SdkHttpMetadata: {
      AllHttpHeaders: { 'x-amzn-RequestId': [id] },
      HttpHeaders: { 'x-amzn-RequestId': id },
      HttpStatusCode: 200,
    },
    SdkResponseMetadata: { RequestId: id },
  };
}

function structure(
  shape: Structure,
  model: CallModel,
  sources: DefaultSources,
  place: string,
  first: boolean,
): JsonObject {
  const members: Array<readonly [string, Json]> = [];
  for (const [name, member] of model.membersOf(shape)) {
    if (member.name !== name || (!member.required && (!first || ABSENT.test(name)))) continue;
    const value = valueOf(member.shape, model, sources, `${place}/${name}`, member.required);
    if (value !== undefined) members.push([name, value]);
  }
  return Object.fromEntries(members);
}

function valueOf(
  shape: Shape,
  model: CallModel,
  sources: DefaultSources,
  place: string,
  required: boolean,
): Json | undefined {
  const name = place.slice(place.lastIndexOf('/') + 1);
  switch (shape.kind) {
    case 'structure':
      if (!required) return undefined;
      return structure(shape, model, sources, place, false);
    case 'list':
      return listOf(shape.item, model, sources, place, shape.min);
    case 'map':
      return required ? {} : undefined;
    case 'document':
      return {};
    default:
      return echoed(shape, sources.input, name) ?? scalarOf(shape, name, sources, place, required);
  }
}

/** As many items as the call has in a list of the same name: the entries of PutEvents are answered one by one. Otherwise as few as fit. */
function listOf(item: Shape, model: CallModel, sources: DefaultSources, place: string, min = 0): Json {
  const given = isJsonObject(sources.input) ? sources.input[place.slice(1)] : undefined;
  const count = item.kind === 'structure' && Array.isArray(given) ? given.length : min;
  return Array.from({ length: count }, (_, i) =>
    item.kind === 'structure'
      ? structure(item, model, sources, `${place}/${i}`, true)
      : (valueOf(item, model, sources, `${place}/${i}`, true) ?? null),
  );
}

/** The value of an argument with the name of a member of the result, if it fits. */
function echoed({ kind, oneOf }: Scalar, input: Json, name: string): Json | undefined {
  const value = isJsonObject(input) && Object.hasOwn(input, name) ? input[name] : undefined;
  const fits =
    kind === 'string'
      ? typeof value === 'string'
      : kind === 'boolean'
        ? typeof value === 'boolean'
        : typeof value === 'number' && kind !== 'timestamp';
  return fits && (oneOf === undefined || oneOf.includes(String(value))) ? value : undefined;
}

function scalarOf(
  shape: Scalar,
  name: string,
  sources: DefaultSources,
  place: string,
  required: boolean,
): Json | undefined {
  switch (shape.kind) {
    case 'timestamp':
      return new Date(sources.time).toISOString();
    case 'boolean':
      return required ? false : undefined;
    case 'integer':
    case 'number':
      return name === 'StatusCode' ? 200 : required || /Count$/.test(name) ? Math.max(0, shape.min ?? 0) : undefined;
    case 'blob':
      return required ? '' : undefined;
    default:
      return stringOf(shape, name, sources, place, required);
  }
}

function stringOf(
  { oneOf, min = 0, max }: Scalar,
  name: string,
  { random }: DefaultSources,
  place: string,
  required: boolean,
): Json | undefined {
  if (oneOf !== undefined) return oneOf.find(value => DONE.test(value)) ?? (required ? oneOf[0] : undefined);
  if (name === 'ExecutedVersion') return '$LATEST';
  const digits = random(place);
  if (/Arn$|ARN$/.test(name)) return `arn:aws:service:us-east-1:123456789012:resource/${digits.slice(0, 12)}`;
  if (/Id$/.test(name)) return (max !== undefined && max < 36) || min > 36 ? fitted(digits, min, max) : uuid(digits);
  return required ? fitted(`${name}-${digits.slice(0, 8)}`, min, max) : undefined;
}

function fitted(text: string, min: number, max = Number.POSITIVE_INFINITY): string {
  return text.padEnd(min, '0').slice(0, Math.min(max, Math.max(min, text.length)));
}

function uuid(digits: string): string {
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
}

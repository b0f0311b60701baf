import type { Json, JsonObject } from '../asl';
import { callModel, type CallModel, type Shape, type Structure } from '../services';
import { shortResource } from './task-names';

/** A Task that needs a mock. */
export interface DefaultMock {
  /** The Task's Resource, such as `dynamodb:putItem`. */
  readonly call: string;
  /** A mock with a valid result: its values are made up. */
  readonly mock: JsonObject;
}

/** Structures in structures beyond this depth are left out. */
const DEEPEST = 3;

/** A valid mock for a Task with this Resource, from the models of the services. */
export function defaultMock(resource: string): DefaultMock {
  const call = shortResource(resource);
  const [, service, action, pattern] = /^((?:aws-sdk:)?[^:.]+):([^:.]+)(\..+)?$/.exec(call) ?? [];
  if (/:lambda:[^:]*:[^:]*:function:/.test(resource) || call.startsWith('lambda:invoke')) {
    // with a task token, the result is what the owner of the token sends
    return { call, mock: pattern === '.waitForTaskToken' ? { returns: {} } : { returnsPayload: {} } };
  }
  const model = service === undefined || pattern !== undefined ? undefined : callModel(service, action);
  return { call, mock: { returns: model ? structure(model.output, model, DEEPEST) : {} } };
}

/** Required members, and those that are plain strings or numbers. */
function structure({ members, union }: Structure, model: CallModel, depth: number): JsonObject {
  const all = [...members].filter(([, { shape, required }]) => required || isPlain(shape));
  const chosen = union ? all.slice(0, 1) : all;
  return Object.fromEntries(
    chosen.map(([name, { shape }]) => [model.nameOf(name), sample(name, shape, model, depth - 1)]),
  );
}

function isPlain(shape: Shape): boolean {
  return (
    (shape.kind === 'string' && shape.pattern === undefined) || shape.kind === 'integer' || shape.kind === 'boolean'
  );
}

function sample(name: string, shape: Shape, model: CallModel, depth: number): Json {
  switch (shape.kind) {
    case 'structure':
      return depth > 0 ? structure(shape, model, depth) : {};
    case 'list':
      return (shape.min ?? 0) > 0 && depth > 0 ? [sample(name, shape.item, model, depth - 1)] : [];
    case 'map':
    case 'document':
      return {};
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return shape.min ?? 0;
    case 'timestamp':
      return '2024-01-01T00:00:00Z';
    default:
      return shape.oneOf?.[0] ?? name.padEnd(shape.min ?? 0, 'x').slice(0, shape.max);
  }
}

import { isJsonObject, type Json, type JsonObject } from '../asl';
import { nearest } from '../errors';
import type { CallModel } from './call-model';
import { mismatches, type Comparison } from './check-value';
import type { Mismatch } from './mismatch';
import type { Shape } from './shape';

const NONE: ReadonlySet<string> = new Set();
const isPath = (key: string): boolean => key.endsWith('.$');
const never = (): boolean => false;

/** Where the arguments in a definition don't fit the model. Values that aren't known before a run fit. */
export function literalMismatches(
  model: CallModel,
  given: JsonObject,
  options: {
    readonly language: 'JSONPath' | 'JSONata';
    readonly isOpen: (value: Json) => boolean;
    readonly allowed?: ReadonlySet<string>;
  },
): readonly Mismatch[] {
  return mismatches(model.input, given, {
    model,
    complete: true,
    exactScalars: false,
    isOpen: options.isOpen,
    isOpenMember: options.language === 'JSONPath' ? isPath : never,
    markLength: 2,
    allowed: options.allowed ?? NONE,
  });
}

/**
 * The reason that Step Functions gives if it can't start a Task with these arguments; undefined if it can. Only what Step Functions checks by
 * itself is checked: names and types. Values and ranges are for the service to refuse.
 *
 * The texts are from reports: `The field "X" is not supported by Step Functions` (a project that measured TaskToken next to Payload),
 * `The value for the field 'S' must be a STRING` (aws/aws-cdk#9181), the frame around them (aws/aws-cdk#9181).
 */
export function refusal(model: CallModel, given: Json, allowed: ReadonlySet<string> = NONE): string | undefined {
  if (!isJsonObject(given)) return undefined;
  const comparison: Comparison = {
    model,
    complete: false,
    exactScalars: false,
    isOpen: never,
    isOpenMember: never,
    markLength: 0,
    allowed,
  };
  const wrong = mismatches(model.input, given, comparison).flatMap(one => startProblem(model, one));
  const scalar = scalarPayload(model, given);
  const problems = scalar === undefined ? wrong : [...wrong, scalar];
  if (problems.length === 0) return undefined;
  return `The Parameters '${JSON.stringify(given)}' could not be used to start the Task: [${problems.join(', ')}]`;
}

function startProblem(model: CallModel, { kind, path, name, allowed }: Mismatch): string[] {
  if (kind === 'unknown') return [`The field "${name}" is not supported by Step Functions`];
  if (kind === 'case') {
    return takesEitherCase(model, path) ? [] : [`The field "${name}" is not supported by Step Functions`];
  }
  return kind === 'type' ? [`The value for the field '${name}' must be ${allowed}`] : [];
}

/** The guide's own example of an optimized call writes `"RetryStrategy": { "attempts": 5 }`, so nested members of those aren't refused for their case. */
export function takesEitherCase(model: CallModel, path: Mismatch['path']): boolean {
  return !model.sdk && path.length > 1;
}

/** A number or a Boolean is no payload of a function (Stack Overflow 76373088); objects, lists, and strings are. */
function scalarPayload({ call }: CallModel, given: JsonObject): string | undefined {
  const wrong = call === 'lambda:invoke' && ['number', 'boolean'].includes(typeof given.Payload);
  return wrong ? "The value for the field 'Payload' must be a STRING" : undefined;
}

/** The member whose name is nearest to an unknown one. */
export function nearestMember(model: CallModel, { path, name }: Mismatch): string | undefined {
  const shape = path.slice(0, -1).reduce<Shape | undefined>((around, step) => inner(model, around, step), model.input);
  return shape?.kind === 'structure' ? nearest(name, [...model.membersOf(shape).keys()]) : undefined;
}

function inner(model: CallModel, shape: Shape | undefined, step: string | number): Shape | undefined {
  switch (shape?.kind) {
    case 'list':
      return shape.item;
    case 'map':
      return shape.value;
    case 'structure':
      return model.membersOf(shape).get(String(step))?.shape;
    default:
      return undefined;
  }
}

import { apiOf, DIFFERENCES } from './differences';
import { optimizedMemberName, sdkMemberName, type MemberNames } from './names';
import { serviceModel } from './service-model';
import type { Member, Operation, Shape, Structure } from './shape';

/** A member as a kind of integration names it. */
export interface NamedMember extends Member {
  readonly name: string;
}

/** What a Task can send to an action, and what the action returns. */
export interface CallModel {
  /** `dynamodb:putItem`, `aws-sdk:s3:getObject`. */
  readonly call: string;
  /** The service by its name in the models. */
  readonly service: string;
  readonly operation: Operation;
  readonly sdk: boolean;
  /** The structure of the arguments. */
  readonly input: Structure;
  /** The structure of the result of the call itself. */
  readonly output: Structure;
  readonly nameOf: MemberNames;
  /** The members of a structure by every name that a Task can use for them. */
  readonly membersOf: (structure: Structure) => ReadonlyMap<string, NamedMember>;
}

const known = new Map<string, CallModel | undefined>();

/**
 * The model of a call; undefined if the models don't have it, or if an optimized integration has shapes of its own.
 *
 * @param service as in a Resource: `dynamodb`, or `aws-sdk:dynamodb`
 * @param action as in a Resource: `putItem`
 */
export function callModel(service: string, action: string): CallModel | undefined {
  const call = `${service}:${action}`;
  if (!known.has(call)) known.set(call, make(call, service, action));
  return known.get(call);
}

function make(call: string, service: string, action: string): CallModel | undefined {
  const sdk = service.startsWith('aws-sdk:');
  const api = sdk ? ([service.slice('aws-sdk:'.length), action] as const) : apiOf(service, action);
  const operation = api && serviceModel(api[0])?.operations.get(api[1]);
  if (operation === undefined) return undefined;
  const { anyJson = [], added = [], parsed = [] } = DIFFERENCES[call] ?? {};
  const nameOf = sdk ? sdkMemberName : optimizedMemberName;
  const withAny = anyJson.reduce((input, path) => replaced(input, path.split('.')), operation.input);
  const members = new Map([...withAny.members, ...added.map(name => [name, ADDED] as const)]);
  return {
    call,
    service: api![0],
    operation,
    sdk,
    input: { ...withAny, members },
    output: parsed.reduce((output, path) => replaced(output, [path]), operation.output),
    nameOf,
    membersOf: sdk ? sdkMembers : optimizedMembers,
  };
}

const ADDED: Member = { shape: { kind: 'document' }, required: false, filledIn: false };

/** The structure with any JSON at a path of members; the path passes through lists. */
function replaced(structure: Structure, [first, ...rest]: readonly string[]): Structure {
  const members = [...structure.members].map(([name, member]): readonly [string, Member] =>
    optimizedMemberName(name) === first ? [name, { ...member, shape: within(member.shape, rest) }] : [name, member],
  );
  return { ...structure, members: new Map(members) };
}

function within(shape: Shape, rest: readonly string[]): Shape {
  if (rest.length === 0) return { kind: 'document' };
  if (shape.kind === 'list') return { ...shape, item: within(shape.item, rest) };
  return shape.kind === 'structure' ? replaced(shape, rest) : shape;
}

const sdkMembers = remembered(apiName => {
  const name = sdkMemberName(apiName);
  const own = optimizedMemberName(apiName);
  // No recording shows how the SDK integration spells BOOL and NULL of DynamoDB, so both spellings of such names pass.
  return own !== name && own === own.toUpperCase() ? [name, own] : [name];
});

const optimizedMembers = remembered(apiName => [optimizedMemberName(apiName)]);

function remembered(namesOf: (apiName: string) => readonly string[]): CallModel['membersOf'] {
  const before = new WeakMap<Structure, ReadonlyMap<string, NamedMember>>();
  return structure => {
    let named = before.get(structure);
    if (named === undefined) {
      named = new Map(
        [...structure.members].flatMap(([apiName, member]) =>
          namesOf(apiName).map((name, _, [first]): readonly [string, NamedMember] => [
            name,
            { ...member, name: first },
          ]),
        ),
      );
      before.set(structure, named);
    }
    return named;
  };
}

import fc from 'fast-check';
import { OPTIMIZED_SERVICES, type Json, type JsonObject } from '../../src/asl';
import { callRequirements, derivePermissions, evaluatePolicy, type DerivedStatement } from '../../src/permissions';
import { sdkActions, sdkServices } from '../../src/services';

const PLACE = { type: 'STANDARD', partition: 'aws', region: 'eu-west-1', account: '111122223333' } as const;

const RESOURCES = Object.entries(OPTIMIZED_SERVICES).flatMap(([service, actions]) =>
  Object.entries(actions).flatMap(([action, patterns]) =>
    ['', ...patterns.map(pattern => `.${pattern}`)].map(pattern => `arn:aws:states:::${service}:${action}${pattern}`),
  ),
);
const SDK_RESOURCES = sdkServices().flatMap(service =>
  sdkActions(service)!.map(action => `arn:aws:states:::aws-sdk:${service}:${action}`),
);

const resource = fc.oneof(fc.constantFrom(...RESOURCES), fc.constantFrom(...SDK_RESOURCES));
const json = fc.jsonValue() as fc.Arbitrary<Json>;

function task(Resource: string, Arguments: Json): JsonObject {
  return { QueryLanguage: 'JSONata', StartAt: 'A', States: { A: { Type: 'Task', Resource, Arguments, End: true } } };
}

function policy(statements: readonly DerivedStatement[]): Json[] {
  return statements.map(
    ({ actions, resources, conditions }) =>
      ({
        Effect: 'Allow',
        Action: actions,
        Resource: resources,
        ...(conditions ? { Condition: conditions } : {}),
      }) as unknown as Json,
  );
}

test('a definition of any shape never throws', () => {
  const state = fc.record(
    {
      Type: fc.constantFrom<Json>('Task', 'Map', 'Parallel', 'Pass', 7),
      Resource: fc.oneof(resource, json),
      QueryLanguage: fc.constantFrom<Json>('JSONata', 'JSONPath', 1),
      Arguments: json,
      Parameters: json,
      Credentials: json,
      ItemProcessor: json,
      ItemReader: fc.record(
        {
          Resource: fc.constantFrom<Json>('arn:aws:states:::s3:getObject', 'arn:aws:states:::s3:listObjectsV2', 1),
          Parameters: json,
          ReaderConfig: json,
        },
        { requiredKeys: [] },
      ),
      ResultWriter: json,
      Branches: json,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.record({ StartAt: json, States: fc.dictionary(fc.string(), fc.oneof(state, json)) }),
        json.filter(value => typeof value === 'object' && value !== null && !Array.isArray(value)),
      ),
      definition => void derivePermissions(definition as JsonObject, PLACE),
    ),
    { numRuns: 2000 },
  );
});

test('every call with any arguments gives ARNs, and * only where IAM has no resource type', () => {
  fc.assert(
    fc.property(resource, json, (Resource, args) => {
      for (const { resources, reason } of derivePermissions(task(Resource, args), PLACE).statements) {
        for (const arn of resources) {
          if (arn === '*') expect(reason).toMatch(/no resource type|sns:publish|phone/);
          else expect(arn).toMatch(/^arn:aws[a-z-]*:[a-z0-9*-]*:[^:]*:[^:]*:./);
        }
      }
    }),
    { numRuns: 3000 },
  );
});

test('what is derived from fixed arguments allows the call with these arguments', () => {
  const name = fc.stringMatching(/^[A-Za-z0-9*?][\w-]{0,8}$/);
  const args = fc.dictionary(
    fc.constantFrom(
      'TableName',
      'Bucket',
      'Key',
      'FunctionName',
      'Name',
      'ClusterName',
      'QueueUrl',
      'TopicArn',
      'JobName',
      'Id',
      'RoleArn',
      'SecretId',
      'KeyId',
      'InstanceIds',
      'StreamName',
    ),
    name,
  );
  fc.assert(
    fc.property(resource, args, (Resource, given) => {
      const { statements } = derivePermissions(task(Resource, given), PLACE);
      const needed =
        callRequirements(
          { resource: Resource, input: given },
          { machineArn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:M' },
        ) ?? [];
      for (const requirement of needed.filter(({ unknown }) => unknown === undefined)) {
        expect({ ...requirement, effect: evaluatePolicy(policy(statements), requirement).effect }).toEqual({
          ...requirement,
          effect: 'allowed',
        });
      }
    }),
    { numRuns: 3000 },
  );
});

test('statements do not depend on the order of the states', () => {
  const state = (Resource: string): JsonObject => ({
    Type: 'Task',
    Resource,
    Parameters: { TableName: 't', Bucket: 'b' },
    End: true,
  });
  fc.assert(
    fc.property(fc.uniqueArray(resource, { minLength: 2, maxLength: 5 }), resources => {
      const states = resources.map((Resource, i) => [`S${i}`, state(Resource)] as const);
      const derive = (entries: typeof states): unknown =>
        derivePermissions({ StartAt: 'S0', States: Object.fromEntries(entries) }, PLACE).statements.map(
          ({ reason: _, ...rest }) => rest,
        );
      expect(derive([...states].reverse())).toEqual(derive(states));
    }),
    { numRuns: 500 },
  );
});

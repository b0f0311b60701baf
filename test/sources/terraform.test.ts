import type { Json, JsonObject } from '../../src/asl';
import { findMachine, type LocalApp } from '../../src/cloudformation';
import { readTerraform } from '../../src/sources/terraform/read-terraform';

const definition = {
  StartAt: 'Charge',
  States: { Charge: { Type: 'Task', Resource: 'arn:aws:lambda:eu-west-1:111122223333:function:charge', End: true } },
};
const policy = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: '*' }],
};
const trust = {
  Statement: [{ Effect: 'Allow', Principal: { Service: 'states.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

const resource = (address: string, values: JsonObject): JsonObject => {
  const [type] = address.replace(/^(?:module\.[^.]+\.)*/, '').split('.');
  return { address, mode: 'managed', type, name: 'x', values };
};

const state = (...resources: JsonObject[]): JsonObject => ({
  format_version: '1.0',
  terraform_version: '1.11.4',
  values: { root_module: { resources } },
});

function plan(resources: JsonObject[], configuration: Json): JsonObject {
  return {
    format_version: '1.2',
    planned_values: { root_module: { resources } },
    configuration: { root_module: configuration },
  };
}

const machine = resource('aws_sfn_state_machine.flow', {
  arn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:orders',
  definition: JSON.stringify(definition),
  logging_configuration: [{ level: 'ALL', include_execution_data: true }],
  name: 'orders',
  role_arn: 'arn:aws:iam::111122223333:role/flow',
  tracing_configuration: [{ enabled: true }],
  type: 'EXPRESS',
});

const role = resource('aws_iam_role.flow', {
  arn: 'arn:aws:iam::111122223333:role/flow',
  assume_role_policy: JSON.stringify(trust),
  inline_policy: [],
  name: 'flow',
  path: '/',
});

const statements = (app: LocalApp): Json => findMachine(app).role!.statements as Json;

describe('a state', () => {
  test('has the machine with its settings', () => {
    const found = findMachine(readTerraform(state(machine, role)), 'orders');
    expect(found).toMatchObject({
      logicalId: 'aws_sfn_state_machine.flow',
      arn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:orders',
      type: 'EXPRESS',
      definition,
      region: 'eu-west-1',
      account: '111122223333',
      logging: { level: 'ALL', includeExecutionData: true },
      tracing: true,
    });
  });

  test.each<[string, JsonObject[]]>([
    [
      'an inline policy of the role',
      [
        {
          ...role,
          values: { ...(role.values as JsonObject), inline_policy: [{ name: 'p', policy: JSON.stringify(policy) }] },
        },
      ],
    ],
    [
      'aws_iam_role_policy',
      [role, resource('aws_iam_role_policy.p', { name: 'p', role: 'flow', policy: JSON.stringify(policy) })],
    ],
    [
      'an attached policy of the same configuration',
      [
        role,
        resource('aws_iam_policy.p', {
          arn: 'arn:aws:iam::111122223333:policy/p',
          name: 'p',
          path: '/',
          policy: JSON.stringify(policy),
        }),
        resource('aws_iam_role_policy_attachment.a', {
          role: 'flow',
          policy_arn: 'arn:aws:iam::111122223333:policy/p',
        }),
      ],
    ],
    [
      'a policy attached to several roles',
      [
        role,
        resource('aws_iam_policy.p', {
          arn: 'arn:aws:iam::111122223333:policy/p',
          name: 'p',
          path: '/',
          policy: JSON.stringify(policy),
        }),
        resource('aws_iam_policy_attachment.a', {
          roles: ['other', 'flow'],
          policy_arn: 'arn:aws:iam::111122223333:policy/p',
        }),
      ],
    ],
  ])('gives the role the statements of %s', (_, resources) => {
    expect(statements(readTerraform(state(machine, ...resources)))).toEqual(policy.Statement);
  });

  test('names attached policies that it does not define', () => {
    const attachment = resource('aws_iam_role_policy_attachment.a', {
      role: 'flow',
      policy_arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
    });
    const app = readTerraform(state(machine, role, attachment));
    expect(findMachine(app).role!.unreadPolicies).toEqual(['arn:aws:iam::aws:policy/ReadOnlyAccess']);
  });

  test('has neighbors with their ARNs', () => {
    const charge = resource('aws_lambda_function.charge', {
      arn: 'arn:aws:lambda:eu-west-1:111122223333:function:charge',
      function_name: 'charge',
    });
    const app = readTerraform(state(machine, role, charge));
    expect(app.resources.find(one => one.logicalId === 'aws_lambda_function.charge')).toMatchObject({
      type: 'AWS::Lambda::Function',
      name: 'charge',
      arn: 'arn:aws:lambda:eu-west-1:111122223333:function:charge',
    });
  });

  test('has machines of modules', () => {
    const inner = { ...machine, address: 'module.orders.aws_sfn_state_machine.flow' };
    const json = {
      format_version: '1.0',
      values: { root_module: { child_modules: [{ address: 'module.orders', resources: [inner, role] }] } },
    };
    expect(findMachine(readTerraform(json)).logicalId).toBe('module.orders.aws_sfn_state_machine.flow');
  });
});

describe('a plan', () => {
  const planned = resource('aws_sfn_state_machine.flow', {
    definition: JSON.stringify(definition),
    name: 'orders',
    type: 'STANDARD',
  });
  const plannedRole = resource('aws_iam_role.flow', {
    assume_role_policy: JSON.stringify(trust),
    inline_policy: [],
    name: 'flow',
    path: '/',
  });
  const references = (...names: string[]): JsonObject => ({ references: names });

  test('finds the role and its policies by the references of the configuration', () => {
    const app = readTerraform(
      plan([planned, plannedRole, resource('aws_iam_role_policy.p', { name: 'p', policy: JSON.stringify(policy) })], {
        resources: [
          {
            address: 'aws_sfn_state_machine.flow',
            expressions: { role_arn: references('aws_iam_role.flow.arn', 'aws_iam_role.flow') },
          },
          {
            address: 'aws_iam_role_policy.p',
            expressions: { role: references('aws_iam_role.flow.id', 'aws_iam_role.flow') },
          },
        ],
      }),
    );
    expect(statements(app)).toEqual(policy.Statement);
  });

  test('follows references through variables and outputs of modules', () => {
    const app = readTerraform(
      plan(
        [
          { ...planned, address: 'module.flow.aws_sfn_state_machine.main' },
          { ...plannedRole, address: 'module.iam.aws_iam_role.flow' },
        ],
        {
          module_calls: {
            flow: {
              expressions: { role: references('module.iam.role_arn', 'module.iam') },
              module: {
                resources: [
                  { address: 'aws_sfn_state_machine.main', expressions: { role_arn: references('var.role') } },
                ],
              },
            },
            iam: {
              module: {
                outputs: { role_arn: { expression: references('aws_iam_role.flow.arn', 'aws_iam_role.flow') } },
              },
            },
          },
        },
      ),
    );
    expect(findMachine(app).roleLogicalId).toBe('module.iam.aws_iam_role.flow');
  });

  test('rejects a definition that is known after apply', () => {
    const unknown = resource('aws_sfn_state_machine.flow', { name: 'orders' });
    const app = readTerraform(plan([unknown], {}));
    expect(() => findMachine(app).definition).toThrow(
      /^KNOWN_AFTER_APPLY: aws_sfn_state_machine\.flow\.definition is known only after apply.*\n.*\n {2}fix: Apply the configuration and give its state \(terraform show -json > state\.json\)/,
    );
  });

  test('takes a value that is known after apply', () => {
    const unknown = resource('aws_sfn_state_machine.flow', { name: 'orders' });
    const app = readTerraform(plan([unknown], {}), { values: { 'aws_sfn_state_machine.flow.definition': definition } });
    expect(findMachine(app).definition).toEqual(definition);
  });

  test('notes a policy that is known after apply as unresolved', () => {
    const app = readTerraform(
      plan([planned, plannedRole, resource('aws_iam_role_policy.p', { name: 'p', role: 'flow' })], {
        resources: [
          { address: 'aws_sfn_state_machine.flow', expressions: { role_arn: references('aws_iam_role.flow') } },
        ],
      }),
    );
    expect(findMachine(app).role!.unresolved).toEqual([
      expect.stringContaining('aws_iam_role_policy.p.policy is known only after apply'),
    ]);
  });

  test('rejects a value for a resource that is not there', () => {
    expect(() =>
      readTerraform(plan([planned], {}), { values: { 'aws_sfn_state_machine.flo.definition': '' } }),
    ).toThrow(/no resource "aws_sfn_state_machine\.flo"; did you mean "aws_sfn_state_machine\.flow"\?/);
  });
});

import type { JsonObject } from '../../src/asl';
import { derivePermissions, type DeriveOptions } from '../../src/permissions';

const PLACE = { type: 'STANDARD', partition: 'aws', region: 'eu-west-1', account: '111122223333' } as const;

function task(resource: string, args: JsonObject | string | undefined, more: JsonObject = {}): JsonObject {
  return {
    QueryLanguage: 'JSONata',
    StartAt: 'A',
    States: {
      A: { Type: 'Task', Resource: resource, ...(args === undefined ? {} : { Arguments: args }), ...more, End: true },
    },
  };
}

function derived(definition: JsonObject, options: Partial<DeriveOptions> = {}) {
  return derivePermissions(definition, { ...PLACE, ...options });
}

/** `action resource` of every pair, in order. */
function pairs(definition: JsonObject, options: Partial<DeriveOptions> = {}): string[] {
  return derived(definition, options).statements.flatMap(({ actions, resources }) =>
    actions.flatMap(action => resources.map(resource => `${action} ${resource}`)),
  );
}

describe('what is written in the definition', () => {
  test('a function as Resource is allowed exactly, with its qualifier', () => {
    const definition = {
      StartAt: 'A',
      States: { A: { Type: 'Task', Resource: 'arn:aws:lambda:eu-west-1:111122223333:function:pay:live', End: true } },
    };
    expect(derived(definition)).toEqual({
      statements: [
        {
          actions: ['lambda:InvokeFunction'],
          resources: ['arn:aws:lambda:eu-west-1:111122223333:function:pay:live'],
          states: ['A'],
          reason: 'the Resource is a Lambda function',
        },
      ],
      warnings: [],
    });
  });

  test.each([
    ['pay', {}, 'arn:aws:lambda:eu-west-1:111122223333:function:pay'],
    ['pay:live', {}, 'arn:aws:lambda:eu-west-1:111122223333:function:pay:live'],
    ['444455556666:function:pay', {}, 'arn:aws:lambda:eu-west-1:444455556666:function:pay'],
    [
      'arn:aws:lambda:eu-west-1:111122223333:function:pay',
      { Qualifier: '7' },
      'arn:aws:lambda:eu-west-1:111122223333:function:pay:7',
    ],
  ])('lambda:invoke of %s is allowed on its ARN', (FunctionName, more, arn) => {
    expect(pairs(task('arn:aws:states:::lambda:invoke', { FunctionName, ...more }))).toEqual([
      `lambda:InvokeFunction ${arn}`,
    ]);
  });

  test('a table by name and a table by ARN are allowed exactly', () => {
    expect(pairs(task('arn:aws:states:::dynamodb:getItem', { TableName: 'Orders', Key: {} }))).toEqual([
      'dynamodb:GetItem arn:aws:dynamodb:eu-west-1:111122223333:table/Orders',
    ]);
    expect(
      pairs(
        task('arn:aws:states:::dynamodb:getItem', {
          TableName: 'arn:aws:dynamodb:us-east-1:444455556666:table/Orders',
        }),
      ),
    ).toEqual(['dynamodb:GetItem arn:aws:dynamodb:us-east-1:444455556666:table/Orders']);
  });

  test('stars of a name are not patterns', () => {
    expect(pairs(task('arn:aws:states:::events:putEvents', { Entries: [{ EventBusName: 'a*b?' }] }))).toEqual([
      'events:PutEvents arn:aws:events:eu-west-1:111122223333:event-bus/a${*}b${?}',
    ]);
  });

  test('each entry of putEvents has its own bus, and without a name the default bus', () => {
    expect(pairs(task('arn:aws:states:::events:putEvents', { Entries: [{ EventBusName: 'orders' }, {}] }))).toEqual([
      'events:PutEvents arn:aws:events:eu-west-1:111122223333:event-bus/default',
      'events:PutEvents arn:aws:events:eu-west-1:111122223333:event-bus/orders',
    ]);
  });

  test('a queue is named by its URL', () => {
    expect(
      pairs(
        task('arn:aws:states:::sqs:sendMessage', {
          QueueUrl: 'https://sqs.us-east-1.amazonaws.com/444455556666/orders',
        }),
      ),
    ).toEqual(['sqs:SendMessage arn:aws:sqs:us-east-1:444455556666:orders']);
  });

  test("partition, region and account are the caller's, tokens included", () => {
    const place = {
      partition: '${Token[AWS.Partition.3]}',
      region: '${Token[AWS.Region.4]}',
      account: '${Token[AWS.AccountId.5]}',
    };
    expect(
      pairs(task('arn:${Token[AWS.Partition.3]}:states:::dynamodb:getItem', { TableName: '${Token[TOKEN.9]}' }), place),
    ).toEqual([
      'dynamodb:GetItem arn:${Token[AWS.Partition.3]}:dynamodb:${Token[AWS.Region.4]}:${Token[AWS.AccountId.5]}:table/${Token[TOKEN.9]}',
    ]);
  });

  test('a qualifier behind a substitution belongs to the ARN', () => {
    const invoke = (resource: string, args: JsonObject | undefined) => pairs(task(resource, args));
    expect(invoke('${PayFunctionArn}:live', undefined)).toEqual(['lambda:InvokeFunction ${PayFunctionArn}:live']);
    expect(invoke('arn:aws:states:::lambda:invoke', { FunctionName: '${PayFunctionArn}:live' })).toEqual([
      'lambda:InvokeFunction ${PayFunctionArn}:live',
    ]);
    expect(invoke('arn:aws:states:::lambda:invoke', { FunctionName: '${PayFunction}:live' })).toEqual([
      'lambda:InvokeFunction arn:aws:lambda:eu-west-1:111122223333:function:*',
    ]);
    expect(invoke('arn:aws:states:::lambda:invoke', { FunctionName: '${PayFunctionName}:live' })).toEqual([
      'lambda:InvokeFunction arn:aws:lambda:eu-west-1:111122223333:function:${PayFunctionName}:live',
    ]);
    expect(invoke('arn:aws:states:::states:startExecution', { StateMachineArn: '${ChildArn}:live' })).toEqual([
      'states:StartExecution ${ChildArn}',
    ]);
  });

  test('without a place the pseudo parameters of CloudFormation stand for it', () => {
    const { statements } = derivePermissions(task('arn:aws:states:::dynamodb:getItem', { TableName: 'Orders' }), {
      type: 'STANDARD',
    });
    expect(statements[0].resources).toEqual([
      'arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/Orders',
    ]);
  });
});

describe('what only a run knows', () => {
  test('a fixed beginning is kept', () => {
    const { statements, warnings } = derived(
      task('arn:aws:states:::dynamodb:getItem', { TableName: "{% 'orders-' & $states.input.region %}" }),
    );
    expect(statements[0].resources).toEqual(['arn:aws:dynamodb:eu-west-1:111122223333:table/orders-*']);
    expect(warnings).toEqual([
      {
        code: 'RUNTIME_RESOURCE',
        state: 'A',
        field: 'Arguments.TableName',
        message:
          'Arguments.TableName is known only at run time, so dynamodb:GetItem is allowed on arn:aws:dynamodb:eu-west-1:111122223333:table/orders-*',
        fix: 'Pass `{ resources: [ARN] }` after the arguments of the call, or use a fixed value or a fixed prefix.',
      },
    ]);
  });

  test.each([
    ["{% 'a-' & $x & '-z' %}", 'table/a-*-z'],
    ['{% "Orders" %}', 'table/Orders'],
    ["{% 'a' & $f($y & 'b') & \"c\" %}", 'table/a*c'],
    ["{% $x ? 'a' : 'b' %}", 'table/*'],
    ["{% 'a' & $x = 'b' %}", 'table/*'],
    ["{% 'a' & $x ~> $trim %}", 'table/*'],
    ["{% ('a' & $x) %}", 'table/*'],
    ["{% 'it\\'s' & $x %}", "table/it's*"],
  ])('of %s only what is certain is kept', (TableName, resource) => {
    expect(pairs(task('arn:aws:states:::dynamodb:getItem', { TableName }))).toEqual([
      `dynamodb:GetItem arn:aws:dynamodb:eu-west-1:111122223333:${resource}`,
    ]);
  });

  test.each([
    ["States.Format('orders-{}', $.region)", 'table/orders-*'],
    ["States.Format('{}-{}', 'a', $.b)", 'table/a-*'],
    ["States.Format('{}-{}', States.Format('{}', $.a), $.b)", 'table/*-*'],
    ['$.table', 'table/*'],
  ])('of the path %s only what is certain is kept', (path, resource) => {
    const definition = {
      StartAt: 'A',
      States: {
        A: {
          Type: 'Task',
          Resource: 'arn:aws:states:::dynamodb:getItem',
          Parameters: { 'TableName.$': path },
          End: true,
        },
      },
    };
    expect(pairs(definition)).toEqual([`dynamodb:GetItem arn:aws:dynamodb:eu-west-1:111122223333:${resource}`]);
  });

  test('arguments that are one expression, or none at all, leave everything open', () => {
    for (const args of ['{% $states.input %}', undefined]) {
      expect(pairs(task('arn:aws:states:::dynamodb:getItem', args))).toEqual([
        'dynamodb:GetItem arn:aws:dynamodb:eu-west-1:111122223333:table/*',
      ]);
    }
  });

  test('an option that only a run knows is not allowed, but named', () => {
    const { statements, warnings } = derived(task('arn:aws:states:::bedrock:invokeModel', '{% $states.input %}'));
    expect(statements.flatMap(({ actions }) => actions)).toEqual(['bedrock:InvokeModel']);
    expect(warnings.filter(({ code }) => code === 'UNKNOWN_OPTION').map(({ field }) => field)).toEqual([
      'Arguments.Input.S3Uri',
      'Arguments.Output.S3Uri',
      'Arguments.GuardrailIdentifier',
    ]);
  });

  test('a role is never guessed', () => {
    const { statements, warnings } = derived(
      task('arn:aws:states:::emr-serverless:startJobRun', { ApplicationId: 'app', ExecutionRoleArn: '{% $role %}' }),
    );
    expect(statements.flatMap(({ actions }) => actions)).toEqual(['emr-serverless:StartJobRun']);
    expect(warnings.map(({ code, field }) => ({ code, field }))).toEqual([
      { code: 'UNKNOWN_PASS_ROLE', field: 'Arguments.ExecutionRoleArn' },
    ]);
  });

  test('resources that the Task names take the place of those of their kind', () => {
    const definition = task('arn:aws:states:::batch:submitJob.sync', {
      JobDefinition: '{% $d %}',
      JobQueue: '{% $q %}',
    });
    const resources = [
      'arn:aws:batch:eu-west-1:111122223333:job-definition/d:3',
      'arn:aws:batch:eu-west-1:111122223333:job-queue/q',
    ];
    const { statements, warnings } = derived(definition, { grants: { A: { resources } } });
    expect(statements.find(({ actions }) => actions.includes('batch:SubmitJob'))?.resources).toEqual([
      resources[0],
      resources[1],
      'arn:aws:batch:eu-west-1:111122223333:job/*',
    ]);
    expect(warnings).toEqual([]);
  });

  test('a token that the Task names takes the place of what is open', () => {
    const definition = task('arn:aws:states:::sqs:sendMessage', { QueueUrl: '${Token[TOKEN.1]}' });
    expect(pairs(definition, { grants: { A: { resources: ['${Token[TOKEN.2]}'] } } })).toEqual([
      'sqs:SendMessage ${Token[TOKEN.2]}',
    ]);
  });
});

describe('what somebody else knows', () => {
  const definition = task('arn:aws:states:::ecs:runTask.sync', {
    TaskDefinition: '{% $definition %}',
    Cluster: '{% $cluster %}',
  });

  test('a token replaces what the call acts on, not what is polled', () => {
    expect(pairs(definition, { grants: { A: { resources: ['${Token[TOKEN.1]}'], passRoles: [] } } })).toEqual(
      expect.arrayContaining([
        'ecs:RunTask ${Token[TOKEN.1]}',
        'ecs:DescribeTasks arn:aws:ecs:eu-west-1:111122223333:task/*',
      ]),
    );
  });

  test("a user's own actions take the place of those that the tables know", () => {
    const own = { actions: ['s3:GetObject', 's3:GetObjectTagging'], resources: ['arn:aws:s3:::b/*'] };
    expect(derived(task('arn:aws:states:::aws-sdk:s3:getObjekt', {}), { grants: { A: own } })).toEqual({
      statements: [{ ...own, states: ['A'], reason: 'the Task names the actions itself' }],
      warnings: [],
    });
  });

  test('the key of a table is used to read and to write', () => {
    const keys = ['arn:aws:kms:eu-west-1:111122223333:key/k'];
    const ofKey = (action: string) =>
      derived(task(`arn:aws:states:::dynamodb:${action}`, { TableName: 't' }), {
        grants: { A: { keys } },
      }).statements.find(({ resources }) => resources[0] === keys[0])?.actions;
    expect(ofKey('getItem')).toEqual(['kms:Decrypt', 'kms:DescribeKey']);
    expect(ofKey('putItem')).toEqual([
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:Encrypt',
      'kms:GenerateDataKey*',
      'kms:ReEncrypt*',
    ]);
  });
});

describe('patterns', () => {
  test('.sync of a nested execution polls it, stops it and has the managed rule', () => {
    const StateMachineArn = 'arn:aws:states:eu-west-1:111122223333:stateMachine:Child:live';
    expect(pairs(task('arn:aws:states:::states:startExecution.sync:2', { StateMachineArn }))).toEqual([
      'events:DescribeRule arn:aws:events:eu-west-1:111122223333:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule',
      'events:PutRule arn:aws:events:eu-west-1:111122223333:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule',
      'events:PutTargets arn:aws:events:eu-west-1:111122223333:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule',
      'states:DescribeExecution arn:aws:states:eu-west-1:111122223333:execution:Child:*',
      'states:StopExecution arn:aws:states:eu-west-1:111122223333:execution:Child:*',
      'states:StartExecution arn:aws:states:eu-west-1:111122223333:stateMachine:Child', // an alias is authorized as its machine
    ]);
  });

  test('request and response needs only the call', () => {
    expect(
      pairs(
        task('arn:aws:states:::states:startExecution', {
          StateMachineArn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:Child',
        }),
      ),
    ).toEqual(['states:StartExecution arn:aws:states:eu-west-1:111122223333:stateMachine:Child']);
  });

  test('ECS passes the roles of the task definition, which only its owner knows', () => {
    const definition = task('arn:aws:states:::ecs:runTask.sync', { TaskDefinition: 'report', Cluster: 'main' });
    const passRoles = ['arn:aws:iam::111122223333:role/task'];
    expect(
      derived(definition, { grants: { A: { passRoles } } }).statements.find(({ actions }) =>
        actions.includes('iam:PassRole'),
      ),
    ).toEqual({
      actions: ['iam:PassRole'],
      resources: passRoles,
      conditions: { StringEquals: { 'iam:PassedToService': ['ecs-tasks.amazonaws.com'] } },
      states: ['A'],
      reason: 'the task and execution roles of the task definition are handed to ECS',
    });
    expect(pairs(definition, { grants: { A: { passRoles } } })).toEqual(
      expect.arrayContaining([
        'ecs:RunTask arn:aws:ecs:eu-west-1:111122223333:task-definition/report:*',
        'ecs:StopTask arn:aws:ecs:eu-west-1:111122223333:task/main/*',
      ]),
    );
    expect(derived(definition).warnings.map(({ code }) => code)).toEqual(['UNKNOWN_PASS_ROLE']);
    expect(derived(definition, { grants: { A: { passRoles: [] } } }).warnings).toEqual([]);
  });

  test('an activity needs nothing: its worker does', () => {
    expect(derived(task('arn:aws:states:eu-west-1:111122223333:activity:approve', {}))).toEqual({
      statements: [],
      warnings: [],
    });
  });

  test("an HTTP Task is narrowed by conditions, and may read its connection's secret", () => {
    const ConnectionArn = 'arn:aws:events:eu-west-1:111122223333:connection/shop/0a1b';
    const { statements } = derived(
      task('arn:aws:states:::http:invoke', {
        ApiEndpoint: 'https://api.example.com/orders',
        Method: 'POST',
        Authentication: { ConnectionArn },
      }),
    );
    expect(statements.map(({ actions, resources, conditions }) => ({ actions, resources, conditions }))).toEqual([
      { actions: ['events:RetrieveConnectionCredentials'], resources: [ConnectionArn], conditions: undefined },
      {
        actions: ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
        resources: ['arn:aws:secretsmanager:eu-west-1:111122223333:secret:events!connection/shop/*'],
        conditions: undefined,
      },
      {
        actions: ['states:InvokeHTTPEndpoint'],
        resources: ['*'],
        conditions: {
          StringEquals: { 'states:HTTPMethod': ['POST'] },
          StringLike: { 'states:HTTPEndpoint': ['https://api.example.com/orders*'] },
        },
      },
    ]);
  });

  test('Credentials: the role may assume the other role, and nothing else', () => {
    const RoleArn = 'arn:aws:iam::444455556666:role/there';
    expect(
      pairs(task('arn:aws:states:::dynamodb:getItem', { TableName: 'Orders' }, { Credentials: { RoleArn } })),
    ).toEqual([`sts:AssumeRole ${RoleArn}`]);
    const { statements, warnings } = derived(
      task('arn:aws:states:::dynamodb:getItem', { TableName: 'Orders' }, { Credentials: { RoleArn: '{% $role %}' } }),
    );
    expect(statements).toEqual([]);
    expect(warnings.map(({ code, field }) => ({ code, field }))).toEqual([
      { code: 'UNKNOWN_ASSUME_ROLE', field: 'Credentials.RoleArn' },
    ]);
  });

  test('fails to allow anything for what no Task can call, and says so', () => {
    const { statements, warnings } = derived(task('arn:aws:states:::dynamodb:query', {}));
    expect(statements).toEqual([]);
    expect(warnings.map(({ code }) => code)).toEqual(['UNKNOWN_RESOURCE']);
  });
});

describe('Distributed Maps', () => {
  const inner = {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    StartAt: 'B',
    States: {
      B: { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:putItem', Arguments: { TableName: 'Orders' }, End: true },
    },
  };
  const map = (more: JsonObject): JsonObject => ({
    QueryLanguage: 'JSONata',
    StartAt: 'M',
    States: { M: { Type: 'Map', ItemProcessor: inner, ...more, End: true } },
  });

  test('children, reader and writer are allowed, and what runs inside', () => {
    const definition = map({
      Label: 'Each',
      ItemReader: { Resource: 'arn:aws:states:::s3:getObject', Arguments: { Bucket: 'in', Key: 'orders.csv' } },
      ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Arguments: { Bucket: 'out', Prefix: 'results' } },
    });
    expect(pairs(definition, { stateMachineName: 'Batch' })).toEqual([
      'dynamodb:PutItem arn:aws:dynamodb:eu-west-1:111122223333:table/Orders',
      's3:AbortMultipartUpload arn:aws:s3:::out/results/*',
      's3:GetObject arn:aws:s3:::out/results/*',
      's3:ListMultipartUploadParts arn:aws:s3:::out/results/*',
      's3:PutObject arn:aws:s3:::out/results/*',
      's3:GetObject arn:aws:s3:::in/orders.csv',
      'states:DescribeExecution arn:aws:states:eu-west-1:111122223333:execution:Batch:*',
      'states:StopExecution arn:aws:states:eu-west-1:111122223333:execution:Batch:*',
      'states:RedriveExecution arn:aws:states:eu-west-1:111122223333:execution:Batch/Each:*',
      'states:StartExecution arn:aws:states:eu-west-1:111122223333:stateMachine:Batch',
    ]);
  });

  test('what names the machine itself is marked', () => {
    const { statements } = derived(map({}));
    expect(statements.map(({ actions, selfReferencing }) => [actions[0], selfReferencing])).toEqual([
      ['dynamodb:PutItem', undefined],
      ['states:DescribeExecution', true],
      ['states:RedriveExecution', true],
      ['states:StartExecution', true],
    ]);
  });

  test('a reader that lists is narrowed to its prefix, and loads only when it says so', () => {
    const reader = (more: JsonObject) =>
      map({
        ItemReader: {
          Resource: 'arn:aws:states:::s3:listObjectsV2',
          Arguments: { Bucket: 'in', Prefix: 'day/' },
          ...more,
        },
      });
    const s3 = (definition: JsonObject) =>
      derived(definition)
        .statements.filter(({ actions }) => actions[0].startsWith('s3:'))
        .map(({ actions, resources, conditions }) => ({ actions, resources, conditions }));
    const list = {
      actions: ['s3:ListBucket'],
      resources: ['arn:aws:s3:::in'],
      conditions: { StringLike: { 's3:prefix': ['day/*'] } },
    };
    expect(s3(reader({}))).toEqual([list]);
    expect(s3(reader({ ReaderConfig: { Transformation: 'LOAD_AND_FLATTEN' } }))).toEqual([
      { actions: ['s3:GetObject'], resources: ['arn:aws:s3:::in/day/*'], conditions: undefined },
      list,
    ]);
  });

  test("an inventory's data lie beside its manifests", () => {
    const definition = map({
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        Arguments: { Bucket: 'in', Key: 'inv/src/all/2026-01-01T01-00Z/manifest.json' },
        ReaderConfig: { InputType: 'MANIFEST' },
      },
    });
    expect(pairs(definition).filter(pair => pair.startsWith('s3:'))).toEqual([
      's3:GetObject arn:aws:s3:::in/inv/src/all/2026-01-01T01-00Z/manifest.json',
      's3:GetObject arn:aws:s3:::in/inv/src/all/data/*',
    ]);
  });
});

test('the order does not depend on the numbers of tokens', () => {
  const role = (a: number, b: number): string[] => {
    const passRoles = [`\${Token[TOKEN.${a}]}`, `\${Token[TOKEN.${b}]}`];
    const resources = derived(task('arn:aws:states:::ecs:runTask', { TaskDefinition: 't' }), {
      grants: { A: { passRoles } },
    }).statements.find(({ actions }) => actions[0] === 'iam:PassRole')!.resources;
    return resources.map(resource => (resource === passRoles[0] ? 'first' : 'second'));
  };
  expect(role(99, 100)).toEqual(['first', 'second']);
  expect(role(100, 99)).toEqual(['first', 'second']);
});

test('equal needs of several states stand in one statement', () => {
  const state = (TableName: string, next: JsonObject): JsonObject => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::dynamodb:getItem',
    Parameters: { TableName },
    ...next,
  });
  const definition = {
    StartAt: 'B',
    States: { B: state('Two', { Next: 'A' }), A: state('One', { Next: 'C' }), C: state('One', { End: true }) },
  };
  expect(derived(definition).statements).toEqual([
    {
      actions: ['dynamodb:GetItem'],
      resources: [
        'arn:aws:dynamodb:eu-west-1:111122223333:table/One',
        'arn:aws:dynamodb:eu-west-1:111122223333:table/Two',
      ],
      states: ['A', 'B', 'C'],
      reason: 'dynamodb:getItem reads an item of the table',
    },
  ]);
});

import { allow, run, workflow } from './workflow-of';
import type { Json, JsonObject } from '../../../src/asl';

const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:pay';
const invoke = { Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: functionArn } };

describe('a call that the role allows', () => {
  test.each<[string, JsonObject]>([
    ['to the resource itself', allow('lambda:InvokeFunction', functionArn)],
    ['by patterns', allow(['s3:*', 'lambda:Invoke*'], 'arn:aws:lambda:*:*:function:p*')],
    ['by everything but others', { Effect: 'Allow', NotAction: 'iam:*', NotResource: 'arn:aws:iam:::*' }],
  ])('is made: %s', (_, statement) => {
    const result = run(workflow({ Pay: invoke }, [statement]));
    expect(result.status).toBe('SUCCEEDED');
    expect(result.permissions).toMatchObject({ denied: [], unknown: [] });
  });
});

describe('a call that the role does not allow', () => {
  const result = run(
    workflow({ Pay: invoke }, [allow('lambda:InvokeFunction', `${functionArn}ment`), allow('s3:GetObject', '*')]),
  );

  test("fails with AWS's error and IAM's sentence", () => {
    expect(result).toMatchObject({ status: 'FAILED', error: 'Lambda.AWSLambdaException' });
    expect(result.cause).toMatch(
      new RegExp(
        [
          '^User: arn:aws:sts::123456789012:assumed-role/runner/[A-Za-z]{32} is not authorized to perform: lambda:InvokeFunction ',
          `on resource: ${functionArn} because no identity-based policy allows the lambda:InvokeFunction action `,
          '\\(Service: AWSLambda; Status Code: 403; Error Code: AccessDeniedException; Request ID: [0-9a-f-]{36}; Proxy: null\\)$',
        ].join(''),
      ),
    );
  });

  test('tells what is needed, what came closest and what to add', () => {
    expect(result.permissions.denied).toHaveLength(1);
    expect(result.permissions.denied[0]).toMatchObject({
      state: 'Pay',
      action: 'lambda:InvokeFunction',
      resource: functionArn,
      phase: 'call',
      roleArn: 'arn:aws:iam::123456789012:role/runner',
      add: { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: functionArn },
    });
    expect(result.permissions.denied[0].text).toBe(
      [
        `'Pay' needs lambda:InvokeFunction on ${functionArn}, and no statement of the role Role allows it.`,
        '  why: lambda:invoke calls the function',
        `  closest: statement 1 of the policy 'inline', whose resource does not fit: {"Action":"lambda:InvokeFunction","Resource":"${functionArn}ment"}`,
        `  add to the role: {"Effect":"Allow","Action":"lambda:InvokeFunction","Resource":"${functionArn}"}`,
      ].join('\n'),
    );
    expect(result.timelineText()).toContain(result.permissions.denied[0].text);
  });

  test('never reaches its mock', () => {
    let reached = false;
    run(workflow({ Pay: invoke }, [allow('s3:GetObject', '*')]), {
      mocks: {
        Pay: () => {
          reached = true;
          return {};
        },
      },
    });
    expect(reached).toBe(false);
  });

  test('needs no mock', () => {
    expect(run(workflow({ Pay: invoke }, [allow('s3:GetObject', '*')]), { mocks: {} }).error).toBe(
      'Lambda.AWSLambdaException',
    );
  });

  test('can be caught and is retried like every failure', () => {
    const task = {
      ...invoke,
      Retry: [{ ErrorEquals: ['Lambda.AWSLambdaException'], MaxAttempts: 2 }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Tell' }],
    };
    const caught = run(
      workflow(
        { Pay: task, Tell: { Resource: 'arn:aws:states:::activity:x'.replace(':::', ':us-east-1:123456789012:') } },
        [allow('s3:GetObject', '*')],
      ),
    );
    expect(caught.status).toBe('SUCCEEDED');
    expect(caught.calls.map(call => call.stateName)).toEqual(['Pay', 'Pay', 'Pay', 'Tell']);
    expect(caught.permissions.denied).toHaveLength(3);
  });

  test('is made with permissions ignored', () => {
    const ignored = run(workflow({ Pay: invoke }, [allow('s3:GetObject', '*')]), { permissions: 'ignore' });
    expect(ignored.status).toBe('SUCCEEDED');
    expect(ignored.permissions.denied).toEqual([]);
  });
});

test('an explicit Deny wins, and is told as such', () => {
  const result = run(
    workflow({ Pay: invoke }, [allow('*', '*'), { Effect: 'Deny', Action: 'lambda:*', Resource: '*' }]),
  );
  expect(result.cause).toMatch(/ with an explicit deny in an identity-based policy \(Service: AWSLambda/);
  expect(result.permissions.denied[0].text).toMatch(/statement 2 of the policy 'inline' of the role Role denies it/);
  expect(result.permissions.denied[0].add).toBeUndefined();
});

test.each<[name: string, task: JsonObject, error: string, cause: RegExp]>([
  [
    'a function by its ARN',
    { Resource: functionArn },
    'Lambda.AWSLambdaException',
    /lambda:InvokeFunction on resource: .* \(Service: AWSLambda; Status Code: 403/,
  ],
  [
    'DynamoDB',
    { Resource: 'arn:aws:states:::dynamodb:getItem', Parameters: { TableName: 'orders', Key: {} } },
    'DynamoDB.AmazonDynamoDBException',
    /dynamodb:GetItem on resource: arn:aws:dynamodb:us-east-1:123456789012:table\/orders .*AmazonDynamoDBv2; Status Code: 400; Error Code: AccessDeniedException/,
  ],
  [
    'SNS',
    {
      Resource: 'arn:aws:states:::sns:publish',
      Parameters: { TopicArn: 'arn:aws:sns:us-east-1:123456789012:news', Message: 'x' },
    },
    'SNS.AuthorizationErrorException',
    /AmazonSNS; Status Code: 403; Error Code: AuthorizationError/,
  ],
  [
    'SQS',
    {
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Parameters: { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/jobs', MessageBody: 'x' },
    },
    'SQS.AmazonSQSException',
    /sqs:SendMessage on resource: arn:aws:sqs:us-east-1:123456789012:jobs /,
  ],
  [
    'EventBridge',
    {
      Resource: 'arn:aws:states:::events:putEvents',
      Parameters: { Entries: [{ Source: 's', DetailType: 't', Detail: {}, EventBusName: 'bus' }] },
    },
    'EventBridge.AmazonEventBridgeException',
    /events:PutEvents on resource: .*event-bus\/bus/,
  ],
  [
    'API Gateway',
    {
      Resource: 'arn:aws:states:::apigateway:invoke',
      Parameters: {
        ApiEndpoint: 'abc.execute-api.us-east-1.amazonaws.com',
        Method: 'GET',
        Stage: 'prod',
        Path: '/x',
        AuthType: 'IAM_ROLE',
      },
    },
    'ApiGateway.403',
    /^\{"Message":"User: .* is not authorized to perform: execute-api:Invoke on resource: /,
  ],
  [
    'Bedrock',
    { Resource: 'arn:aws:states:::bedrock:invokeModel', Parameters: { ModelId: 'anthropic.claude-v2', Body: {} } },
    'Bedrock.AccessDeniedException',
    /bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model\/anthropic.claude-v2/,
  ],
])('the error of a denied call of %s', (_, task, error, cause) => {
  const result = run(workflow({ Call: task }, [allow('ec2:Describe*', '*')]));
  expect(result.error).toBe(error);
  expect(result.cause).toMatch(cause);
});

describe('jobs that are waited for', () => {
  const job = {
    Resource: 'arn:aws:states:::batch:submitJob.sync',
    Parameters: {
      JobName: 'j',
      JobDefinition: 'arn:aws:batch:us-east-1:123456789012:job-definition/d:1',
      JobQueue: 'arn:aws:batch:us-east-1:123456789012:job-queue/q',
    },
  };
  const submit = allow('batch:SubmitJob', '*');
  const poll = allow('batch:DescribeJobs', '*');
  const stop = allow('batch:TerminateJob', '*');
  const rule = allow(
    ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
    'arn:aws:events:us-east-1:123456789012:rule/StepFunctionsGetEventsForBatchJobsRule',
  );

  test('are run with all that the pattern implies', () => {
    expect(run(workflow({ Job: job }, [submit, poll, stop, rule])).status).toBe('SUCCEEDED');
  });

  test('fail as TaskSubmitFailed where the call itself is denied', () => {
    const result = run(workflow({ Job: job }, [poll, stop, rule]));
    expect(result.error).toBe('Batch.AWSBatchException');
    expect(result.history.map(event => event.type)).toContain('TaskSubmitFailed');
    expect(result.history.map(event => event.type)).not.toContain('TaskSubmitted');
  });

  test('fail after submission where their end cannot be awaited', () => {
    const result = run(workflow({ Job: job }, [submit, stop, rule]));
    expect(result.cause).toMatch(/is not authorized to perform: batch:DescribeJobs because no identity-based policy/);
    expect(result.history.map(event => event.type)).toContain('TaskFailed');
    expect(result.permissions.denied[0].text).toMatch(/why: .*\(while Step Functions waits for the end\)/);
  });

  test('fails the run itself where AWS would not create the machine, whatever is caught', () => {
    const caught = { ...job, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Job2' }] };
    expect(() => run(workflow({ Job: caught, Job2: invoke }, [submit, poll, stop]))).toThrow(
      /ROLE_CANNOT_CREATE_RULE: AWS rejects this state machine: 'arn:aws:iam::123456789012:role\/runner' is not authorized to create managed-rule/,
    );
  });

  test('are noted as not stopped where the role cannot stop them, and only when that was needed', () => {
    const pending = { mocks: { Job: { pending: true } as const }, abortAfter: 60 };
    const aborted = run(workflow({ Job: job }, [submit, poll, rule]), pending);
    expect(aborted.status).toBe('ABORTED');
    expect(aborted.permissions.denied).toMatchObject([{ action: 'batch:TerminateJob', phase: 'stop' }]);
    expect(aborted.permissions.denied[0].text).toMatch(
      /when the execution is stopped; without it AWS lets the job run on/,
    );
    expect(run(workflow({ Job: job }, [submit, poll, stop, rule]), pending).permissions.denied).toEqual([]);
    expect(run(workflow({ Job: job }, [submit, poll, rule])).permissions.denied).toEqual([]);
  });
});

describe('what the app says beside the call', () => {
  test('the roles of a task definition have to be passed', () => {
    const resources = {
      Task: {
        Type: 'AWS::ECS::TaskDefinition',
        Properties: {
          Family: 'f',
          TaskRoleArn: { 'Fn::GetAtt': ['TaskRole', 'Arn'] },
          ExecutionRoleArn: 'arn:aws:iam::123456789012:role/exec',
        },
      },
      TaskRole: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'task' } },
    };
    const task = {
      Resource: 'arn:aws:states:::ecs:runTask',
      Parameters: { Cluster: 'c', TaskDefinition: { Ref: 'Task' } },
    };
    const denied = run(
      workflow(
        { Run: task },
        [allow('ecs:RunTask', '*'), allow('iam:PassRole', 'arn:aws:iam::123456789012:role/task')],
        resources,
      ),
    );
    expect(denied.error).toBe('ECS.AccessDeniedException');
    expect(denied.permissions.denied).toMatchObject([
      { action: 'iam:PassRole', resource: 'arn:aws:iam::123456789012:role/exec' },
    ]);
    expect(denied.permissions.denied[0].add).toMatchObject({
      Condition: { StringEquals: { 'iam:PassedToService': ['ecs-tasks.amazonaws.com'] } },
    });
    expect(
      run(
        workflow(
          { Run: task },
          [allow('ecs:RunTask', '*'), allow('iam:PassRole', 'arn:aws:iam::123456789012:role/*')],
          resources,
        ),
      ).status,
    ).toBe('SUCCEEDED');
  });

  test('the key of a queue has to be used', () => {
    const resources = {
      Key: {
        Type: 'AWS::KMS::Key',
        Properties: {
          KeyPolicy: {
            Statement: [
              { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::123456789012:root' }, Action: 'kms:*', Resource: '*' },
            ],
          },
        },
      },
      Queue: {
        Type: 'AWS::SQS::Queue',
        Properties: { QueueName: 'jobs', KmsMasterKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } },
      },
    };
    const task = {
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Parameters: { QueueUrl: { Ref: 'Queue' }, MessageBody: 'x' },
    };
    const denied = run(workflow({ Send: task }, [allow('sqs:SendMessage', '*')], resources));
    expect(denied.permissions.denied.map(one => one.action)).toEqual(['kms:Decrypt', 'kms:GenerateDataKey*']);
    expect(
      run(
        workflow(
          { Send: task },
          [
            allow('sqs:SendMessage', '*'),
            allow(['kms:Decrypt', 'kms:GenerateDataKey*'], { 'Fn::GetAtt': ['Key', 'Arn'] }),
          ],
          resources,
        ),
      ).permissions,
    ).toMatchObject({ denied: [], unknown: [] });
  });
});

describe('nested executions', () => {
  const child = {
    ChildRole: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'child' } },
    Child: {
      Type: 'AWS::StepFunctions::StateMachine',
      Properties: {
        StateMachineName: 'child',
        RoleArn: { 'Fn::GetAtt': ['ChildRole', 'Arn'] },
        Definition: { StartAt: 'Inner', States: { Inner: { Type: 'Task', ...invoke, End: true } } },
      },
    },
  };
  const start = {
    Resource: 'arn:aws:states:::states:startExecution',
    Parameters: { StateMachineArn: { Ref: 'Child' } },
  };

  test('are checked against the role of their own machine', () => {
    const result = run(
      workflow({ Start: start }, [allow(['states:StartExecution', 'lambda:InvokeFunction'], '*')], child),
      { mocks: {} },
    );
    expect(result.status).toBe('SUCCEEDED');
    expect(result.permissions.denied).toMatchObject([
      {
        state: 'Inner',
        stateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:child',
        roleArn: 'arn:aws:iam::123456789012:role/child',
      },
    ]);
  });

  test('are not started where that is denied', () => {
    const result = run(workflow({ Start: start }, [allow('lambda:InvokeFunction', '*')], child), { mocks: {} });
    expect(result.error).toBe('StepFunctions.AWSStepFunctionsException');
    expect(result.nested).toEqual([]);
  });
});

describe('what cannot be told is said once, and the call is made', () => {
  const twice = { First: invoke, Second: invoke };

  test('a role that is not in the app', () => {
    const template = workflow(twice, []);
    const resources = template.Resources as Record<string, { Properties: Record<string, unknown> }>;
    resources.Machine.Properties.RoleArn = 'arn:aws:iam::123456789012:role/given';
    const result = run(template);
    expect(result.status).toBe('SUCCEEDED');
    expect(result.permissions.unknown).toEqual([
      'the role arn:aws:iam::123456789012:role/given of the machine Machine is not in the app: what it may do is not known',
    ]);
  });

  test('a managed policy that is not in the app may allow the call', () => {
    const template = workflow(twice, [allow('s3:GetObject', '*')]);
    (template.Resources as Record<string, { Properties: Record<string, unknown> }>).Role.Properties.ManagedPolicyArns =
      ['arn:aws:iam::aws:policy/AWSLambda_FullAccess'];
    const result = run(template);
    expect(result.status).toBe('SUCCEEDED');
    expect(result.permissions.unknown).toEqual([
      'the policy arn:aws:iam::aws:policy/AWSLambda_FullAccess of the role Role is not in the app: what it allows or denies is not known',
      `whether the role Role may lambda:InvokeFunction on ${functionArn} is not known: a part of its policies is not in the app`,
    ]);
  });

  test('a permission boundary', () => {
    const template = workflow(twice, [allow('lambda:*', '*')]);
    (
      template.Resources as Record<string, { Properties: Record<string, unknown> }>
    ).Role.Properties.PermissionsBoundary = 'arn:aws:iam::123456789012:policy/limit';
    expect(run(template).permissions.unknown).toEqual([
      'the permission boundary arn:aws:iam::123456789012:policy/limit of the role Role is not read: it may deny what the role allows',
    ]);
  });

  test('a condition on what is not known', () => {
    const result = run(
      workflow(twice, [allow('lambda:*', '*', { Condition: { StringEquals: { 'aws:ResourceTag/team': 'orders' } } })]),
    );
    expect(result.status).toBe('SUCCEEDED');
    expect(result.permissions.unknown).toEqual([
      `whether the role Role may lambda:InvokeFunction on ${functionArn} depends on aws:ResourceTag/team, which is not known here`,
    ]);
  });

  test('conditions on what every request of Step Functions has are decided', () => {
    const on = (condition: JsonObject): string =>
      run(workflow({ Pay: invoke }, [allow('lambda:*', '*', { Condition: condition })])).status;
    expect(on({ StringEquals: { 'aws:RequestedRegion': 'us-east-1' } })).toBe('SUCCEEDED');
    expect(on({ StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } })).toBe('FAILED');
    expect(on({ Bool: { 'aws:SecureTransport': 'true' } })).toBe('SUCCEEDED');
    expect(on({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } })).toBe('FAILED');
  });
});

describe('policies on resources', () => {
  const task = {
    Resource: 'arn:aws:states:::sqs:sendMessage',
    Parameters: { QueueUrl: { Ref: 'Queue' }, MessageBody: 'x' },
  };
  const queue = (statement: JsonObject): JsonObject => ({
    Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs' } },
    QueuePolicy: {
      Type: 'AWS::SQS::QueuePolicy',
      Properties: {
        Queues: [{ Ref: 'Queue' }],
        PolicyDocument: {
          Statement: [{ Effect: 'Allow', Action: 'sqs:*', Resource: { 'Fn::GetAtt': ['Queue', 'Arn'] }, ...statement }],
        },
      },
    },
  });
  const role = { AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } };
  const send = allow('sqs:SendMessage', '*');

  test.each<[string, JsonObject, JsonObject[], string]>([
    ['allow the role what its own policies do not', { Principal: role }, [], 'SUCCEEDED'],
    ['do not allow it by naming the account only', { Principal: { AWS: '123456789012' } }, [], 'FAILED'],
    ['deny it', { Effect: 'Deny', Principal: '*' }, [send], 'FAILED'],
    [
      'do not matter where they are for others',
      { Effect: 'Deny', Principal: { AWS: 'arn:aws:iam::123456789012:role/other' } },
      [send],
      'SUCCEEDED',
    ],
    [
      'do not matter where they refuse unencrypted requests',
      { Effect: 'Deny', Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      [send],
      'SUCCEEDED',
    ],
  ])('%s', (_, statement, statements, status) => {
    const result = run(
      workflow({ Send: task }, statements.length > 0 ? statements : [allow('s3:GetObject', '*')], queue(statement)),
    );
    expect(result.status).toBe(status);
    expect(result.permissions.unknown).toEqual([]);
  });

  test('leave it unknown where they depend on what is not known', () => {
    const result = run(
      workflow(
        { Send: task },
        [send],
        queue({ Effect: 'Deny', Principal: '*', Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } } }),
      ),
    );
    expect(result.permissions.unknown).toEqual([
      'a resource policy of the app decides about sqs:SendMessage on arn:aws:sqs:us-east-1:123456789012:jobs, and depends on what is not known here',
    ]);
  });
});

describe('the policy of a key', () => {
  const task = {
    Resource: 'arn:aws:states:::sqs:sendMessage',
    Parameters: { QueueUrl: { Ref: 'Queue' }, MessageBody: 'x' },
  };
  const statements = [allow('sqs:SendMessage', '*'), allow('kms:*', '*')];
  const key = (statement: Json): JsonObject => ({
    Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Statement: statement } } },
    Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs', KmsMasterKeyId: { Ref: 'Key' } } },
  });

  test('has to leave the decision to IAM, or to allow the role', () => {
    const admin = {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::123456789012:role/admin' },
      Action: 'kms:*',
      Resource: '*',
    };
    const refused = run(workflow({ Send: task }, statements, key([admin])));
    expect(refused.cause).toMatch(/because no resource-based policy allows the kms:Decrypt action/);
    expect(refused.permissions.denied[0]).toMatchObject({ action: 'kms:Decrypt', add: undefined, closest: undefined });
    expect(refused.permissions.denied[0].text).toMatch(/the policy of that key neither allows it nor leaves it to IAM/);
    const role = { ...admin, Principal: { AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } } };
    expect(run(workflow({ Send: task }, [statements[0]], key([admin, role]))).permissions).toMatchObject({
      denied: [],
      unknown: [],
    });
  });

  test('is unknown where it cannot be resolved', () => {
    expect(
      run(workflow({ Send: task }, statements, key({ 'Fn::ImportValue': 'Policy' }))).permissions.unknown,
    ).toHaveLength(2);
  });
});

describe('a role that the Task assumes', () => {
  const other = (trusted: JsonObject): JsonObject => ({
    Other: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: 'other',
        AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: trusted }] },
        Policies: [{ PolicyName: 'p', PolicyDocument: { Statement: [allow('lambda:InvokeFunction', functionArn)] } }],
      },
    },
  });
  const task = { ...invoke, Credentials: { RoleArn: { 'Fn::GetAtt': ['Other', 'Arn'] } } };
  const assume = allow('sts:AssumeRole', { 'Fn::GetAtt': ['Other', 'Arn'] });
  const trusted = { AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } };

  test('decides by its own policies', () => {
    expect(run(workflow({ Pay: task }, [assume], other(trusted))).permissions).toMatchObject({
      denied: [],
      unknown: [],
    });
    expect(
      run(
        workflow(
          { Pay: { ...task, Parameters: { FunctionName: 'refund' } } },
          [assume, allow('lambda:*', '*')],
          other(trusted),
        ),
      ).permissions.denied,
    ).toMatchObject([{ action: 'lambda:InvokeFunction', roleArn: 'arn:aws:iam::123456789012:role/other' }]);
  });

  test('has to be assumed, and to trust', () => {
    expect(run(workflow({ Pay: task }, [allow('s3:GetObject', '*')], other(trusted))).permissions.denied).toMatchObject(
      [{ action: 'sts:AssumeRole', resource: 'arn:aws:iam::123456789012:role/other' }],
    );
    expect(
      run(workflow({ Pay: task }, [assume], other({ Service: 'lambda.amazonaws.com' }))).permissions.unknown,
    ).toEqual([
      'whether the role arn:aws:iam::123456789012:role/other trusts arn:aws:iam::123456789012:role/runner is not known',
    ]);
  });

  test('is unknown outside of the app', () => {
    const outside = { ...invoke, Credentials: { RoleArn: 'arn:aws:iam::999999999999:role/there' } };
    const result = run(workflow({ Pay: outside }, [allow('sts:AssumeRole', '*')]));
    expect(result.status).toBe('SUCCEEDED');
    expect(result.permissions.unknown).toEqual([
      'whether the role arn:aws:iam::999999999999:role/there trusts arn:aws:iam::123456789012:role/runner is not known: it is not in the app',
      'the role arn:aws:iam::999999999999:role/there of Credentials is not in the app: what it may do is not known',
    ]);
  });
});

test('the same run gives the same cause', () => {
  const template = workflow({ Pay: invoke }, [allow('s3:GetObject', '*')]);
  expect(run(template).cause).toBe(run(template).cause);
});

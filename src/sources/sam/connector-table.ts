/** The statements of a connector by access category: `ACTIONS -> RESOURCES`. */
export interface ConnectorProfile {
  /** Whether the role of the source gets the policy; else that of the destination. */
  readonly ofSource: boolean;
  readonly categories: Readonly<Record<string, readonly string[]>>;
  /** The combinations of categories that SAM accepts. @default - all */
  readonly combinations?: ReadonlyArray<readonly string[]>;
}

const EXECUTIONS = 'arn:{p}:states:{r}:{a}:execution:{Name}:*';
const RULE = 'arn:{p}:events:{r}:{a}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule';
const TABLE_READ =
  'dynamodb:GetItem dynamodb:Query dynamodb:Scan dynamodb:BatchGetItem dynamodb:ConditionCheckItem dynamodb:PartiQLSelect -> {Arn} {Arn}/index/*';
const TABLE_WRITE =
  'dynamodb:PutItem dynamodb:UpdateItem dynamodb:DeleteItem dynamodb:BatchWriteItem dynamodb:PartiQLDelete dynamodb:PartiQLInsert dynamodb:PartiQLUpdate -> {Arn} {Arn}/index/*';
const BUCKET_READ =
  's3:GetObject s3:GetObjectAcl s3:GetObjectLegalHold s3:GetObjectRetention s3:GetObjectTorrent s3:GetObjectVersion s3:GetObjectVersionAcl s3:GetObjectVersionForReplication s3:GetObjectVersionTorrent s3:ListBucket s3:ListBucketMultipartUploads s3:ListBucketVersions s3:ListMultipartUploadParts -> {Arn} {Arn}/*';
const BUCKET_WRITE =
  's3:AbortMultipartUpload s3:DeleteObject s3:DeleteObjectVersion s3:PutObject s3:PutObjectLegalHold s3:PutObjectRetention s3:RestoreObject -> {Arn} {Arn}/*';

/**
 * What connectors allow the role of a state machine, by the type of the destination. Connectors that change policies of
 * other resources don't matter to a workflow and aren't listed.
 *
 * The facts are those of `profiles.json` in aws-sam-translator 1.115.
 *
 * @see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/reference-sam-connector.html
 */
export const MACHINE_CONNECTORS: Readonly<Record<string, ConnectorProfile>> = {
  'AWS::Lambda::Function': profile({ Write: ['lambda:InvokeAsync lambda:InvokeFunction -> {Arn}'] }),
  'AWS::SNS::Topic': profile({ Write: ['sns:Publish -> {Arn}'] }),
  'AWS::SQS::Queue': profile({ Write: ['sqs:SendMessage -> {Arn}'] }),
  'AWS::S3::Bucket': profile({ Read: [BUCKET_READ], Write: [BUCKET_WRITE] }),
  'AWS::DynamoDB::Table': profile({ Read: [TABLE_READ], Write: [TABLE_WRITE] }),
  'AWS::StepFunctions::StateMachine': {
    ofSource: true,
    combinations: [['Read'], ['Read', 'Write']],
    categories: {
      Read: [`states:DescribeExecution -> ${EXECUTIONS}`, `events:DescribeRule -> ${RULE}`],
      Write: [
        'states:StartExecution -> {Arn}',
        `states:StopExecution -> ${EXECUTIONS}`,
        `events:PutTargets events:PutRule -> ${RULE}`,
      ],
    },
  },
  'AWS::Events::EventBus': profile({ Write: ['events:PutEvents -> {Arn}'] }),
};

function profile(categories: ConnectorProfile['categories']): ConnectorProfile {
  return { ofSource: true, categories };
}

/** Types whose `Ref` is the ARN; `Fn::GetAtt` gives it for the others. */
export const REF_IS_ARN: readonly string[] = ['AWS::StepFunctions::StateMachine', 'AWS::SNS::Topic'];

/** The CloudFormation types behind SAM's. */
export const CFN_TYPES: Readonly<Record<string, string>> = {
  'AWS::Serverless::Function': 'AWS::Lambda::Function',
  'AWS::Serverless::StateMachine': 'AWS::StepFunctions::StateMachine',
  'AWS::Serverless::SimpleTable': 'AWS::DynamoDB::Table',
  'AWS::Serverless::Api': 'AWS::ApiGateway::RestApi',
  'AWS::Serverless::HttpApi': 'AWS::ApiGatewayV2::Api',
};

import type { ResourceView, ResourceKinds } from '../kind';

/** Queues, topics, events, state machines, APIs. */
export const APPLICATION: ResourceKinds = {
  'AWS::SQS::Queue': {
    named: 'QueueName',
    naming: { max: 75 },
    defaultName: fifoName('FifoQueue'),
    ref: 'https://sqs.{region}.{suffix}/{account}/{name}',
    arn: 'arn:{partition}:sqs:{region}:{account}:{name}',
    attributes: { Arn: '{arn}', QueueName: '{name}', QueueUrl: 'https://sqs.{region}.{suffix}/{account}/{name}' },
  },
  'AWS::SNS::Topic': {
    named: 'TopicName',
    naming: { max: 250 },
    defaultName: fifoName('FifoTopic'),
    ref: '{arn}',
    arn: 'arn:{partition}:sns:{region}:{account}:{name}',
    attributes: { TopicArn: '{arn}', TopicName: '{name}' },
  },
  'AWS::SNS::Subscription': {
    ref: '{arn}',
    arn: view => `${view.text('TopicArn')}:${view.uuid()}`,
    attributes: { Arn: '{arn}' },
  },
  'AWS::StepFunctions::StateMachine': {
    named: 'StateMachineName',
    naming: { max: 80 },
    ref: '{arn}',
    arn: 'arn:{partition}:states:{region}:{account}:stateMachine:{name}',
    attributes: { Arn: '{arn}', Name: '{name}', StateMachineRevisionId: view => view.uuid() },
  },
  'AWS::Serverless::StateMachine': {
    named: 'Name',
    naming: { max: 80 },
    ref: '{arn}',
    arn: 'arn:{partition}:states:{region}:{account}:stateMachine:{name}',
    attributes: { Arn: '{arn}', Name: '{name}' },
  },
  'AWS::StepFunctions::StateMachineVersion': {
    ref: '{arn}',
    arn: view => `${view.text('StateMachineArn')}:${view.assumed('1')}`,
    attributes: { Arn: '{arn}' },
  },
  'AWS::StepFunctions::StateMachineAlias': {
    named: 'Name',
    naming: { max: 80 },
    ref: '{arn}',
    arn: machineAliasArn,
    attributes: { Arn: '{arn}' },
  },
  'AWS::StepFunctions::Activity': {
    named: 'Name',
    naming: { max: 80 },
    ref: '{arn}',
    arn: 'arn:{partition}:states:{region}:{account}:activity:{name}',
    attributes: { Arn: '{arn}', Name: '{name}' },
  },
  'AWS::Events::EventBus': {
    named: 'Name',
    ref: '{name}',
    arn: 'arn:{partition}:events:{region}:{account}:event-bus/{name}',
    attributes: { Arn: '{arn}', Name: '{name}' },
  },
  'AWS::Events::Rule': {
    named: 'Name',
    naming: { max: 64 },
    ref: view => (busOf(view) === undefined ? view.name() : `${busOf(view)}|${view.name()}`),
    arn: view =>
      `arn:${view.partition}:events:${view.region}:${view.account}:rule/${busOf(view) === undefined ? '' : `${busOf(view)}/`}${view.name()}`,
    attributes: { Arn: '{arn}' },
  },
  'AWS::Events::Connection': {
    named: 'Name',
    naming: { max: 64 },
    ref: '{name}',
    arn: view => `arn:${view.partition}:events:${view.region}:${view.account}:connection/${view.name()}/${view.uuid()}`,
    attributes: {
      Arn: '{arn}',
      ArnForPolicy: 'arn:{partition}:events:{region}:{account}:connection/{name}',
      SecretArn: view =>
        `arn:${view.partition}:secretsmanager:${view.region}:${view.account}:secret:events!connection/${view.name()}/${view.uuid('secret')}-${view.letters(6)}`,
    },
  },
  'AWS::Events::ApiDestination': {
    named: 'Name',
    naming: { max: 64 },
    ref: '{name}',
    arn: view =>
      `arn:${view.partition}:events:${view.region}:${view.account}:api-destination/${view.name()}/${view.uuid()}`,
    attributes: { Arn: '{arn}', ArnForPolicy: 'arn:{partition}:events:{region}:{account}:api-destination/{name}' },
  },
  'AWS::Events::Archive': {
    named: 'ArchiveName',
    naming: { max: 48 },
    ref: '{name}',
    arn: 'arn:{partition}:events:{region}:{account}:archive/{name}',
    attributes: { Arn: '{arn}' },
  },
  'AWS::Scheduler::Schedule': {
    named: 'Name',
    naming: { max: 64 },
    ref: '{name}',
    arn: view =>
      `arn:${view.partition}:scheduler:${view.region}:${view.account}:schedule/${String(view.property('GroupName') ?? 'default')}/${view.name()}`,
    attributes: { Arn: '{arn}' },
  },
  'AWS::Scheduler::ScheduleGroup': {
    named: 'Name',
    naming: { max: 64 },
    ref: '{name}',
    arn: 'arn:{partition}:scheduler:{region}:{account}:schedule-group/{name}',
    attributes: { Arn: '{arn}' },
  },
  'AWS::Pipes::Pipe': {
    named: 'Name',
    naming: { max: 64 },
    ref: '{name}',
    arn: 'arn:{partition}:pipes:{region}:{account}:pipe/{name}',
    attributes: { Arn: '{arn}' },
  },
  'AWS::ApiGateway::RestApi': {
    named: 'Name',
    id: view => view.letters(10),
    ref: '{id}',
    arn: 'arn:{partition}:apigateway:{region}::/restapis/{id}',
    attributes: { RestApiId: '{id}', RootResourceId: view => view.letters(10, 'root') },
  },
  'AWS::Serverless::Api': {
    named: 'Name',
    id: view => view.letters(10),
    ref: '{id}',
    arn: 'arn:{partition}:apigateway:{region}::/restapis/{id}',
    attributes: { RootResourceId: view => view.letters(10, 'root') },
  },
  'AWS::ApiGateway::Stage': { named: 'StageName', ref: '{name}' },
  'AWS::ApiGateway::Resource': { id: view => view.letters(6), ref: '{id}', attributes: { ResourceId: '{id}' } },
  'AWS::ApiGateway::Deployment': { id: view => view.letters(6), ref: '{id}', attributes: { DeploymentId: '{id}' } },
  'AWS::ApiGateway::Authorizer': { id: view => view.letters(6), ref: '{id}', attributes: { AuthorizerId: '{id}' } },
  'AWS::ApiGatewayV2::Api': {
    named: 'Name',
    id: view => view.letters(10),
    ref: '{id}',
    arn: 'arn:{partition}:apigateway:{region}::/apis/{id}',
    attributes: {
      ApiEndpoint: view =>
        `${view.property('ProtocolType') === 'WEBSOCKET' ? 'wss' : 'https'}://${view.id()}.execute-api.${view.region}.${view.suffix}`,
      ApiId: '{id}',
    },
  },
  'AWS::Serverless::HttpApi': {
    named: 'Name',
    id: view => view.letters(10),
    ref: '{id}',
    arn: 'arn:{partition}:apigateway:{region}::/apis/{id}',
  },
  'AWS::ApiGatewayV2::Stage': { named: 'StageName', ref: '{name}' },
  'AWS::AppSync::GraphQLApi': {
    named: 'Name',
    id: view => view.letters(26),
    ref: '{arn}',
    arn: 'arn:{partition}:appsync:{region}:{account}:apis/{id}',
    attributes: {
      ApiId: '{id}',
      Arn: '{arn}',
      GraphQLUrl: view => `https://${view.letters(26, 'url')}.appsync-api.${view.region}.${view.suffix}/graphql`,
    },
  },
  'AWS::AppConfig::Application': {
    named: 'Name',
    id: view => view.letters(7),
    ref: '{id}',
    arn: 'arn:{partition}:appconfig:{region}:{account}:application/{id}',
    attributes: { ApplicationId: '{id}' },
  },
  'AWS::ServiceDiscovery::Service': {
    named: 'Name',
    id: view => `srv-${view.letters(16)}`,
    ref: '{id}',
    arn: 'arn:{partition}:servicediscovery:{region}:{account}:service/{id}',
    attributes: { Arn: '{arn}', Id: '{id}', Name: '{name}' },
  },
  'AWS::Transfer::Server': {
    id: view => `s-${view.hex(17)}`,
    ref: '{arn}',
    arn: 'arn:{partition}:transfer:{region}:{account}:server/{id}',
    attributes: { Arn: '{arn}', ServerId: '{id}' },
  },
  // the CDK passes a list token inside a definition through this custom resource
  'Custom::AWSCDKCfnJsonStringify': {
    ref: view => view.uuid(),
    attributes: { Value: view => JSON.stringify(asCustomResourceSees(view.property('Value') ?? null)) },
  },
  'Custom::AWSCDKCfnJson': {
    ref: view => view.uuid(),
    attributes: { Value: view => JSON.parse(view.text('Value')) as string },
  },
};

/** The bus of a rule, unless it is the account's default one. */
function busOf(view: ResourceView): string | undefined {
  const bus = view.property('EventBusName');
  const name = bus === undefined ? undefined : String(bus).split('/').pop();
  return name === 'default' ? undefined : name;
}

/** The names of FIFO queues and topics end with `.fifo`. */
function fifoName(property: string): (view: ResourceView) => string {
  return view => view.madeUpName() + (String(view.property(property)) === 'true' ? '.fifo' : '');
}

function machineAliasArn(view: ResourceView): string {
  const version =
    view.property('RoutingConfiguration') !== undefined
      ? view.property('RoutingConfiguration.0.StateMachineVersionArn')
      : view.property('DeploymentPreference.StateMachineVersionArn');
  if (typeof version !== 'string') return view.text('RoutingConfiguration.0.StateMachineVersionArn');
  return `${version.split(':').slice(0, 7).join(':')}:${view.name()}`;
}

/** CloudFormation passes numbers and booleans to a custom resource as strings. */
function asCustomResourceSees(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asCustomResourceSees);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, asCustomResourceSees(member)]));
  }
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

/** What optimized integrations cannot be without: AWS refuses a definition that lacks one. Others may refuse it when they are called. */
export const ARGUMENTS_ASKED_FOR: Readonly<Record<string, readonly string[]>> = {
  'dynamodb:deleteItem': ['TableName', 'Key'],
  'dynamodb:getItem': ['TableName', 'Key'],
  'dynamodb:putItem': ['TableName', 'Item'],
  'dynamodb:updateItem': ['TableName', 'Key'],
  'ecs:runTask': ['TaskDefinition'],
  'events:putEvents': ['Entries'],
  'glue:startJobRun': ['JobName'],
  'lambda:invoke': ['FunctionName'],
  'sns:publish': ['Message'],
  'sqs:sendMessage': ['QueueUrl', 'MessageBody'],
  'states:startExecution': ['StateMachineArn'],
};

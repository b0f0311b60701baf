/** An app that knows nothing of this library: aws-stepfunctions and its tasks only, in JSONPath. */
import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';

export class SignupStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const users = new dynamodb.Table(this, 'Users', {
      partitionKey: { name: 'mail', type: dynamodb.AttributeType.STRING },
    });
    const check = new lambda.Function(this, 'CheckMail', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async () => ({ score: 1 });'),
    });
    const welcome = new sns.Topic(this, 'Welcome');

    const known = new sfn.Fail(this, 'Known already', { error: 'KnownAlready' });
    const definition = new tasks.LambdaInvoke(this, 'Check the mail', {
      lambdaFunction: check,
      resultSelector: { 'score.$': '$.Payload.score' },
      resultPath: '$.check',
    })
      .next(
        new sfn.Choice(this, 'Good enough?')
          .when(sfn.Condition.numberLessThan('$.check.score', 0.5), new sfn.Fail(this, 'Refused', { error: 'Refused' }))
          .afterwards({ includeOtherwise: true }),
      )
      .next(
        new tasks.DynamoPutItem(this, 'Keep', {
          table: users,
          item: { mail: tasks.DynamoAttributeValue.fromString(sfn.JsonPath.stringAt('$.mail')) },
          conditionExpression: 'attribute_not_exists(mail)',
          resultPath: sfn.JsonPath.DISCARD,
        }).addCatch(known, { errors: ['DynamoDB.ConditionalCheckFailedException'] }),
      )
      .next(new sfn.Wait(this, 'A day later', { time: sfn.WaitTime.duration(Duration.days(1)) }))
      .next(
        new tasks.SnsPublish(this, 'Say welcome', {
          topic: welcome,
          message: sfn.TaskInput.fromText(sfn.JsonPath.format('Welcome, {}', sfn.JsonPath.stringAt('$.mail'))),
          resultPath: sfn.JsonPath.DISCARD,
        }),
      );

    new sfn.StateMachine(this, 'Signup', { definitionBody: sfn.DefinitionBody.fromChainable(definition) });
  }
}

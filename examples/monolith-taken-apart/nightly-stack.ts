import { Duration, SecretValue, Stack, type StackProps } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { Flow, InlineMap, Integration, Retries, StandardWorkflow, Task } from 'stepwright';

/**
 * A monolith closes the day in one long request: it sums up the orders, writes the report and mails it. It is taken apart in three steps, and
 * each can go to production: what it gives, `{ day, total, orders }`, stays the same, and one test holds for all of them.
 */
export class NightlyStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const monolith = new events.Connection(this, 'Monolith', {
      authorization: events.Authorization.apiKey('x-api-key', SecretValue.secretsManager('monolith')),
    });
    const orders = new dynamodb.Table(this, 'Orders', {
      partitionKey: { name: 'shop', type: dynamodb.AttributeType.STRING },
    });
    const report = new lambda.Function(this, 'WriteReport', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async () => ({});'),
    });
    const team = new sns.Topic(this, 'Team');

    /** One request to the monolith. It has always been tried again by hand; now it is tried again by rule. */
    const ask = (stateName: string, path: string): Task =>
      new Task(stateName, {
        call: Integration.httpInvoke(monolith, {
          method: 'POST',
          apiEndpoint: `https://monolith.example.com/${path}`,
          requestBody: '{% $states.input %}',
        }),
        output: '{% $states.result.ResponseBody %}',
        timeout: Duration.seconds(55),
      }).retry({
        errors: ['States.Http.StatusCode.503', 'States.Timeout'],
        interval: Duration.seconds(30),
        maxAttempts: 3,
      });

    const mail = new Task('Mail the report', {
      call: Integration.snsPublish(team, {
        message: "{% 'Closed ' & $states.input.day & ': ' & $string($states.input.total) %}",
      }),
      output: '{% $states.input %}',
    });
    const write = new Task('Write the report', {
      call: Integration.lambdaInvoke(report),
      output: '{% $states.input %}',
    }).retry(Retries.lambdaErrors());

    // step 1: the whole job stays where it is; it gets a schedule, retries and a history
    new StandardWorkflow(this, 'Step1', { definition: ask('Close the day', 'close') });

    // step 2: what comes after the sums has moved out
    new StandardWorkflow(this, 'Step2', { definition: Flow.of(ask('Sum up', 'sums'), write, mail) });

    // step 3: the sums are made shop by shop, and nothing asks the monolith any more
    new StandardWorkflow(this, 'Step3', {
      definition: Flow.of(
        new InlineMap('For each shop', {
          items: '{% $states.input.shops %}',
          processor: new Task('Read the orders', {
            call: Integration.dynamoGetItem(orders, { key: { shop: { S: '{% $states.input %}' } } }),
            output: {
              total: '{% $number($states.result.Item.total.N) %}',
              orders: '{% $number($states.result.Item.orders.N) %}',
            },
          }).retryEach(Retries.dynamoErrors()),
          output: {
            day: '{% $states.input.day %}',
            total: '{% $sum($states.result.total) %}',
            orders: '{% $sum($states.result.orders) %}',
          },
        }),
        write,
        mail,
      ),
    });
  }
}

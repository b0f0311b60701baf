import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { Choice, ExpressWorkflow, Fail, Flow, Integration, Parallel, Pass, Task } from 'stepwright';

/** An API whose answer is the output of an Express workflow: API Gateway calls StartSyncExecution and waits. No function is needed. */
export class QuoteStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const table = (name: string): dynamodb.Table =>
      new dynamodb.Table(this, name, { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
    const read = (stateName: string, from: dynamodb.Table, key: string): Task =>
      new Task(stateName, {
        call: Integration.dynamoGetItem(from, { key: { id: { S: key } } }),
        output: '{% $states.result.Item %}',
      });

    const quote = Flow.of(
      // what a client sends is not trusted
      new Choice('Valid?')
        .when("{% $type($states.input.body.product) = 'string' and $type($states.input.body.customer) = 'string' %}")
        .otherwise(new Fail('Bad request', { error: 'BadRequest', cause: 'product and customer are needed' })),
      new Parallel('Look up', {
        arguments: '{% $states.input.body %}',
        branches: [
          read('Product', table('Products'), '{% $states.input.product %}'),
          read('Customer', table('Customers'), '{% $states.input.customer %}'),
        ],
        output: {
          price: '{% $number($states.result[0].price.N) %}',
          discount: '{% $number($states.result[1].discount.N) %}',
        },
      }).catch(new Fail('Not found', { error: 'NotFound' }), { errors: ['States.QueryEvaluationError'] }),
      new Pass('Quote', {
        output: { price: '{% $round($states.input.price * (1 - $states.input.discount / 100), 2) %}' },
      }),
    );

    const workflow = new ExpressWorkflow(this, 'Quote', { definition: quote, timeout: Duration.seconds(20) });
    new apigateway.StepFunctionsRestApi(this, 'Api', { stateMachine: workflow });
  }
}

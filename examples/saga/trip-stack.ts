import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { Fail, Flow, Integration, Retries, StandardWorkflow, Succeed, Task } from 'stepwright';

/** A trip is booked part by part. What was booked is undone, last first, when a later part fails. */
export class TripStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const customers = new sns.Topic(this, 'Customers');
    const tell = (stateName: string, message: string): Task =>
      new Task(stateName, { call: Integration.snsPublish(customers, { message }) });

    /** Books a part; its answer is kept in a variable of that name, and the trip goes on to the next. */
    const book = (part: string): Task =>
      new Task(`Book ${part}`, {
        call: Integration.lambdaInvoke(this.function(`Book${part}`)),
        assign: { [part]: '{% $states.result.Payload %}' },
        output: '{% $states.input %}',
      });

    /** Undoes a part. It must not give up: the customer has paid for it. */
    const undo = (part: string): Task =>
      new Task(`Undo ${part}`, {
        call: Integration.lambdaInvoke(this.function(`Undo${part}`), { payload: `{% $${part} %}` }),
      }).retry({ maxAttempts: 10, interval: Duration.seconds(2), maxDelay: Duration.minutes(5) });

    // whoever enters further up undoes more
    const failed = Flow.of(
      tell('Tell of the failure', "{% 'Your trip could not be booked: ' & $failure.Error %}"),
      new Fail('Not booked', { error: '{% $failure.Error %}', cause: '{% $failure.Cause %}' }),
    );
    const undoFlight = undo('flight').next(failed);
    const undoHotel = undo('hotel').next(undoFlight);

    // a handler receives the error output in place of the input, so the error goes into a variable
    const keep = { assign: { failure: '{% $states.errorOutput %}' } };

    const trip = Flow.of(
      book('flight').catch(failed, keep),
      book('hotel').catch(undoFlight, keep),
      book('car').catch(undoHotel, keep),
      tell('Tell of the booking', 'Your trip is booked'),
      new Succeed('Booked', { output: { flight: '{% $flight.id %}', hotel: '{% $hotel.id %}', car: '{% $car.id %}' } }),
    ).retryEach(Retries.transientErrors());

    new StandardWorkflow(this, 'BookTrip', { definition: trip });
  }

  /** A function that stands for one of yours. */
  private function(id: string): lambda.Function {
    return new lambda.Function(this, id, {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async () => ({ id: "1" });'),
    });
  }
}

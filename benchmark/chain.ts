/**
 * What a chain costs, from its first state to the definition, beside the CDK's own chain for the same machine:
 * `npx tsx --tsconfig tsconfig.dev.json benchmark/chain.ts`. The target: less than the CDK's.
 */
import {
  App,
  aws_lambda as lambda,
  aws_stepfunctions as sfn,
  aws_stepfunctions_tasks as tasks,
  Duration,
  Stack,
} from 'aws-cdk-lib';
import { Choice, Fail, Flow, Pass, Task, Wait } from '../src/chain';
import { Integration } from '../src/integrations';

const ROUNDS = 31;

/** A machine of steps of four states each: a Task with Retry and Catch, a Choice, a Wait, a Pass. */
function ours(fn: lambda.IFunction, steps: number): string {
  const failed = new Fail('Failed');
  return JSON.stringify(
    Flow.of(
      ...Array.from({ length: steps }, (_, i) =>
        Flow.of(
          new Task(`Call ${i}`, { call: Integration.lambdaInvoke(fn, { payload: { id: '{% $id %}' } }) })
            .retry({ errors: ['Busy'], interval: Duration.seconds(2), maxAttempts: 3 })
            .catch(failed),
          new Choice(`Ready ${i}`)
            .when('{% $ready %}', new Pass(`Note ${i}`, { output: { at: i } }))
            .otherwise(new Wait(`Pause ${i}`, { duration: Duration.minutes(1) })),
        ),
      ),
    ).toAsl(),
  );
}

/** The same, in the CDK's own chain. */
function theirs(stack: Stack, fn: lambda.IFunction, steps: number): string {
  const failed = sfn.Fail.jsonata(stack, 'Failed');
  let chain: sfn.Chain | undefined;
  for (let i = 0; i < steps; i++) {
    const call = tasks.LambdaInvoke.jsonata(stack, `Call ${i}`, {
      lambdaFunction: fn,
      payload: sfn.TaskInput.fromObject({ id: '{% $id %}' }),
      outputs: '{% $states.result.Payload %}',
      retryOnServiceExceptions: false,
    });
    call.addRetry({ errors: ['Busy'], interval: Duration.seconds(2), maxAttempts: 3 });
    call.addCatch(failed);
    const note = sfn.Pass.jsonata(stack, `Note ${i}`, { outputs: { at: i } });
    const pause = sfn.Wait.jsonata(stack, `Pause ${i}`, { time: sfn.WaitTime.duration(Duration.minutes(1)) });
    const step = call.next(
      sfn.Choice.jsonata(stack, `Ready ${i}`)
        .when(sfn.Condition.jsonata('{% $ready %}'), note)
        .otherwise(pause)
        .afterwards(),
    );
    chain = chain ? chain.next(step) : step;
  }
  return JSON.stringify(new sfn.StateGraph(chain!.startState, 'the chain').toGraphJson(sfn.QueryLanguage.JSONATA));
}

function timed(work: () => string): { time: number; states: number } {
  const start = performance.now();
  const text = work();
  const time = performance.now() - start;
  return { time, states: Object.keys((JSON.parse(text) as { States: object }).States).length };
}

function newStack(): { stack: Stack; fn: lambda.IFunction } {
  const stack = new Stack(new App({ analyticsReporting: false }), 'Chain');
  return {
    stack,
    fn: lambda.Function.fromFunctionArn(stack, 'Fn', 'arn:aws:lambda:eu-west-1:123456789012:function:f'),
  };
}

console.log("states   stepwright     CDK   ratio (median of the rounds' ratios)");
for (const steps of [10, 100, 300]) {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const { stack, fn } = newStack();
    return [timed(() => ours(fn, steps)), timed(() => theirs(stack, fn, steps))] as const;
  });
  if (rounds.some(([a, b]) => a.states !== b.states)) throw new Error('the two machines differ');
  const middle = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1];
  const [a, b] = [middle(rounds.map(([own]) => own.time)), middle(rounds.map(([, cdk]) => cdk.time))];
  const ratio = middle(rounds.map(([own, cdk]) => own.time / cdk.time));
  console.log(
    `${String(rounds[0][0].states).padStart(6)} ${a.toFixed(1).padStart(9)} ms ${b.toFixed(1).padStart(6)} ms ${ratio.toFixed(2).padStart(7)}`,
  );
}

/**
 * How long the validation takes, beside the CDK's own synthesis of the same app: `npx tsx --tsconfig tsconfig.dev.json benchmark/validation.ts`.
 * The target: less than the synthesis.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, aws_stepfunctions as sfn, Duration, Stack } from 'aws-cdk-lib';
import { readCloudAssembly } from '../src/cloudformation';
import { validate } from '../src/validation';

const ROUNDS = 7;

/** An app with this many machines of this many states, made with the CDK alone. */
function synthesized(machines: number, states: number): string {
  const outdir = mkdtempSync(join(tmpdir(), 'validation-'));
  const stack = new Stack(new App({ outdir, analyticsReporting: false }), 'Orders');
  for (let m = 0; m < machines; m++) {
    let chain: sfn.Chain | undefined;
    for (let s = 0; s < states; s++) {
      const task =
        s % 2 === 0
          ? new sfn.Pass(stack, `Prepare ${m} ${s}`, {
              parameters: { 'id.$': '$.id', 'text.$': "States.Format('{} of {}', $.id, $.total)" },
              resultPath: '$.prepared',
            })
          : new sfn.Wait(stack, `Pause ${m} ${s}`, { time: sfn.WaitTime.duration(Duration.minutes(1)) });
      chain = chain ? chain.next(task) : sfn.Chain.start(task);
    }
    new sfn.StateMachine(stack, `Machine ${m}`, { definitionBody: sfn.DefinitionBody.fromChainable(chain!) });
  }
  (stack.node.root as App).synth();
  return outdir;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

console.log('machines × states   synthesis   validation   ratio');
for (const [machines, states] of [
  [1, 20],
  [10, 20],
  [2, 500],
]) {
  const [synthesis, validation]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    let outdir = '';
    synthesis.push(
      timed(() => {
        outdir = synthesized(machines, states);
      }),
    );
    const definitions = readCloudAssembly(outdir).machines.map(({ definition, type }) => ({ definition, type }));
    validation.push(
      timed(() => {
        for (const { definition, type } of definitions) validate(definition, { type });
      }),
    );
    rmSync(outdir, { recursive: true });
  }
  const [a, b] = [median(synthesis), median(validation)];
  console.log(
    `${`${machines} × ${states}`.padEnd(18)} ${a.toFixed(1).padStart(7)} ms ${b.toFixed(1).padStart(9)} ms ${(b / a).toFixed(3).padStart(7)}`,
  );
}

import { median } from './statistics';
import type { Workload } from './workload';
import { readTemplate } from '../src/cloudformation';
import { compile, run, type TaskCall } from '../src/interpreter';
import { enforced, Enforcement } from '../src/local/enforcement';

/** The workload on which the cost is shown: a loop of 1,000 Tasks that call one function. */
export const ENFORCED_WORKLOAD = 'e1-task-loop';

/** A role of 12 statements and 40 actions; the last statement allows the call. */
const STATEMENTS = Array.from({ length: 12 }, (_, i) => ({
  Effect: 'Allow',
  Action: [
    `dynamodb:Get${i}`,
    `s3:Put${i}`,
    `sqs:Send${i}`,
    ...(i % 3 === 2 ? [i === 11 ? 'lambda:InvokeFunction' : `sns:Publish${i}`] : []),
  ],
  Resource:
    i === 11 ? 'arn:aws:lambda:us-east-1:123456789012:function:inc' : `arn:aws:*:us-east-1:123456789012:thing${i}/*`,
}));

/** What share of its speed a workload keeps when every call is checked against the role: the median over interleaved rounds. */
export function enforcedShare({ definition, input }: Workload, rounds = 60): number {
  const [machine, app] = machineOf(definition);
  const program = compile(machine.definition);
  const answers = {
    recorded: [],
    warnings: new Set<string>(),
    answersItself: () => false,
    onTask: (call: TaskCall) => ({ output: { v: (call.input as { n: number }).n + 1 } }),
  };
  const timed = (checked: boolean): number => {
    const start = performance.now();
    const { onTask, answersItself } = checked ? enforced(answers, new Enforcement(app, machine)) : answers;
    const { status, cause } = run(program, { input, onTask, answersItself, stateMachineArn: machine.arn });
    if (status !== 'SUCCEEDED') throw new Error(cause);
    return performance.now() - start;
  };
  const times = Array.from({ length: rounds }, () => [timed(false), timed(true)]).slice(Math.floor(rounds / 6));
  return median(times.map(([free]) => free)) / median(times.map(([, checked]) => checked));
}

function machineOf(
  definition: Workload['definition'],
): [machine: ReturnType<typeof readTemplate>['machines'][number], app: ReturnType<typeof readTemplate>] {
  const app = readTemplate({
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: { Policies: [{ PolicyName: 'p', PolicyDocument: { Statement: STATEMENTS } }] },
      },
      Machine: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: { Definition: definition, RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } },
      },
    },
  });
  return [app.machines[0], app];
}

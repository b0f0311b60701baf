import { App, Stack } from 'aws-cdk-lib';
import type { JsonObject } from '../../src/asl';
import { findMachine, readCloudAssembly } from '../../src/cloudformation';
import type { StateGrants } from '../../src/integrations';
import { compileMachine, type CompiledWorkflow } from '../../src/local';
import { StandardWorkflow } from '../../src/workflow';
import { bound } from '../workflow/a-definition';

/** What is called, with which arguments, and what its user tells beside them. */
export interface ProofCall {
  readonly resource: string;
  readonly given: JsonObject;
  readonly grants?: StateGrants;
}

/** A workflow of these calls, one after another, with the role that its construct derives: synthesized, and read from its template. */
export function workflowOfCalls(calls: (stack: Stack) => Readonly<Record<string, ProofCall>>): CompiledWorkflow {
  const root = new App();
  const stack = new Stack(root, 'Proof', { env: { account: '111122223333', region: 'eu-west-1' } });
  const made = Object.entries(calls(stack));
  const states = Object.fromEntries(
    made.map(([name, { resource, given }], i) => [
      name,
      {
        Type: 'Task',
        Resource: `arn:aws:states:::${resource}`,
        Arguments: given,
        ...(i + 1 < made.length ? { Next: made[i + 1][0] } : { End: true }),
      },
    ]),
  );
  const grants = Object.fromEntries(
    made.flatMap(([name, call]) => (call.grants ? [[name, call.grants] as const] : [])),
  );
  new StandardWorkflow(stack, 'Workflow', {
    definition: bound({ QueryLanguage: 'JSONata', StartAt: made[0][0], States: states }, { grants }),
  });
  const app = readCloudAssembly(root.synth().directory);
  return compileMachine(findMachine(app, 'Workflow'), app);
}

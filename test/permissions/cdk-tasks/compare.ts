import { App, aws_stepfunctions as sfn, Stack } from 'aws-cdk-lib';
import type { JsonObject } from '../../../src/asl';
import { derivePermissions, type KnownOfState } from '../../../src/permissions';

/** What only one of the two allows, as `action resource`. */
export interface Difference {
  readonly onlyCdk: string[];
  readonly onlyOurs: string[];
}

/** Compares what the CDK's own class allows with what is derived from the definition that it renders. */
export function compare(make: (stack: Stack) => sfn.IChainable & sfn.State, known: KnownOfState = {}): Difference {
  const stack = new Stack(new App(), 'S', { env: { account: '111122223333', region: 'eu-west-1' } });
  const graph = new sfn.StateGraph(make(stack).startState, 'compared');
  const definition = plain(stack.resolve(graph.toGraphJson())) as JsonObject;
  const theirs = pairs(
    graph.policyStatements.map(
      statement => plain(stack.resolve(statement.toStatementJson())) as Record<string, string | string[]>,
    ),
  );
  const { statements } = derivePermissions(definition, {
    type: 'STANDARD',
    partition: 'aws',
    region: 'eu-west-1',
    account: '111122223333',
    grants: { T: known },
  });
  const ours = pairs(statements.map(({ actions, resources }) => ({ Action: [...actions], Resource: [...resources] })));
  return {
    onlyCdk: theirs.filter(pair => !ours.includes(pair)),
    onlyOurs: ours.filter(pair => !theirs.includes(pair)),
  };
}

function pairs(statements: ReadonlyArray<Record<string, string | string[]>>): string[] {
  const found = statements.flatMap(({ Action, Resource }) =>
    [Action].flat().flatMap(action => [Resource].flat().map(resource => `${action} ${resource}`)),
  );
  return [...new Set(found)].sort();
}

/** What `Ref` gives; the one resource that the compared stacks make is a task definition. */
const REFS: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws',
  'RC21A1702': 'arn:aws:ecs:eu-west-1:111122223333:task-definition/report:1',
};

/** Functions of a template as the text that a deployment would make of them; what nobody knows stays as a name in braces. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const [[name, argument]] = Object.entries(value as Record<string, unknown>).concat([['', undefined]]);
  if (name === 'Fn::Join') return (argument as [string, unknown[]])[1].map(plain).join((argument as [string])[0]);
  if (name === 'Fn::Select') {
    const [index, list] = argument as [number, { 'Fn::Split': [string, unknown] }];
    const [separator, text] = list['Fn::Split'];
    return String(plain(text)).split(separator)[Number(index)];
  }
  if (name === 'Ref') return REFS[String(argument)] ?? `{${String(argument)}}`;
  if (name === 'Fn::GetAtt') return `{${(argument as string[]).join('.')}}`;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, plain(own)]));
}

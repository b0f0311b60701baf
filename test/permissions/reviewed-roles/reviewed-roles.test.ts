import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { WORKFLOWS } from './workflows';
import { StandardWorkflow } from '../../../src';
import { isJsonObject, type Json, type JsonObject } from '../../../src/asl';
import { findMachine, readCloudAssembly } from '../../../src/cloudformation';

/** Tracing and the delivery of logs are the same in every role. */
const EVERYWHERE = /^(logs|xray):/;

function list(value: Json | undefined): string[] {
  return (Array.isArray(value) ? value : [value]).map(String);
}

/** A policy as a reviewer reads it: a line for what is allowed on which resources, and under which conditions. */
function lines(statements: readonly JsonObject[]): string[] {
  return statements
    .filter(({ Action }) => !list(Action).some(action => EVERYWHERE.test(action)))
    .map(({ Action, Resource, Condition }) => {
      const condition = isJsonObject(Condition) ? ` if ${JSON.stringify(Condition)}` : '';
      return `${list(Action).join(', ')} on ${list(Resource).join(', ')}${condition}`;
    })
    .sort();
}

describe('the role of a workflow with', () => {
  test.each(Object.keys(WORKFLOWS))('%s', kind => {
    const app = new App();
    const stack = new Stack(app, 'App', { env: { account: '111122223333', region: 'eu-west-1' } });
    new StandardWorkflow(stack, 'Reviewed', { definition: WORKFLOWS[kind](stack) });
    expect(
      Annotations.fromStack(stack).findWarning(
        '/App/Reviewed',
        Match.stringLikeRegexp('RUNTIME_RESOURCE|UNKNOWN_|BROAD_ACTION'),
      ),
    ).toEqual([]);
    const { role } = findMachine(readCloudAssembly(app.synth().directory), 'Reviewed');
    expect(lines(role!.statements)).toMatchSnapshot();
  });
});

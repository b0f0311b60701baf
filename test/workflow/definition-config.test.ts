import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, CfnParameter, Fn, Lazy, Stack, Token, aws_lambda as lambda } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { bound } from './a-definition';
import { LocalWorkflow } from '../../src/testing';
import { StandardWorkflow } from '../../src/workflow';

/** States that are too much for a template. */
function manyStates(last: Record<string, unknown>): Record<string, unknown> {
  const names = Array.from({ length: 2500 }, (_, i) => `a state with a rather long name, number ${i}`);
  const states = names.map((name, i) => [
    name,
    { Type: 'Pass', ...(i + 1 < names.length ? { Next: names[i + 1] } : { Next: 'Last' }) },
  ]);
  return { StartAt: names[0], States: { ...Object.fromEntries(states), Last: { ...last, End: true } } };
}

/** The machine of a stack, and its asset's text; the last state's alone, since the whole is long. */
function synthesized(stack: Stack): { properties: any; text: string; last: string } {
  const properties: any = Object.values(Template.fromStack(stack).findResources('AWS::StepFunctions::StateMachine'))[0]
    .Properties;
  const key: string = properties.DefinitionS3Location.Key;
  const text = readFileSync(join((stack.node.root as App).outdir, `asset.${key}`), 'utf8');
  return { properties, text, last: text.slice(text.indexOf('"Last":{')) };
}

test('a large definition lies in an asset', () => {
  const stack = new Stack(new App(), 'Large');
  const definition = manyStates({ Type: 'Pass' });
  new StandardWorkflow(stack, 'Order', { definition: bound(definition), comment: 'large' });
  const { properties, text } = synthesized(stack);
  expect(properties.DefinitionString).toBeUndefined();
  expect(properties.DefinitionSubstitutions).toBeUndefined();
  expect(JSON.parse(text)).toEqual({ Comment: 'large', ...definition });
});

test('tokens in a large definition are substitutions, quoted inside texts and bare where they are whole values', () => {
  const stack = new Stack(new App(), 'Large');
  const fn = new lambda.CfnFunction(stack, 'Fn', { code: { zipFile: ' ' }, role: 'r' });
  const seconds = new CfnParameter(stack, 'Seconds', { type: 'Number' }).valueAsNumber;
  new StandardWorkflow(stack, 'Order', {
    definition: bound(
      manyStates({
        Type: 'Task',
        Resource: fn.attrArn,
        Parameters: {
          twice: `${fn.attrArn}:live ${fn.attrArn}`,
          lazy: Lazy.string({ produce: () => 'a "quoted" text' }),
          own: '${notOurs} $',
          list: Token.asList(Fn.ref('L')),
        },
        TimeoutSeconds: seconds,
      }),
    ),
  });
  const { properties, last } = synthesized(stack);
  const arn = { 'Fn::GetAtt': ['Fn', 'Arn'] };
  expect(properties.DefinitionSubstitutions).toEqual({
    value1: arn,
    value2: 'a \\"quoted\\" text',
    value3: expect.anything(),
    value4: { Ref: 'Seconds' },
  });
  expect(last).toBe(
    '"Last":{"Type":"Task","Resource":"${value1}","Parameters":{"twice":"${value1}:live ${value1}","lazy":"${value2}",' +
      '"own":"\\u0024{notOurs} $","list":${value3}},"TimeoutSeconds":${value4},"End":true}}}',
  );
});

test('undefined fields and unusual names survive', () => {
  const stack = new Stack(new App(), 'Large');
  new StandardWorkflow(stack, 'Order', {
    definition: bound(
      manyStates({
        Type: 'Pass',
        Comment: undefined,
        Result: JSON.parse('{"__proto__": {"a": null}, "1": [1.5, true]}'),
      }),
    ),
  });
  expect(synthesized(stack).last).toBe(
    '"Last":{"Type":"Pass","Result":{"1":[1.5,true],"__proto__":{"a":null}},"End":true}}}',
  );
});

test('a local run reads a large definition as CloudFormation would put it together', () => {
  const app = new App();
  const stack = new Stack(app, 'Large');
  const seconds = new CfnParameter(stack, 'Seconds', { type: 'Number', default: 7 }).valueAsNumber;
  const definition = manyStates({ Type: 'Wait', Seconds: seconds, Comment: `in ${stack.region}, not \${notOurs}` });
  new StandardWorkflow(stack, 'Order', { definition: bound(definition) });
  const run = LocalWorkflow.fromStack(stack, 'Order').runSync({ n: 1 });
  expect([run.status, run.output]).toEqual(['SUCCEEDED', { n: 1 }]);
  expect(Number(run.history.at(-1)!.timestamp) - Number(run.history[0].timestamp)).toBe(7000);
});

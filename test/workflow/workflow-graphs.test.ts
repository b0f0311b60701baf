import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { App, Stack, aws_lambda as lambda } from 'aws-cdk-lib';
import { Flow, Integration, StandardWorkflow, Succeed, Task, WorkflowGraphs } from '../../src';

function orders(): { readonly app: App; readonly workflow: StandardWorkflow } {
  const app = new App();
  const stack = new Stack(app, 'Orders');
  const reserve = lambda.Function.fromFunctionName(stack, 'Reserve', 'reserve-stock');
  const definition = Flow.of(
    new Task('Reserve stock', { call: Integration.lambdaInvoke(reserve) }),
    new Succeed('Reserved'),
  );
  return { app, workflow: new StandardWorkflow(stack, 'OrderWorkflow', { definition }) };
}

describe('the picture of a workflow', () => {
  it('is SVG, the same for each synthesis', () => {
    expect(orders().workflow.toSvg()).toContain('<title id="sw-title">OrderWorkflow</title>');
    expect(orders().workflow.toSvg()).toBe(orders().workflow.toSvg());
  });

  it('is a Mermaid diagram', () => {
    expect(orders().workflow.toMermaid()).toContain('["Reserve stock"]');
  });

  it('is written when the app is synthesized', () => {
    const directory = path.join(mkdtempSync(path.join(tmpdir(), 'stepwright-graphs-')), 'pictures');
    const { app, workflow } = orders();
    WorkflowGraphs.of(app, { directory });
    app.synth();
    expect(readdirSync(directory)).toEqual(['Orders-OrderWorkflow.svg']);
    expect(readFileSync(path.join(directory, 'Orders-OrderWorkflow.svg'), 'utf8')).toBe(workflow.toSvg());
  });
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { ExpressWorkflow, StandardWorkflow } from '../../src';
import { readCloudAssembly, type Machine } from '../../src/cloudformation';
import { nagFindings, type NagFinding } from '../nag-findings';

/** An example with what cdk-nag finds on its workflows. */
export interface NaggedExample {
  readonly findings: readonly NagFinding[];
  readonly machines: readonly Machine[];
}

const EXAMPLES = join(__dirname, '../../examples');

/** The examples, each a folder with a stack. */
export function exampleNames(): string[] {
  return readdirSync(EXAMPLES, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && stackFile(entry.name) !== undefined)
    .map(({ name }) => name);
}

/** Synthesizes an example under cdk-nag's AwsSolutions pack. */
export function nag(example: string): NaggedExample {
  const app = new App();
  const Example = stackClass(example);
  const stack = new Example(app, 'Example');
  const all = nagFindings(stack);
  const workflows = stack.node
    .findAll()
    .filter(isWorkflow)
    .map(({ node }) => `/${node.path}/`);
  const findings = all
    .filter(({ path }) => workflows.some(workflow => `${path}/`.startsWith(workflow)))
    .map(({ path, rule }) => ({ path, rule: rule.replace(/\[.*$/, '') }));
  const paths = new Set(workflows.map(path => `${path.slice(1)}Resource`));
  return {
    findings,
    machines: readCloudAssembly(app.synth().directory).machines.filter(machine => paths.has(machine.path ?? '')),
  };
}

function isWorkflow(construct: IConstruct): boolean {
  return construct instanceof StandardWorkflow || construct instanceof ExpressWorkflow;
}

function stackFile(example: string): string | undefined {
  return readdirSync(join(EXAMPLES, example)).find(file => file.endsWith('-stack.ts'));
}

function stackClass(example: string): new (scope: App, id: string) => Stack {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- whatever examples there are
  const exported: Record<string, unknown> = require(join(EXAMPLES, example, stackFile(example)!));
  const found = Object.values(exported).find(
    (value): value is new (scope: App, id: string) => Stack =>
      typeof value === 'function' && value.prototype instanceof Stack,
  );
  if (found === undefined) throw new Error(`examples/${example} exports no stack`);
  return found;
}

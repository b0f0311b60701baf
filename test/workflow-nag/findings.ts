import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { App, Aspects, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { ExpressWorkflow, StandardWorkflow } from '../../src';
import { readCloudAssembly, type Machine } from '../../src/cloudformation';

/** One finding of cdk-nag on a workflow or on what belongs to it. */
export interface Finding {
  readonly path: string;
  /** Such as `AwsSolutions-IAM5`. */
  readonly rule: string;
}

/** An example with what cdk-nag finds on its workflows. */
export interface NaggedExample {
  readonly findings: readonly Finding[];
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
  Aspects.of(app).add(new AwsSolutionsChecks());
  const annotations = Annotations.fromStack(stack);
  const workflows = stack.node
    .findAll()
    .filter(isWorkflow)
    .map(({ node }) => `/${node.path}/`);
  const findings = [...annotations.findError('*', Match.anyValue()), ...annotations.findWarning('*', Match.anyValue())]
    .filter(({ id }) => workflows.some(path => `${id}/`.startsWith(path)))
    .flatMap(({ id, entry }): Finding[] => {
      const [rule] = /^AwsSolutions-\w+/.exec(String(entry.data)) ?? [];
      return rule === undefined ? [] : [{ path: id, rule }];
    });
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

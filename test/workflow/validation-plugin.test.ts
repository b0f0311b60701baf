import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, aws_stepfunctions as sfn, Stack } from 'aws-cdk-lib';
import {
  WorkflowValidationPlugin,
  type WorkflowValidationPluginProps,
} from '../../src/workflow/checks/validation-plugin';

/** What the plugin says of a machine with this definition, in an app that uses nothing of ours. */
function report(definition: object, props: WorkflowValidationPluginProps = {}) {
  const outdir = mkdtempSync(join(tmpdir(), 'plugin-'));
  const stack = new Stack(new App({ outdir, analyticsReporting: false }), 'Orders');
  new sfn.StateMachine(stack, 'Order', { definitionBody: sfn.DefinitionBody.fromString(JSON.stringify(definition)) });
  const { templateFile } = (stack.node.root as App).synth().getStackByName('Orders');
  const path = join(outdir, templateFile);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toHaveProperty('Resources');
  return { path, ...new WorkflowValidationPlugin(props).validate({ templatePaths: [path] }) };
}

test('a machine without mistakes passes', () => {
  expect(report({ StartAt: 'Done', States: { Done: { Type: 'Succeed' } } })).toMatchObject({
    success: true,
    violations: [],
  });
});

test('fails for a machine that AWS would refuse, with the resource, the place and the change to make', () => {
  const { success, violations, path } = report({
    StartAt: 'Prepare',
    States: { Prepare: { Type: 'Pass', Next: 'Dune' }, Done: { Type: 'Succeed' } },
  });
  expect(success).toBe(false);
  expect(violations).toEqual([
    {
      ruleName: 'missing-target',
      description: "Missing 'Next' target: Dune",
      severity: 'error',
      fix: 'Use a state in the same scope: Prepare, Done; did you mean "Done"?',
      violatingResources: [
        { resourceLogicalId: expect.stringMatching(/^Order/), templatePath: path, locations: ['/States/Prepare/Next'] },
      ],
    },
    expect.objectContaining({ ruleName: 'unreachable-state' }),
  ]);
});

const WITH_WARNING = {
  StartAt: 'Greet',
  States: { Greet: { Type: 'Pass', Parameters: { name: '$.name' }, End: true } },
};

test('warnings are told and do not fail', () => {
  const { success, violations } = report(WITH_WARNING);
  expect(success).toBe(true);
  expect(violations.map(({ ruleName, severity }) => [ruleName, severity])).toEqual([['no-dollar', 'warning']]);
});

test('warnings can be left out, all of them or by rule', () => {
  expect(report(WITH_WARNING, { warnings: false }).violations).toEqual([]);
  expect(report(WITH_WARNING, { ignoredRules: ['no-dollar'] }).violations).toEqual([]);
});

test('fails for an ignored rule that does not exist, with the nearest one', () => {
  expect(() => new WorkflowValidationPlugin({ ignoredRules: ['no-dolar'] })).toThrow(
    /UNKNOWN_RULE.*\n[^]*Did you mean no-dollar\?/,
  );
});

test('an app with the plugin fails to synthesize where AWS would refuse a machine', () => {
  const app = new App({
    outdir: mkdtempSync(join(tmpdir(), 'plugin-')),
    policyValidationBeta1: [new WorkflowValidationPlugin()],
    analyticsReporting: false,
  });
  const stack = new Stack(app, 'Orders');
  new sfn.StateMachine(stack, 'Order', {
    definitionBody: sfn.DefinitionBody.fromString(JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Pass' } } })),
  });
  const before = process.exitCode;
  const lines: string[] = [];
  const log = jest.spyOn(console, 'log').mockImplementation(line => {
    lines.push(String(line));
  });
  const error = jest.spyOn(console, 'error').mockImplementation(line => {
    lines.push(String(line));
  });
  try {
    let failed = false;
    // older CDKs print the report and set the exit code, newer ones throw it
    try {
      app.synth();
    } catch (failure) {
      failed = true;
      lines.push(String(failure));
    }
    expect(failed || process.exitCode === 1).toBe(true);
    expect(lines.join('\n')).toContain('next-or-end');
  } finally {
    log.mockRestore();
    error.mockRestore();
    process.exitCode = before;
  }
});

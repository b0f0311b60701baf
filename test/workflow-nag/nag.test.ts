import { exampleNames, nag } from './findings';
import { isJsonObject, type Json } from '../../src/asl';
import type { Machine } from '../../src/cloudformation';
import { derivePermissions } from '../../src/permissions';

/** Findings on workflows that stay, and why. */
const SETTLED: Readonly<Record<string, string>> = {
  'AwsSolutions-SF1':
    'logs hold errors by default: every event of every execution costs; `logs: { level: ALL }` is one line',
  'AwsSolutions-IAM5': 'every wildcard of a role has a reason of its own: the test below',
};

/** Statements that the CDK itself writes: none of these actions has a resource type in the Service Authorization Reference. */
const CDK_OWN: ReadonlyArray<{ readonly actions: RegExp; readonly reason: string }> = [
  {
    actions:
      /^logs:(CreateLogDelivery|GetLogDelivery|UpdateLogDelivery|DeleteLogDelivery|ListLogDeliveries|PutResourcePolicy|DescribeResourcePolicies|DescribeLogGroups)$/,
    reason: 'log delivery has no resource type',
  },
  {
    actions: /^xray:(PutTraceSegments|PutTelemetryRecords|GetSamplingRules|GetSamplingTargets)$/,
    reason: 'traces have no resource type',
  },
];

/** What an example itself grants to its workflow, beside what is derived. */
const GRANTED: ReadonlyArray<{ readonly example: string; readonly actions: RegExp; readonly reason: string }> = [
  {
    example: 'polling-loop',
    actions: /^s3:/,
    reason: 'Transcribe reads the recordings with the rights of who starts the job: the example calls grantRead',
  },
];

interface Pair {
  readonly action: string;
  readonly resource: string;
}

function list(value: Json | undefined): string[] {
  return (Array.isArray(value) ? value : [value]).map(String);
}

/** What the role allows by pattern. */
function wildcards({ role }: Machine): Pair[] {
  return (role?.statements ?? [])
    .filter(isJsonObject)
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action, Resource }) =>
      list(Action).flatMap(action =>
        list(Resource)
          .filter(resource => resource.includes('*'))
          .map(resource => ({ action, resource })),
      ),
    );
}

/** The reason that the derived statement gives, or why the CDK writes it. */
function reasonOf(example: string, machine: Machine, { action, resource }: Pair): string | undefined {
  const { definition, type, partition, region, account, name } = machine;
  const { statements } = derivePermissions(definition, { type, partition, region, account, stateMachineName: name });
  return (
    statements.find(statement => statement.actions.includes(action) && statement.resources.includes(resource))
      ?.reason ??
    CDK_OWN.find(({ actions }) => actions.test(action))?.reason ??
    GRANTED.find(granted => granted.example === example && granted.actions.test(action))?.reason
  );
}

describe.each(exampleNames())('examples/%s', example => {
  const { findings, machines } = nag(example);

  test('has no findings on its workflows but those that are settled', () => {
    expect(findings.filter(({ rule }) => !Object.hasOwn(SETTLED, rule))).toEqual([]);
  });

  test('allows nothing by pattern without a reason', () => {
    expect(
      machines.flatMap(machine => wildcards(machine).filter(pair => reasonOf(example, machine, pair) === undefined)),
    ).toEqual([]);
  });

  test('allows * only for actions without resource type', () => {
    const bare = machines.flatMap(machine =>
      wildcards(machine)
        .filter(({ resource }) => resource === '*')
        .map(pair => reasonOf(example, machine, pair)),
    );
    expect(
      bare.filter(
        reason => !/has no resource type|have no resource type|which has no resource type/.test(reason ?? ''),
      ),
    ).toEqual([]);
  });
});

import { aws_stepfunctions as sfn, aws_stepfunctions_tasks as tasks } from 'aws-cdk-lib';
import { CDK_TASKS } from './cdk-tasks';
import { compare } from './compare';
import { DIFFERENCES } from './differences';
import type { KnownOfState } from '../../../src/permissions';

/** The roles of a task definition are not in the definition: who makes it tells. */
const KNOWN: Readonly<Record<string, KnownOfState>> = {
  'EcsRunTask': {
    passRoles: ['arn:aws:iam::111122223333:role/handed-over', 'arn:aws:iam::111122223333:role/Execution'],
  },
  'EcsRunTask.sync': {
    passRoles: ['arn:aws:iam::111122223333:role/handed-over', 'arn:aws:iam::111122223333:role/Execution'],
  },
};

test('all task classes of the CDK are compared', () => {
  const classes = Object.entries(tasks)
    .filter(
      ([, value]) =>
        typeof value === 'function' && (value as { prototype?: unknown }).prototype instanceof sfn.TaskStateBase,
    )
    .map(([name]) => name);
  const compared = new Set(Object.keys(CDK_TASKS).map(name => name.split('.')[0]));
  expect(classes.filter(name => !compared.has(name))).toEqual([]);
});

describe("what is derived is what the CDK's class allows, or the difference is settled", () => {
  test.each(Object.keys(CDK_TASKS))('%s', name => {
    const { onlyCdk, onlyOurs } = DIFFERENCES[name] ?? { onlyCdk: [], onlyOurs: [] };
    expect(compare(CDK_TASKS[name], KNOWN[name])).toEqual({ onlyCdk, onlyOurs });
  });
});

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stepwright } from './stepwright';

const folder = mkdtempSync(join(tmpdir(), 'tasks-'));

const definition = {
  StartAt: 'Charge',
  States: {
    Charge: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'charge' },
      ResultPath: '$.charge',
      Next: 'Each',
    },
    Each: {
      Type: 'Map',
      ItemsPath: '$.items',
      ItemProcessor: {
        StartAt: 'Tell',
        States: {
          Tell: {
            Type: 'Task',
            Resource: 'arn:aws:states:::sns:publish',
            Parameters: { TopicArn: '${Topic}', Message: 'x' },
            End: true,
          },
        },
      },
      Next: 'Ask',
    },
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      Parameters: {
        'QueueUrl': 'https://sqs.us-east-1.amazonaws.com/123456789012/q',
        'MessageBody.$': '$$.Task.Token',
      },
      End: true,
    },
  },
};
const path = join(folder, 'order.asl.json');
writeFileSync(path, JSON.stringify(definition));

test('Tasks are listed with their calls and default mocks, those in Maps included', async () => {
  const { code, out } = await stepwright('tasks', path);
  expect(code).toBe(0);
  expect(out).toBe(`Charge
  calls  lambda:invoke
  mock   {"returnsPayload":{}}

Ask
  calls  sqs:sendMessage.waitForTaskToken
  mock   {"returns":{}}

Tell
  calls  sns:publish
  mock   {"returns":{"MessageId":"MessageId","SequenceNumber":"SequenceNumber"}}
`);
});

test('the JSON is a file of mocks that the workflow runs with', async () => {
  const { out } = await stepwright('tasks', path, '--format', 'json');
  const mocks = join(folder, 'mocks.json');
  writeFileSync(mocks, out);
  const { code } = await stepwright(
    'run',
    path,
    '--input',
    '{"items":[1]}',
    '--mocks',
    mocks,
    '--substitutions',
    'Topic=arn:aws:sns:us-east-1:123456789012:news',
  );
  expect(code).toBe(0);
});

describe('init', () => {
  test('writes a test for the definition of a folder, and never over another file', async () => {
    const first = await stepwright('init', folder);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(join(folder, 'order.workflow.test.js'), 'utf8')).toMatchSnapshot();
    const second = await stepwright('init', folder);
    expect(second.code).toBe(2);
    expect(second.err).toContain('there is already a file');
  });

  test('fails in a folder with nothing to test', async () => {
    const { code, err } = await stepwright('init', mkdtempSync(join(tmpdir(), 'empty-')));
    expect(code).toBe(2);
    expect(err).toContain('the folder has nothing to test');
  });

  test('fails in a CDK app that is not synthesized, and says what to run', async () => {
    const app = mkdtempSync(join(tmpdir(), 'app-'));
    writeFileSync(join(app, 'cdk.json'), '{}');
    expect((await stepwright('init', app)).err).toContain('Run "npx cdk synth" first');
  });
});

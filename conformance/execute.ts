import { createHash } from 'node:crypto';
import type { ExecutionCase } from './case';
import { mockedTasks, recordedFiles } from './mocks';
import { compile, runAsync, type ObjectReader, type Run } from '../src/interpreter';

/** The region and account of all cases. */
const REGION = 'us-east-1';
const ACCOUNT = '111111111111';
const ROLE_ARN = `arn:aws:iam::${ACCOUNT}:role/sfn-role`;

/** Runs an execution case. */
export async function execute(recorded: ExecutionCase): Promise<Run> {
  const program = compile(recorded.definition, { type: recorded.type });
  return runAsync(program, {
    input: recorded.input,
    type: recorded.type,
    synchronous: startedSynchronously(recorded),
    region: REGION,
    account: ACCOUNT,
    roleArn: ROLE_ARN,
    startTime: recorded.now === undefined ? undefined : Date.parse(recorded.now),
    asOf: recorded.recordedAt === undefined ? undefined : Date.parse(recorded.recordedAt),
    onTask: mockedTasks(recorded),
    objects: objectsOf(recorded),
    // the recorder stopped it as soon as it waited
    abortAfterMs: recorded.expected.status === 'ABORTED' ? 1 : undefined,
  });
}

/** Cases do not say how an Express execution was started, but where it was recorded tells. */
function startedSynchronously({ type, source }: ExecutionCase): boolean {
  return type === 'EXPRESS' && /express_sync|execution_sync|StartSync/i.test(`${source?.test} ${source?.snapshotKey}`);
}

function objectsOf({ files, now }: ExecutionCase): ObjectReader {
  const objects = recordedFiles(files);
  return {
    get: (bucket, key) => objects.find(object => object.bucket === bucket && object.key === key)?.text,
    list: (bucket, prefix) =>
      objects
        .filter(object => object.bucket === bucket && object.key.startsWith(prefix))
        .map(({ key, text }) => ({
          key,
          size: Buffer.byteLength(text),
          etag: createHash('md5').update(text).digest('hex'),
          lastModified: Date.parse(now ?? '2024-01-01T00:00:00Z'),
        }))
        .sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
}

import { findMachine, readTemplate } from '../../src/cloudformation';
import { runLocally, compileWorkflow, compileMachine } from '../../src/local';

const map = (Bucket: unknown, reader: object): object => ({
  StartAt: 'M',
  States: {
    M: {
      Type: 'Map',
      ItemReader: {
        ReaderConfig: { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
        Resource: 'arn:aws:states:::s3:getObject',
        Parameters: { Bucket, Key: 'a/rows.csv' },
        ...reader,
      },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'P',
        States: { P: { Type: 'Pass', End: true } },
      },
      End: true,
    },
  },
});

test('a Distributed Map reads a file of the run', () => {
  const run = runLocally(
    compileWorkflow(map('b', {}) as never),
    {},
    { files: { 's3://b/a/rows.csv': 'id,n\nx,1\ny,2\n' } },
  );
  expect(run.output).toEqual([
    { id: 'x', n: '1' },
    { id: 'y', n: '2' },
  ]);
});

test('JSON is written as text', () => {
  const json = { ReaderConfig: { InputType: 'JSON' } };
  expect(
    runLocally(compileWorkflow(map('b', json) as never), {}, { files: { 's3://b/a/rows.csv': [1, 2] } }).output,
  ).toEqual([1, 2]);
});

test('a list has keys in order, sizes and entity tags', () => {
  const list = {
    Resource: 'arn:aws:states:::s3:listObjectsV2',
    Parameters: { Bucket: 'b', Prefix: 'a/' },
    ReaderConfig: undefined,
  };
  const { output } = runLocally(
    compileWorkflow(JSON.parse(JSON.stringify(map('b', list)))),
    {},
    { files: { 's3://b/a/2': 'two', 's3://b/a/1': 'ä', 's3://b/c': '', 's3://other/a/3': '' } },
  );
  expect(output).toEqual([
    expect.objectContaining({ Key: 'a/1', Size: 2 }),
    expect.objectContaining({ Key: 'a/2', Size: 3, Etag: expect.stringContaining('b8a9f715dbb64fd5c56e7783c6820a61') }),
  ]);
});

test('a bucket of the app is named by its logical id, and read by its name', () => {
  const app = readTemplate({
    Resources: {
      Uploads: { Type: 'AWS::S3::Bucket' },
      Machine: {
        Type: 'AWS::StepFunctions::StateMachine',
        Properties: { RoleArn: 'arn:aws:iam::123456789012:role/r', Definition: map({ Ref: 'Uploads' }, {}) },
      },
    },
  } as never);
  const subject = compileMachine(findMachine(app), app);
  expect(runLocally(subject, {}, { files: { 's3://Uploads/a/rows.csv': 'id\nx\n' } }).output).toEqual([{ id: 'x' }]);
});

test('fails for a name that is no S3 URL', () => {
  const subject = compileWorkflow({ StartAt: 'P', States: { P: { Type: 'Pass', End: true } } });
  expect(() => runLocally(subject, {}, { files: { 'rows.csv': '' } })).toThrow(
    expect.objectContaining({ code: 'INVALID_FILE_NAME' }),
  );
});

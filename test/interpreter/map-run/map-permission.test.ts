import type { Json } from '../../../src/asl';
import { redrive, type MapRunStart, type ObjectReader } from '../../../src/interpreter';
import { LAMBDA, only, onlyJsonata, result, runOf } from '../runs';

const map = (type: 'STANDARD' | 'EXPRESS', more: object = {}): object => ({
  Type: 'Map',
  Label: 'L',
  MaxConcurrency: 1,
  ItemProcessor: {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: type },
    StartAt: 'I',
    States: { I: { Type: 'Task', Resource: LAMBDA.Resource, End: true } },
  },
  ...more,
});
const objects: ObjectReader = {
  get: (bucket, key) => (`${bucket}/${key}` === 'in/items.json' ? '[1]' : undefined),
  list: () => [],
};
const onTask = ({ input }: { readonly input: Json }): { readonly output: Json } => ({ output: input });

/** Permits every Map Run, and keeps what it was asked. */
function asked(): { readonly starts: MapRunStart[]; readonly authorizeMap: (start: MapRunStart) => undefined } {
  const starts: MapRunStart[] = [];
  return { starts, authorizeMap: start => void starts.push(start) };
}

describe('the permission of a Map Run', () => {
  test('is asked with what reader and writer are given in this run', () => {
    const { starts, authorizeMap } = asked();
    const more = {
      InputPath: '$.here',
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        Parameters: { 'Bucket.$': '$.from', 'Key': 'items.json' },
      },
      ResultWriter: {
        Resource: 'arn:aws:states:::s3:putObject',
        Parameters: { 'Bucket.$': '$.to', 'Prefix.$': '$$.State.Name' },
      },
    };
    const run = runOf(
      only(map('STANDARD', more)),
      { here: { from: 'in', to: 'out' } },
      { authorizeMap, objects, onTask },
    );
    expect(run.status).toBe('SUCCEEDED');
    expect(starts).toEqual([
      {
        stateName: 'A',
        executionArn: run.executionArn,
        stateMachineArn: run.stateMachineArn,
        state: {
          ...map('STANDARD', more),
          End: true,
          ItemReader: { ...more.ItemReader, Parameters: { Bucket: 'in', Key: 'items.json' } },
          ResultWriter: { ...more.ResultWriter, Parameters: { Bucket: 'out', Prefix: 'A' } },
        },
      },
    ]);
  });

  test('is asked with what reader and writer are given in JSONata', () => {
    const { starts, authorizeMap } = asked();
    const more = {
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        Arguments: { Bucket: '{% $states.input.from %}', Key: 'items.json' },
      },
      ResultWriter: {
        Resource: 'arn:aws:states:::s3:putObject',
        Arguments: { Bucket: '{% $states.input.to %}', Prefix: 'p' },
      },
    };
    const item = {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      StartAt: 'I',
      States: { I: { Type: 'Pass', End: true } },
    };
    const run = runOf(
      onlyJsonata({ Type: 'Map', ItemProcessor: item, ...more }),
      { from: 'in', to: 'out' },
      { authorizeMap, objects },
    );
    expect(run.status).toBe('SUCCEEDED');
    expect(starts.map(({ state }) => [state.ItemReader, state.ResultWriter])).toEqual([
      [
        { ...more.ItemReader, Arguments: { Bucket: 'in', Key: 'items.json' } },
        { ...more.ResultWriter, Arguments: { Bucket: 'out', Prefix: 'p' } },
      ],
    ]);
    expect((run.output as { ResultWriterDetails: Json }).ResultWriterDetails).toEqual({
      Bucket: 'out',
      Key: expect.stringMatching(/^p\/[\da-f-]{36}\/manifest\.json$/),
    });
  });

  test('is asked with the state as it is, where it has neither', () => {
    const { starts, authorizeMap } = asked();
    runOf(only(map('EXPRESS')), [1], { authorizeMap, onTask });
    expect(starts.map(({ state }) => state)).toEqual([{ ...map('EXPRESS'), End: true }]);
  });

  test('fails the Map where it is refused, before a child starts', () => {
    const run = runOf(only(map('STANDARD')), [1], {
      onTask,
      authorizeMap: () => ({ error: 'States.Permissions', cause: 'no' }),
    });
    expect([result(run), run.children]).toEqual([{ status: 'FAILED', error: 'States.Permissions', cause: 'no' }, []]);
  });

  test.each<[type: 'STANDARD' | 'EXPRESS', redrives: object]>([
    ['STANDARD', { redrives: true }],
    ['EXPRESS', {}],
  ])('is asked again by a redrive, which redrives children if they are %s', (type, redrives) => {
    const { starts, authorizeMap } = asked();
    const first = runOf(only(map(type)), [1, 2], { onTask: () => ({ error: 'Down' }), authorizeMap });
    const again = redrive(first, { onTask, authorizeMap });
    expect(again.output).toEqual([1, 2]);
    const start = {
      stateName: 'A',
      state: { ...map(type), End: true },
      executionArn: first.executionArn,
      stateMachineArn: first.stateMachineArn,
    };
    expect(starts).toEqual([start, { ...start, ...redrives }]);
  });
});

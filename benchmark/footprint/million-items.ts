import { compile, run } from '../../src/interpreter';

const ITEMS = 1_000_000;
const program = compile({
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        ReaderConfig: { InputType: 'JSONL' },
        Parameters: { Bucket: 'bucket', Key: 'items.jsonl' },
      },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
        StartAt: 'Add',
        States: { Add: { Type: 'Pass', Parameters: { 'n.$': 'States.MathAdd($.n, 1)' }, End: true } },
      },
      ResultSelector: { done: true },
      End: true,
    },
  },
});

let peak = 0;
const look = (): void => {
  peak = Math.max(peak, process.memoryUsage().rss);
};
const start = performance.now();
// made piece by piece, so that it is the Map Run that is measured
const lines = Array.from({ length: ITEMS / 1000 }, (_, piece) =>
  Array.from({ length: 1000 }, (__, n) => `{"n":${piece * 1000 + n}}`).join('\n'),
).join('\n');
const { status, error, cause } = run(program, {
  objects: { get: () => lines, list: () => [] },
  onProgress: look,
  withoutLimits: ['payload'],
});
look();
if (status !== 'SUCCEEDED') throw new Error(`${status} ${error} ${cause}`);
console.log(
  JSON.stringify({ items: ITEMS, peakMb: Math.round(peak / 1_000_000), seconds: (performance.now() - start) / 1000 }),
);

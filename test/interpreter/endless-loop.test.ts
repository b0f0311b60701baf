import { runOf } from './runs';
import { LocalWorkflow } from '../../src/testing';

const loop = {
  StartAt: 'Again',
  States: {
    'Again': { Type: 'Pass', Next: 'Done?' },
    'Done?': { Type: 'Choice', Choices: [{ Variable: '$.done', BooleanEquals: true, Next: 'End' }], Default: 'Again' },
    'End': { Type: 'Succeed' },
  },
};

test('fails an endless Express loop with a code, and shows the beginning of the run', () => {
  const run = (): unknown => LocalWorkflow.fromDefinition(loop, { type: 'EXPRESS' }).runSync({ done: false });
  expect(run).toThrow(/^ENDLESS_LOOP: a loop entered 250000 states without any time passing\n {2}at: state '/);
  expect(run).toThrow(/until then:\n[^]*\d more lines …/);
});

test('does not take a large Map for a loop', () => {
  const map = {
    StartAt: 'M',
    States: {
      M: {
        Type: 'Map',
        ItemsPath: '$.items',
        ItemProcessor: { StartAt: 'A', States: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', End: true } } },
        ResultPath: null,
        OutputPath: '$.done',
        End: true,
      },
    },
  };
  const items = new Array<number>(130_000).fill(0);
  const run = runOf(map, { items, done: true }, { type: 'EXPRESS', withoutLimits: ['payload'] });
  expect([run.output, run.transitions]).toEqual([true, 260_001]);
});

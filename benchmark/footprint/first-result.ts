import { compile, run } from '../../src/interpreter';

const { output } = run(
  compile({
    StartAt: 'Add',
    States: {
      Add: { Type: 'Pass', Parameters: { 'sum.$': 'States.MathAdd($.a, 1)' }, Next: 'Choose' },
      Choose: { Type: 'Choice', Choices: [{ Variable: '$.sum', NumericEquals: 2, Next: 'Done' }], Default: 'Done' },
      Done: { Type: 'Succeed' },
    },
  }),
  { input: { a: 1 } },
);
if ((output as { sum: number }).sum !== 2) throw new Error('a wrong result');

import { costOf } from '../../src/cost';
import { costText, durationText } from '../../src/local';

test.each([
  [0, '0s'],
  [250, '250ms'],
  [61_000, '1m 1s'],
  [14_400_000, '4h'],
  [90_061_001, '1d 1h 1m 1s 1ms'],
  [31_536_000_000, '365d'],
])('%s ms are %s', (ms, text) => {
  expect(durationText(ms)).toBe(text);
});

test('the price of a run stands as Standard and as Express', () => {
  expect(costText(costOf({ transitions: 12, durationMs: 5200 }))).toBe(
    [
      'State transitions  12',
      'Price as Standard  $0.0003  list price of us-east-1, without free tier',
      'Price as Express   $0.00000642  1 request, 5s 200ms at 64 MB, list price of us-east-1',
    ].join('\n'),
  );
});

test('it says why there is no Express price, and what child executions cost', () => {
  const children = [{ type: 'STANDARD' as const, transitions: 3, durationMs: 0 }];
  expect(
    costText(
      costOf({ transitions: 4, durationMs: 1, standardOnly: "'M' is a Distributed Map", children }, 'sa-east-1'),
    ),
  ).toBe(
    [
      'State transitions  4',
      'Price as Standard  $0.00015  list price of sa-east-1, without free tier',
      "Price as Express   not possible: 'M' is a Distributed Map",
      'Child executions   $0.000112  1 executions, 3 transitions of their own',
    ].join('\n'),
  );
});

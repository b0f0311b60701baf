import { isAlarming } from '../../../src/local/cloudwatch/alarm-state';

/** Periods from the oldest to the newest: X breaches, 0 does not, - has no data. */
function state(range: string, needed: number, periods = 3): string {
  const values = [...range.replace(/ /g, '')].map(sign => (sign === '-' ? undefined : sign === 'X' ? 1 : 0));
  return ['missing', 'ignore', 'breaching', 'notBreaching']
    .filter(missing => isAlarming(values, { periods, needed, missing, breaches: value => value > 0 }))
    .join(' ');
}

describe('three of three periods, as AWS documents them', () => {
  test.each([
    ['0 - X - X', ''],
    ['0 - - - -', ''],
    ['- - - - -', 'breaching'],
    ['0 X X - X', 'missing ignore breaching notBreaching'],
    ['- - X - -', 'missing breaching'],
  ])('%s alarms with: %s', (range, treatments) => {
    expect(state(range, 3)).toBe(treatments);
  });
});

describe('two of three periods, as AWS documents them', () => {
  test.each([
    ['0 - X - X', 'missing ignore breaching notBreaching'],
    ['0 0 X 0 X', 'missing ignore breaching notBreaching'],
    ['0 - X - -', 'breaching'],
    ['- - - - 0', 'breaching'],
    ['- - - X -', 'missing breaching'],
  ])('%s alarms with: %s', (range, treatments) => {
    expect(state(range, 2)).toBe(treatments);
  });
});

test('one of one period alarms on any breach, and on nothing at all where that breaches', () => {
  expect(state('X', 1, 1)).toBe('missing ignore breaching notBreaching');
  expect(state('0', 1, 1)).toBe('');
  expect(state('-', 1, 1)).toBe('breaching');
});

import { order } from './order';

test('a typed flow renders as a person would write it', () => {
  expect(JSON.stringify(order.toAsl(), null, 1)).toBe('');
});

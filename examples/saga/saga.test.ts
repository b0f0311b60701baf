import { App } from 'aws-cdk-lib';
import { LocalWorkflow, returns, returnsPayload, sequence, throws, type Mocks } from 'stepwright/testing';
import 'stepwright/testing/jest';
import { TripStack } from './trip-stack';

const workflow = LocalWorkflow.fromStack(new TripStack(new App(), 'Trips'), 'BookTrip');

const mocks: Mocks = {
  'Bookflight': returnsPayload({ id: 'F1' }),
  'Bookhotel': returnsPayload({ id: 'H1' }),
  'Bookcar': returnsPayload({ id: 'C1' }),
  'Undoflight': returnsPayload({}),
  'Undohotel': returnsPayload({}),
  'sns:publish': returns({ MessageId: 'm' }),
};
const noCar = throws('NoCar', 'none left');

test('a trip is booked', async () => {
  expect(await workflow.run({ to: 'Lisbon' }, { mocks })).toHaveSucceeded({ flight: 'F1', hotel: 'H1', car: 'C1' });
});

test('without a car, hotel and flight are undone, in this order', async () => {
  const run = await workflow.run({ to: 'Lisbon' }, { mocks: { ...mocks, Bookcar: noCar } });
  expect(run).toHaveFailed({ error: 'NoCar', cause: /none left/ });
  expect(run).toHaveVisitedInOrder('Book car', 'Undo hotel', 'Undo flight', 'Tell of the failure', 'Not booked');
  expect(run).toHaveCalled('Undo hotel', expect.objectContaining({ Payload: { id: 'H1' } }));
  expect(run).toHaveCalled('Undo flight', expect.objectContaining({ Payload: { id: 'F1' } }));
});

test('without a hotel only the flight is undone', async () => {
  const run = await workflow.run({}, { mocks: { ...mocks, Bookhotel: throws('NoRoom', 'full') } });
  expect(run).toHaveFailed('NoRoom');
  expect(run).toHaveVisited('Undo flight');
  expect(run).not.toHaveVisited('Undo hotel');
});

test('without a flight nothing is undone', async () => {
  const run = await workflow.run({}, { mocks: { ...mocks, Bookflight: throws('NoSeat', 'full') } });
  expect(run.visited).toEqual(['Book flight', 'Tell of the failure', 'Not booked']);
});

test('an undo that fails is tried until it holds', async () => {
  const down = throws('Down', 'later');
  const run = await workflow.run(
    {},
    { mocks: { ...mocks, Bookcar: noCar, Undohotel: sequence(down, down, down, returnsPayload({})) } },
  );
  expect(run).toHaveRetried('Undo hotel', 3);
  expect(run).toHaveTaken(2 + 4 + 8);
  expect(run).toHaveVisited('Undo flight');
});

import { isConfirmed, modelDate, modeledServices, sdkServices, serviceModel, type Shape } from '../../src/services';

function membersOf(service: string, action: string): Record<string, Shape> {
  const { input } = serviceModel(service)!.operations.get(action)!;
  return Object.fromEntries([...input.members].map(([name, { shape }]) => [name, shape]));
}

test('the models name their month', () => {
  expect(modelDate()).toMatch(/^20\d\d-[01]\d$/);
});

test('every operation of every service is complete', () => {
  const broken = modeledServices().flatMap(service =>
    [...serviceModel(service)!.operations.values()].filter(
      ({ input, output, errors }) =>
        input?.kind !== 'structure' || output?.kind !== 'structure' || errors.some(error => error === undefined),
    ),
  );
  expect(broken).toEqual([]);
});

test('a model has types, limits, values, and required members', () => {
  const { operations, className, signingName } = serviceModel('lambda')!;
  const { input, errors } = operations.get('invoke')!;
  expect([className, signingName]).toEqual(['Lambda', 'lambda']);
  expect(input.members.get('FunctionName')).toMatchObject({ required: true, shape: { kind: 'string', min: 1 } });
  expect(input.members.get('InvocationType')!.shape).toEqual({
    kind: 'string',
    oneOf: ['Event', 'RequestResponse', 'DryRun'],
  });
  expect(input.members.get('Payload')!.shape.kind).toBe('blob');
  expect(errors).toContain('TooManyRequestsException');
  expect(membersOf('dynamodb', 'query').Limit).toMatchObject({ kind: 'integer', min: 1 });
});

test('a shape can contain itself', () => {
  const item = membersOf('dynamodb', 'putItem').Item;
  const value = item.kind === 'map' && item.value.kind === 'structure' ? item.value : undefined;
  const list = value!.members.get('L')!.shape;
  expect(list.kind === 'list' && list.item).toBe(value);
});

test('services that AWS has ended are gone, and those of 2026 are known', () => {
  expect(serviceModel('qldb')).toBeUndefined();
  expect(['s3vectors', 'bedrockagentcore'].map(isConfirmed)).toEqual([true, true]);
});

test('a service that is in the models only is not known to be called by Step Functions', () => {
  const open = modeledServices().filter(service => !isConfirmed(service));
  expect(open).toContain('globalaccelerator');
  expect(sdkServices()).not.toContain('globalaccelerator');
});

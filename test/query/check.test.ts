import { checkExpression, checkIntrinsic, checkPath, checkPathOrIntrinsic, checkReferencePath } from '../../src/query';

describe('checking the syntax of a text', () => {
  test('finds nothing wrong with what is right', () => {
    expect([
      checkPath('$.a[*]'),
      checkReferencePath('$.a[0]'),
      checkIntrinsic("States.Format('{}', $.a)"),
      checkPathOrIntrinsic('States.UUID()'),
      checkPathOrIntrinsic('$.a'),
      checkExpression('$x + 1'),
    ]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
  });

  test('fails with the place', () => {
    expect(checkPath('$.a b')).toEqual({ message: 'a name has a space in it; write it in brackets', position: 2 });
    expect(checkReferencePath('$.a[*]')).toEqual({
      message: 'a Reference Path must identify one value, so only names and indexes are allowed',
      position: 0,
    });
    expect(checkIntrinsic('States.Array(1')).toEqual({ message: ', or ) is missing', position: 14 });
    expect(checkPathOrIntrinsic('States.Nope()')).toEqual({
      message: 'States.Nope is no intrinsic function',
      position: 0,
    });
    expect(checkExpression('1 +')).toEqual({ message: 'Unexpected end of expression', position: 3 });
  });
});

import { compilePath, PathInapplicable, PathNotFound, PathSyntaxError } from '../../../src/query/json-path';
import { parsePath } from '../../../src/query/json-path/parse';
import { fixedEnvironment } from '../fixed-environment';
import cases from './cases.json';

/** What applying a path comes to, in the form of the cases. */
function outcome(path: string, document: unknown): Record<string, unknown> {
  try {
    return { value: compilePath(path).find(document as never, fixedEnvironment()) };
  } catch (error) {
    if (error instanceof PathSyntaxError) return { refused: true };
    if (error instanceof PathNotFound) return { notFound: error.message };
    if (error instanceof PathInapplicable) return { inapplicable: error.message };
    throw error;
  }
}

describe('a path over a document', () => {
  test.each(cases.map(({ path, document, known, ...expected }) => ({ path, document, known, expected })))(
    '$path over $document (known from: $known)',
    ({ path, document, expected }) => {
      expect(outcome(path, document)).toEqual(expected);
    },
  );

  test('a second $ is no name', () => {
    expect(() => parsePath('$$.a', '$.a')).toThrow(PathSyntaxError);
  });
});

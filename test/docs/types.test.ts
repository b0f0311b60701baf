import { basename } from 'node:path';
import { codeBlocks, typeErrors } from './code-blocks';

/** The pages whose code is type-checked, all by one compiler: most of its time goes into libraries that they share. */
const PAGES = ['README.md', 'docs/testing.md', 'docs/typed.md'];

test('the code of the pages has no type errors', () => {
  const files = new Map(
    PAGES.flatMap(page =>
      codeBlocks(page).flatMap(({ file, text }): Array<[string, string]> =>
        file === undefined ? [] : [[`${basename(page, '.md')}/${file}`, text]],
      ),
    ),
  );
  expect(files.size).toBeGreaterThan(10);
  expect(typeErrors(files)).toEqual([]);
});

import { existsSync, readdirSync } from 'node:fs';
import * as path from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { ROOT } from './code-blocks';

const examples = readdirSync(path.join(ROOT, 'examples')).filter(name =>
  existsSync(path.join(ROOT, 'examples', name, 'app.ts')),
);

test.each(examples)('the example %s is a runnable folder that synthesizes without a warning', name => {
  const files = readdirSync(path.join(ROOT, 'examples', name));
  expect(files).toEqual(
    expect.arrayContaining([
      'README.md',
      'app.ts',
      'cdk.json',
      expect.stringMatching(/\.test\.ts$/),
      expect.stringMatching(/-stack\.ts$/),
    ]),
  );
  const file = files.find(candidate => candidate.endsWith('-stack.ts'))!;
  const [StackClass] = Object.values(jest.requireActual(path.join(ROOT, 'examples', name, file))) as Array<
    new (scope: App, id: string) => Stack
  >;
  const app = new App();
  new StackClass(app, 'Example');
  expect(
    app.synth().stacks.flatMap(({ messages }) => messages.map(({ level, entry }) => `${level}: ${String(entry.data)}`)),
  ).toEqual([]);
});

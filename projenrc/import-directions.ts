import { javascript } from 'projen';

/** The folders that each folder of src/ can import, in addition to itself and errors.ts. The folder tree is the architecture. */
const KNOWS: Record<string, string[]> = {
  'asl': [],
  'query': ['asl'],
  'services': ['asl'],
  'validation': ['asl', 'query', 'services'],
  'permissions': ['asl', 'services'],
  'cost': ['asl'],
  'graph': ['asl'],
  'cloudformation': ['asl'],
  'interpreter': ['asl', 'query'],
  'sources': ['asl', 'cloudformation'],
  'local': [
    'asl',
    'query',
    'interpreter',
    'cloudformation',
    'sources',
    'permissions',
    'validation',
    'cost',
    'services',
    'graph',
    'monitoring/metric-table.ts',
  ],
  'integrations': ['asl', 'services'],
  'chain': ['asl', 'integrations'],
  'workflow': [
    'asl',
    'integrations',
    'chain',
    'permissions',
    'validation',
    'cloudformation',
    'notifications',
    'monitoring',
    'graph',
  ],
  'notifications': ['asl'],
  'monitoring': ['asl', 'cost'],
  'local-run': ['asl', 'interpreter', 'local', 'cloudformation', 'sources', 'graph'],
  'testing': [
    'local-run',
    'asl',
    'query',
    'local',
    'interpreter',
    'permissions',
    'validation',
    'cloudformation',
    'sources',
    'cost',
    'graph',
  ],
  'typed': ['asl', 'integrations', 'chain'],
  'cli': [
    'asl',
    'query',
    'local',
    'interpreter',
    'permissions',
    'validation',
    'cloudformation',
    'sources',
    'cost',
    'graph',
  ],
};

/** The folders that run without the CDK. */
const WITHOUT_CDK = [
  'asl',
  'services',
  'query',
  'validation',
  'permissions',
  'cost',
  'graph',
  'cloudformation',
  'sources',
  'interpreter',
  'local',
  'cli',
];

/** Makes the linter check that imports go one way. */
export function importDirections(eslint: javascript.Eslint): void {
  eslint.addRules({
    'import/no-restricted-paths': [
      'error',
      {
        zones: Object.entries(KNOWS).map(([folder, known]) => ({
          target: `./src/${folder}`,
          from: './src',
          except: [folder, ...known].map(name => `./${name}`).concat('./errors.ts'),
          message: `src/${folder} may import ${known.length ? known.join(', ') : 'nothing but errors.ts'}`,
        })),
      },
    ],
  });
  eslint.addOverride({
    files: WITHOUT_CDK.map(folder => `src/${folder}/**/*.ts`),
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['aws-cdk-lib', 'aws-cdk-lib/*', 'constructs'],
              message: 'This folder runs where no CDK is installed.',
            },
          ],
        },
      ],
    },
  });
  eslint.addOverride({
    files: ['src/interpreter/**/*.ts', 'src/query/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['setTimeout', 'setInterval', 'setImmediate', 'fetch', 'performance'].map(name => ({
          name,
          message: "The interpreter is pure: effects belong to the runner's caller.",
        })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes from the virtual clock.' },
        { object: 'Math', property: 'random', message: 'Random numbers come from the seed.' },
      ],
    },
  });
}

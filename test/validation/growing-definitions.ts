import type { Json } from '../../src/asl';
import { validate } from '../../src/validation';
import { countWork } from '../work/count-work';

function states(count: number, state: (i: number) => object): Json {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`S${i}`, state(i)])) as Json;
}

const next = (i: number, count: number): object => (i < count - 1 ? { Next: `S${i + 1}` } : { End: true });

/** Definitions of any number of states, by what they are made of. */
const DEFINITIONS: ReadonlyArray<readonly [string, (count: number) => Json]> = [
  [
    'a JSONata chain with variables',
    count => ({
      QueryLanguage: 'JSONata',
      StartAt: 'S0',
      States: states(count, i => ({
        Type: 'Pass',
        Assign: { [`v${i}`]: `{% $states.input.n + ${i} %}` },
        Output: { n: i === 0 ? 0 : `{% $v${i - 1} %}` },
        ...next(i, count),
      })),
    }),
  ],
  [
    'a JSONPath chain that collects results',
    count => ({
      StartAt: 'S0',
      States: states(count, i => ({
        Type: 'Task',
        Resource: 'arn:aws:states:::sqs:sendMessage',
        Parameters: { 'MessageBody.$': `$.r${i}` },
        ResultPath: `$.r${i + 1}`,
        ...next(i, count),
      })),
    }),
  ],
  [
    'states that all lead nowhere',
    count => ({ StartAt: 'S0', States: states(count, i => ({ Type: 'Pass', Next: `T${i}` })) }),
  ],
  [
    'loops within loops',
    count => ({
      StartAt: 'S0',
      States: states(count, i => ({
        Type: 'Choice',
        Choices: [7919, 104729].map(step => ({
          Variable: `$v${(i * 31) % count}`,
          IsPresent: true,
          Next: `S${(i * step) % count}`,
        })),
        Default: `S${(i + 1) % count}`,
        Assign: { [`v${i}`]: i },
      })),
    }),
  ],
];

/** The sizes that are compared. */
export const SIZES = [1_000, 2_000] as const;

/** How much work the validation of a definition is, at each size, and the rules that failed to look at it. */
export interface Growth {
  readonly name: string;
  readonly units: readonly number[];
  readonly failed: readonly string[];
}

if (require.main === module) {
  validate(DEFINITIONS[0][1](3)); // what is loaded and compiled on first use is not the definition's work
  for (const [name, definition] of DEFINITIONS) {
    const failed: string[] = [];
    const units = SIZES.map(count => {
      const made = definition(count);
      return countWork(() => {
        failed.push(...validate(made).flatMap(({ rule, code }) => (code === 'RULE_FAILED' ? [rule] : [])));
      });
    });
    process.stdout.write(`${JSON.stringify({ name, units, failed } satisfies Growth)}\n`);
  }
}

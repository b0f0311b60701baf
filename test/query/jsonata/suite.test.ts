import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsonata from 'jsonata';
import differences from './differences.json';
import {
  createFrame,
  defineFunction,
  evaluate,
  functions,
  implementations,
  parse,
  type Expression,
  type Limits,
} from '../../../generated/jsonata';
import { linearRegex } from '../../../src/query/jsonata/regex';

/** JSONata's official suite, as data: `cases.json` and `datasets.json` in one folder. */
const FOLDER = process.env.STEPWRIGHT_JSONATA_SUITE;

interface SuiteCase {
  readonly id: string;
  readonly expr: string;
  readonly data?: unknown;
  readonly dataset?: string | null;
  readonly bindings?: Record<string, unknown>;
  readonly depth?: number;
}

/** What an evaluation comes to. */
interface Outcome {
  readonly value?: string;
  readonly code?: string;
  readonly message?: string;
}

const NOW = Date.UTC(2026, 0, 1);

/** What differs from the original on purpose: its limits of time and depth are ours, and so are the operators that AWS does not have. */
const DECIDED = new Map(differences.map(({ id, decision }) => [id, decision]));

/** Regular expressions that a linear evaluator cannot match. */
const REFUSED = new Set<string>([]);

function plain(value: unknown): string | undefined {
  return JSON.stringify(value, (_, inner) => {
    if (typeof inner === 'function' || inner?._jsonata_lambda || inner?._jsonata_function) return '(function)';
    return typeof inner === 'number' && !Number.isFinite(inner) ? String(inner) : (inner as unknown);
  });
}

function failed(error: unknown): Outcome {
  const { code, message, constructor } = error as { code?: string; message: string; constructor: { name: string } };
  return { code: code ?? constructor.name, message };
}

/** Limits that do not bind, beside the depth of the case. */
function wide(depth: number, steps = 2e8): Limits {
  return {
    steps,
    memory: 1e10,
    depth: 0,
    maxDepth: depth,
    maxItems: 1e7,
    maxText: 1e9,
    exceeded: what => {
      throw Object.assign(new Error(what), { code: what });
    },
    random: () => 0.5,
    regex: linearRegex,
  };
}

function ours({ expr, bindings = {}, depth = 1000 }: SuiteCase, input: unknown, steps?: number): Outcome {
  try {
    const frame = createFrame(functions);
    frame.bind(
      'now',
      defineFunction(function (this: unknown, picture?: string, timezone?: string) {
        return implementations.fromMillis.call(this, NOW, picture, timezone);
      }, '<s?s?:s>'),
    );
    frame.bind(
      'millis',
      defineFunction(() => NOW, '<:n>'),
    );
    for (const [name, value] of Object.entries(bindings)) frame.bind(name, value);
    frame.bind('$', input);
    const expression: Expression = parse(expr, linearRegex);
    return { value: plain(evaluate(expression, input, frame, NOW, wide(depth, steps))) };
  } catch (error) {
    return failed(error);
  }
}

async function original({ expr, bindings, depth = 1000 }: SuiteCase, input: unknown): Promise<Outcome> {
  try {
    return { value: plain(await jsonata(expr, { stack: depth, timeout: 100_000 } as never).evaluate(input, bindings)) };
  } catch (error) {
    return failed(error);
  }
}

if (FOLDER === undefined || !existsSync(join(FOLDER, 'cases.json'))) {
  // eslint-disable-next-line no-console
  console.warn(
    "\n*** JSONata's official suite was NOT run: set STEPWRIGHT_JSONATA_SUITE to a folder with cases.json and datasets.json ***\n",
  );
  test('the suite is looked for where STEPWRIGHT_JSONATA_SUITE says', () => {
    expect(FOLDER === undefined || !existsSync(FOLDER) || !existsSync(join(FOLDER, 'cases.json'))).toBe(true);
  });
} else {
  const read = (name: string): never => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as never;
  const cases: SuiteCase[] = read('cases.json');
  const datasets: Record<string, unknown> = read('datasets.json');
  const inputOf = ({ dataset, data }: SuiteCase): unknown =>
    structuredClone(typeof dataset === 'string' ? datasets[dataset] : dataset === null ? undefined : data);

  test('the synchronous evaluator answers as the asynchronous original, but where it is decided otherwise', async () => {
    const wrong: unknown[] = [];
    for (const one of cases) {
      if (DECIDED.get(one.id) === '2.0.6' || one.id.startsWith('tail-recursion/') || REFUSED.has(one.id)) continue;
      const [mine, theirs] = [ours(one, inputOf(one)), await original(one, inputOf(one))];
      // $shuffle and $random draw from another source
      if (/\$(shuffle|random|now|millis)\(/.test(one.expr) && mine.code === theirs.code) continue;
      if (JSON.stringify(mine) !== JSON.stringify(theirs)) wrong.push({ id: one.id, expr: one.expr, mine, theirs });
    }
    expect(wrong).toEqual([]);
    expect(cases.length).toBeGreaterThan(1600);
  }, 400_000);

  test('recursion ends, where the original needs a time-out', () => {
    const outcomes = cases
      .filter(({ id }) => id.startsWith('tail-recursion/'))
      .map(one => {
        const { value, code } = ours(one, inputOf(one), 5e6);
        return `${one.id.split('/')[1]} ${value ?? code ?? 'nothing'}`;
      });
    expect(outcomes).toEqual([
      'case000#0 nothing',
      'case001#0 9.33262154439441e+155',
      'case002#0 depth',
      'case003#0 120',
      'case004#0 5.7133839564458575e+262',
      'case005#0 depth',
      'case006#0 steps',
      'case007#0 true',
      'case008#0 ["a","a","a","a"]',
      'case009#0 T0410',
    ]);
  });

  test('every case in which 2.0.6 and 2.2.2 differ comes out as decided', () => {
    const byId = new Map(cases.map(one => [one.id, one]));
    const wrong = differences.filter(difference => {
      if (difference.id.startsWith('tail-recursion/')) return false;
      const one = byId.get(difference.id);
      if (one === undefined) return true;
      const { value, code } = ours(one, inputOf(one));
      const { value: wanted, code: wantedCode } = difference[difference.decision as '2.0.6' | '2.2.2'] as {
        value?: unknown;
        code?: string;
      };
      return code !== wantedCode || (wanted === undefined ? value !== undefined : value !== plain(wanted));
    });
    expect(wrong).toEqual([]);
  });
}

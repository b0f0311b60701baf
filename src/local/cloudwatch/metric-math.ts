import { StepwrightError } from '../../errors';

/** A value at one time; undefined where there is no data. */
type Value = number | undefined;

/** Computes an expression at one time from what its names stand for. */
export type MathExpression = (read: (name: string) => Value) => Value;

const TOKEN = /\s*(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[A-Za-z]\w*|&&|\|\||==|!=|<=|>=|[-+*/^<>(),])/y;

/** The operators, weak to strong. */
const LEVELS: ReadonlyArray<Readonly<Record<string, (a: number, b: number) => number>>> = [
  { '||': (a, b) => truth(a !== 0 || b !== 0), 'OR': (a, b) => truth(a !== 0 || b !== 0) },
  { '&&': (a, b) => truth(a !== 0 && b !== 0), 'AND': (a, b) => truth(a !== 0 && b !== 0) },
  {
    '<': (a, b) => truth(a < b),
    '<=': (a, b) => truth(a <= b),
    '>': (a, b) => truth(a > b),
    '>=': (a, b) => truth(a >= b),
    '==': (a, b) => truth(a === b),
    '!=': (a, b) => truth(a !== b),
  },
  { '+': (a, b) => a + b, '-': (a, b) => a - b },
  { '*': (a, b) => a * b, '/': (a, b) => a / b },
  { '^': (a, b) => a ** b },
];

const FUNCTIONS: Readonly<Record<string, (args: readonly Value[]) => Value>> = {
  IF: ([condition, then, otherwise]) => (condition === undefined ? undefined : condition !== 0 ? then : otherwise),
  FILL: ([value, filler]) => value ?? filler,
  ABS: ([value]) => (value === undefined ? undefined : Math.abs(value)),
  CEIL: ([value]) => (value === undefined ? undefined : Math.ceil(value)),
  FLOOR: ([value]) => (value === undefined ? undefined : Math.floor(value)),
};

/**
 * An expression of metric math.
 *
 * @throws StepwrightError UNSUPPORTED_METRIC_MATH for what is not understood: it is never taken as "not raised"
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
export function metricMath(text: string, where: string): MathExpression {
  const tokens = tokensOf(text, where);
  let at = 0;
  const refuse = (received: string): never => {
    throw refused(where, received, text);
  };
  const expect = (token: string): void => {
    if (tokens[at++] !== token) refuse(tokens[at - 1] ?? 'the end');
  };
  function level(index: number): MathExpression {
    if (index === LEVELS.length) return operand();
    let left = level(index + 1);
    for (let sign = tokens[at]; sign !== undefined && Object.hasOwn(LEVELS[index], sign); sign = tokens[at]) {
      at++;
      const [a, b, compute] = [left, level(index + 1), LEVELS[index][sign]];
      left = read => {
        const [x, y] = [a(read), b(read)];
        return x === undefined || y === undefined ? undefined : finite(compute(x, y));
      };
    }
    return left;
  }
  function operand(): MathExpression {
    const token = tokens[at++];
    if (token === undefined) return refuse('the end');
    if (token === '-') {
      const inner = operand();
      return read => {
        const value = inner(read);
        return value === undefined ? undefined : -value;
      };
    }
    if (token === '(') {
      const inner = level(0);
      expect(')');
      return inner;
    }
    if (/^\d/.test(token)) return () => Number(token);
    if (tokens[at] !== '(') return /^[a-z]/.test(token) ? read => read(token) : refuse(token);
    return call(token);
  }
  function call(name: string): MathExpression {
    if (!Object.hasOwn(FUNCTIONS, name)) return refuse(`${name}()`);
    expect('(');
    const args = [level(0)];
    while (tokens[at] === ',') {
      at++;
      args.push(level(0));
    }
    expect(')');
    return read => FUNCTIONS[name](args.map(arg => arg(read)));
  }
  const expression = level(0);
  return at === tokens.length ? expression : refuse(tokens[at]);
}

function tokensOf(text: string, where: string): string[] {
  const tokens: string[] = [];
  for (let from = 0; from < text.trimEnd().length; from = TOKEN.lastIndex) {
    TOKEN.lastIndex = from;
    const found = TOKEN.exec(text);
    if (found === null) throw refused(where, text.slice(from, from + 20), text);
    tokens.push(found[1]);
  }
  return tokens;
}

function refused(where: string, received: string, text: string): StepwrightError {
  return new StepwrightError(
    'UNSUPPORTED_METRIC_MATH',
    "a metric expression is not supported, so the state of the alarm can't be evaluated",
    {
      where,
      received: `${received} in ${text}`,
      allowed: `numbers, names of metrics, + - * / ^, comparisons, && and ||, ${Object.keys(FUNCTIONS).join(', ')}`,
      fix: "Use only supported functions, or don't assert on this alarm.",
    },
  );
}

function truth(holds: boolean): number {
  return holds ? 1 : 0;
}

/** CloudWatch gives no data for a division by zero. */
function finite(value: number): Value {
  return Number.isFinite(value) ? value : undefined;
}

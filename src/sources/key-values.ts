import { existsSync, readFileSync } from 'node:fs';
import { isJsonObject, type Json } from '../asl';
import { StepwrightError } from '../errors';

/**
 * Values by key, from `KEY=VALUE` and files. A file is a JSON object, a parameter file of the AWS CLI, or `samconfig.toml`,
 * of which the default environment's deploy section counts.
 *
 * @param option the option's name, for messages
 * @see https://docs.aws.amazon.com/cli/latest/reference/cloudformation/create-stack.html
 */
export function keyValues(given: readonly string[] | undefined, option: string): Record<string, Json> | undefined {
  if (given === undefined) return undefined;
  const all: Record<string, Json> = {};
  for (const one of given) {
    const at = one.indexOf('=');
    if (at > 0 && !(one.endsWith('.json') && existsSync(one))) all[one.slice(0, at)] = one.slice(at + 1);
    else Object.assign(all, valuesOfFile(one, option));
  }
  return all;
}

/** The same, with every value as text. */
export function keyTexts(given: readonly string[] | undefined, option: string): Record<string, string> | undefined {
  const values = keyValues(given, option);
  if (values === undefined) return undefined;
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      Array.isArray(value)
        ? value.map(String).join(',')
        : typeof value === 'object'
          ? JSON.stringify(value)
          : String(value),
    ]),
  );
}

function valuesOfFile(file: string, option: string): Record<string, Json> {
  if (!existsSync(file)) {
    throw new StepwrightError('INVALID_KEY_VALUE', `${option} takes KEY=VALUE, or a file`, {
      received: file,
      fix: /\.(?:json|toml|ya?ml)$/.test(file) ? 'Fix the path: there is no such file.' : `Write ${file}=VALUE.`,
    });
  }
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  if (/\.toml$/i.test(file)) return samParameters(text, file, option);
  let json: Json;
  try {
    json = JSON.parse(text) as Json;
  } catch (cause) {
    throw new StepwrightError('INVALID_KEY_VALUE', `the file of ${option} is not JSON`, {
      where: file,
      received: (cause as Error).message,
      cause,
    });
  }
  if (Array.isArray(json)) {
    return Object.fromEntries((json as readonly Json[]).map((item, i) => cliParameter(item, `${file}, /${i}`, option)));
  }
  if (!isJsonObject(json)) {
    throw new StepwrightError('INVALID_KEY_VALUE', `the file of ${option} has no JSON object`, { where: file });
  }
  // the CodePipeline form wraps the parameters
  return isJsonObject(json.Parameters) &&
    Object.keys(json).every(key => key === 'Parameters' || key === 'Tags' || key === 'StackPolicy')
    ? json.Parameters
    : json;
}

function cliParameter(item: Json, where: string, option: string): [string, Json] {
  if (typeof item === 'string' && item.includes('=')) {
    return [item.slice(0, item.indexOf('=')), item.slice(item.indexOf('=') + 1)];
  }
  if (isJsonObject(item) && typeof item.ParameterKey === 'string' && item.ParameterValue !== undefined) {
    return [item.ParameterKey, item.ParameterValue];
  }
  throw new StepwrightError(
    'INVALID_KEY_VALUE',
    `a parameter in the file of ${option} has no ParameterKey or no ParameterValue`,
    {
      where,
      received: JSON.stringify(item).slice(0, 100),
    },
  );
}

/** `parameter_overrides` of `[default.deploy.parameters]`, or of `[default.global.parameters]`. */
function samParameters(text: string, file: string, option: string): Record<string, Json> {
  for (const section of ['default.deploy.parameters', 'default.global.parameters']) {
    const start = new RegExp(`^\\s*\\[${section.replaceAll('.', '\\s*\\.\\s*')}\\]\\s*$`, 'm').exec(text);
    if (!start) continue;
    const body = text.slice(start.index + start[0].length).split(/^\s*\[(?!\s*["'])[^\]]*\]\s*$/m)[0];
    const found =
      /^\s*parameter_overrides\s*=\s*(?:"""([\s\S]*?)"""|'''([\s\S]*?)'''|"((?:[^"\\]|\\.)*)"|'([^']*)'|\[([\s\S]*?)\])/m.exec(
        body,
      );
    if (!found) continue;
    const [, long, literalLong, basic, literal, list] = found;
    if (list !== undefined) {
      return overrides(
        [...list.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g)].map(([, double, single]) => single ?? unescaped(double)),
      );
    }
    return overrides(pieces(literalLong ?? literal ?? unescaped(long ?? basic)));
  }
  throw new StepwrightError('INVALID_KEY_VALUE', `the file of ${option} has no parameter_overrides`, {
    where: file,
    allowed: 'parameter_overrides in [default.deploy.parameters]',
  });
}

function unescaped(text: string): string {
  return text.replace(/\\(["\\])/g, '$1').replace(/\\\r?\n\s*/g, '');
}

/** `Key=value Other="a b"`, and `ParameterKey=Key,ParameterValue=value`. */
function pieces(text: string): readonly string[] {
  return [...text.matchAll(/(?:[^\s"']|"(?:[^"\\]|\\.)*"|'[^']*')+/g)].map(([piece]) =>
    piece.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g, (_, double?: string, single?: string) => single ?? double ?? ''),
  );
}

function overrides(all: readonly string[]): Record<string, Json> {
  return Object.fromEntries(
    all.map(piece => {
      const [, key, value] = /^ParameterKey=([^,]+),ParameterValue=([\s\S]*)$/.exec(piece) ?? [];
      return key === undefined
        ? [piece.slice(0, piece.indexOf('=')), piece.slice(piece.indexOf('=') + 1)]
        : [key, value];
    }),
  );
}

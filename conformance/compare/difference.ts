import { isJsonObject } from '../../src/asl';

/** Stands for any text; alone it stands for any value. */
const ANY = '«any»';

/** Where an actual value differs from the expected one, one sentence each. Key order and number notation do not matter. */
export function differences(expected: unknown, actual: unknown, path = '$'): string[] {
  if (typeof expected === 'string' && expected.includes(ANY)) {
    return matchesWildcard(expected, actual)
      ? []
      : [`${path}: expected to match ${shown(expected)}, got ${shown(actual)}`];
  }
  if (Array.isArray(expected)) return arrayDifferences(expected, actual, path);
  if (isJsonObject(expected)) return objectDifferences(expected, actual, path);
  return expected === actual ? [] : [`${path}: expected ${shown(expected)}, got ${shown(actual)}`];
}

/** A value as differences show it, cut where it is long. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

/** JSON text becomes its value; all else stays as it is. */
export function decoded(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function arrayDifferences(expected: readonly unknown[], actual: unknown, path: string): string[] {
  if (!Array.isArray(actual)) return [`${path}: expected an array, got ${shown(actual)}`];
  const length =
    expected.length === actual.length ? [] : [`${path}: expected ${expected.length} items, got ${actual.length}`];
  const both = Math.min(expected.length, actual.length);
  return [...length, ...expected.slice(0, both).flatMap((value, i) => differences(value, actual[i], `${path}[${i}]`))];
}

function objectDifferences(expected: object, actual: unknown, path: string): string[] {
  if (!isJsonObject(actual)) return [`${path}: expected an object, got ${shown(actual)}`];
  const surplus = new Set(Object.keys(actual));
  const found: string[] = [];
  for (const [key, value] of Object.entries(expected)) {
    const name = key.includes(ANY) ? [...surplus].find(candidate => matchesWildcard(key, candidate)) : key;
    if (name === undefined || !surplus.has(name)) {
      found.push(`${path}.${key}: missing, expected ${shown(value)}`);
      continue;
    }
    surplus.delete(name);
    found.push(...differences(value, actual[name], `${path}.${name}`));
  }
  return [...found, ...[...surplus].map(key => `${path}.${key}: unexpected ${shown(actual[key])}`)];
}

function matchesWildcard(pattern: string, actual: unknown): boolean {
  if (pattern === ANY) return true;
  if (typeof actual !== 'string') return false;
  const pieces = pattern.split(ANY);
  const first = pieces[0];
  const last = pieces[pieces.length - 1];
  if (actual.length < first.length + last.length || !actual.startsWith(first) || !actual.endsWith(last)) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = actual.indexOf(piece, at);
    if (found < 0 || found + piece.length > actual.length - last.length) return false;
    at = found + piece.length;
  }
  return true;
}

import { isJsonObject } from '../../src/asl';
import type { TestStateCase } from '../case';
import { decoded, differences } from './difference';
import { alike } from './outcome';

/** Members of the answer that the API returns as JSON text. */
const JSON_TEXTS = new Set([
  'output',
  'input',
  'afterInputPath',
  'afterParameters',
  'afterArguments',
  'result',
  'afterResultSelector',
  'afterResultPath',
  'afterItemsPath',
  'afterItemSelector',
  'afterItemBatcher',
  'afterItemsPointer',
  'variables',
  'afterOutput',
]);

/** Compares the whole answer of TestState. */
export function compareTestState({ expected }: TestStateCase, answer: object): string[] {
  if ('exception' in expected) return differences(expected, answer);
  const actual = caseAnswer(answer) as Record<string, unknown>;
  return differences(
    expected,
    'cause' in expected ? { ...actual, cause: alike(expected.cause, actual.cause) } : actual,
  );
}

function caseAnswer(value: unknown, member = ''): unknown {
  if (JSON_TEXTS.has(member) && typeof value === 'string') return decoded(value);
  if (Array.isArray(value)) return value.map(item => caseAnswer(item));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, caseAnswer(inner, key)]),
  );
}

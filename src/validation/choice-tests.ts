import { isJsonObject, type Json, type JsonObject, type StateSite } from '../asl';
import { type DefinitionPlace, inside, itemsOf } from './definition-place';

/** One test of a JSONPath Choice. */
export interface ChoiceTest {
  readonly test: JsonObject;
  readonly at: DefinitionPlace;
  /** Whether it is a rule, and not inside And, Or or Not. */
  readonly outermost: boolean;
}

/** The rules of a Choice and all tests inside of them: iterative, since tests may be nested deeply. */
export function testsOf(site: StateSite): ChoiceTest[] {
  const found: ChoiceTest[] = [];
  const work: ChoiceTest[] = itemsOf(site, 'Choices')
    .map(({ item, place }) => ({ test: item, at: place, outermost: true }))
    .reverse();
  while (work.length > 0) {
    const each = work.pop()!;
    found.push(each);
    work.push(...inner(each).reverse());
  }
  return found;
}

function inner({ test, at }: ChoiceTest): ChoiceTest[] {
  const lists = (['And', 'Or'] as const).flatMap(field => {
    const list = test[field];
    if (!Array.isArray(list)) return [];
    return (list as readonly Json[]).flatMap((each, i) =>
      isJsonObject(each) ? [{ test: each, at: inside(at, field, i), outermost: false }] : [],
    );
  });
  return isJsonObject(test.Not) ? [...lists, { test: test.Not, at: inside(at, 'Not'), outermost: false }] : lists;
}

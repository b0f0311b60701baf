import { isJsonObject, type Json } from '../../asl';
import { type DefinitionPlace, inside } from '../definition-place';

/** One text, number, flag or null inside a value, and the name of the member that it is the value of. */
export interface Leaf {
  readonly key: string | undefined;
  readonly value: Json;
  readonly place: DefinitionPlace;
}

/** What stands inside a value, in its order. Members whose name ends in `.$` are leaves whatever they hold. Iterative: values may be nested deeply. */
export function leavesOf(value: Json, place: DefinitionPlace): Leaf[] {
  const leaves: Leaf[] = [];
  const work: Leaf[] = [{ key: undefined, value, place }];
  while (work.length > 0) {
    const at = work.pop()!;
    const inner = at.key?.endsWith('.$') ? undefined : childrenOf(at);
    if (inner === undefined) leaves.push(at);
    else for (let i = inner.length - 1; i >= 0; i--) work.push(inner[i]);
  }
  return leaves;
}

function childrenOf({ value, place }: Leaf): Leaf[] | undefined {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((item, i) => ({ key: undefined, value: item, place: inside(place, i) }));
  }
  if (isJsonObject(value)) {
    return Object.entries(value).map(([key, item]) => ({ key, value: item, place: inside(place, key) }));
  }
  return undefined;
}

import { isJsonObject, pointerStep, type Json, type JsonObject, type ScopeSite, type StateSite } from '../asl';

/** A place in a definition. */
export interface DefinitionPlace {
  /** JSON pointer (RFC 6901) into the definition. */
  readonly pointer: string;
  /** The place as AWS writes it, without escapes; empty for the whole definition. */
  readonly location?: string;
  /** The state it is in. */
  readonly state?: string;
}

/** The place of a state, or of a field of it: `fieldPlace(site, 'Retry', 0, 'ErrorEquals')`. */
export function fieldPlace(site: StateSite, ...steps: ReadonlyArray<string | number>): DefinitionPlace {
  const place: DefinitionPlace = { pointer: site.pointer, location: site.location, state: site.name };
  return steps.length === 0 ? place : inside(place, ...steps);
}

/** The place of a scope, or of a field of it. */
export function scopePlace(scope: ScopeSite, ...steps: ReadonlyArray<string | number>): DefinitionPlace {
  return inside({ pointer: scope.pointer, location: scope.location, state: scope.parent?.name }, ...steps);
}

/** A place further in: names and list indexes. Its texts are put together when they are asked for, since of most places nothing is said. */
export function inside(place: DefinitionPlace, ...steps: ReadonlyArray<string | number>): DefinitionPlace {
  return steps.reduce((around, step) => new Inside(around, step), place);
}

class Inside implements DefinitionPlace {
  constructor(
    private readonly around: DefinitionPlace,
    private readonly step: string | number,
  ) {}

  get pointer(): string {
    return this.around.pointer + pointerStep(String(this.step));
  }

  get location(): string {
    return `${this.around.location ?? ''}${typeof this.step === 'number' ? `[${this.step}]` : `/${this.step}`}`;
  }

  get state(): string | undefined {
    return this.around.state;
  }
}

/** One retrier, catcher or rule of a Choice. */
export interface Item {
  readonly item: JsonObject;
  readonly index: number;
  readonly place: DefinitionPlace;
}

/** The objects in a list field of a state: retriers, catchers, rules of a Choice. */
export function itemsOf(site: StateSite, field: 'Retry' | 'Catch' | 'Choices'): Item[] {
  const list: Json | undefined = site.state[field];
  if (!Array.isArray(list)) return [];
  return (list as readonly Json[]).flatMap((item, index) =>
    isJsonObject(item) ? [{ item, index, place: fieldPlace(site, field, index) }] : [],
  );
}

/** The names in ErrorEquals, as far as they are texts. */
export function errorNames(item: JsonObject): string[] {
  return Array.isArray(item.ErrorEquals)
    ? (item.ErrorEquals as readonly Json[]).filter(name => typeof name === 'string')
    : [];
}

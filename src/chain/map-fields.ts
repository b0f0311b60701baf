import type { CallSite } from './call-site';
import { atMostOne, commonFields, definedFields, languageOf, refuseFields, valueIn } from './fields';
import type { Flow } from './flow';
import type { Fields } from './flow-node';
import type { MapJsonPathFields } from './json-path-fields';
import type { StateProps } from './state-props';
import { plainNumber } from '../integrations/whole-seconds';

/** What both Maps have. */
export interface MapProps extends StateProps {
  /** What runs for each item, a scope of its own: no jump leads in or out. */
  readonly processor: Flow;

  /**
   * JSONata: the items, an expression or a list. A DistributedMap takes an object as well: each child receives a pair of `Key` and `Value`.
   *
   * @default - the input, which must then be a list, or an object
   */
  readonly items?: any;

  /**
   * What the processor receives for one item. `$states.context.Map.Item.Value` and `.Index` hold the item and its number, `.Key` the name where the
   * items are the members of an object, and `.Source` where it is from.
   *
   * @default - the item
   */
  readonly itemSelector?: { [name: string]: any };

  /**
   * How many items are worked on at the same time; 0 for no limit of its own. `Expression.number('{% … %}')` for a computed one.
   *
   * @default 0
   */
  readonly maxConcurrency?: number;

  /**
   * JSONata: the output. `$states.result` holds the list of the items' outputs.
   *
   * @default - the list of the items' outputs
   */
  readonly output?: any;
}

/** The fields that both Maps have, by the names of the language. */
export function mapFields(
  name: string,
  props: MapProps & { readonly jsonPath?: MapJsonPathFields },
  site: CallSite,
): Fields {
  const language = languageOf(props);
  const path: MapJsonPathFields = props.jsonPath ?? {};
  refuseFields(language, { items: props.items }, `'${name}'`, site);
  atMostOne(
    name,
    { 'maxConcurrency': props.maxConcurrency, 'jsonPath.maxConcurrencyPath': path.maxConcurrencyPath },
    site,
  );
  const { InputPath, ...common } = commonFields(name, props);
  return definedFields({
    Type: 'Map',
    Comment: props.comment,
    InputPath,
    Items: valueIn(language, props.items, `'${name}', items`),
    ItemsPath: path.itemsPath,
    ItemSelector: valueIn(language, props.itemSelector, `'${name}', itemSelector`),
    MaxConcurrency: plainNumber(props.maxConcurrency),
    MaxConcurrencyPath: path.maxConcurrencyPath,
    ...common,
  });
}

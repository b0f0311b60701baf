import { isJsonObject, sitesOf, type JsonObject } from '../../asl';
import { pageGraph, type PageGraph } from '../../graph';

/** The pictures of a page: each definition is laid out once. */
export class Graphs {
  readonly all: PageGraph[] = [];
  private readonly definitions: JsonObject[] = [];
  private readonly nodes: Array<ReadonlyMap<string, string>> = [];
  private readonly processors = new Map<string, JsonObject>();

  /** The index of the picture of a definition. */
  indexOf(definition: JsonObject, title: string): number {
    const known = this.definitions.indexOf(definition);
    if (known >= 0) return known;
    this.definitions.push(definition);
    this.nodes.push(new Map(sitesOf(definition).states.map(({ name, pointer }) => [name, pointer])));
    return this.all.push(pageGraph(definition, title)) - 1;
  }

  /** Finds the node of a state. Names are unique in a definition. */
  nodeOf(graph: number): (state: string) => string | undefined {
    return state => this.nodes[graph].get(state);
  }

  /** What a Distributed Map runs for each child execution, as a definition. */
  processorOf(graph: number, node: string | undefined): JsonObject | undefined {
    if (node === undefined) return undefined;
    const key = `${graph} ${node}`;
    const definition = this.definitions[graph];
    const state = sitesOf(definition).states.find(({ pointer }) => pointer === node)?.state;
    const processor = state?.ItemProcessor ?? state?.Iterator;
    if (!this.processors.has(key) && isJsonObject(processor)) {
      const language = processor.QueryLanguage ?? definition.QueryLanguage;
      this.processors.set(key, { ...processor, ...(language !== undefined && { QueryLanguage: language }) });
    }
    return this.processors.get(key);
  }
}

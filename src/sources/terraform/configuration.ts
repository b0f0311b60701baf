import { isJsonObject, type Json, type JsonObject } from '../../asl';

/** Finds the resources that an expression of the configuration refers to. Only a plan has the configuration. */
export class Configuration {
  constructor(private readonly root: Json | undefined) {}

  /**
   * The addresses, without the keys of instances, of the resources that an argument refers to.
   *
   * @param address the resource's address, such as `module.flow[0].aws_sfn_state_machine.main`
   * @param argument the argument's name, such as `role_arn`
   */
  public referredBy(address: string, argument: string): readonly string[] {
    const { path, resource } = parts(address);
    const found = listIn(this.moduleAt(path), 'resources').find(one => get(one, 'address') === resource);
    return this.follow(get(get(found, 'expressions'), argument), path, 0);
  }

  private follow(expression: Json | undefined, path: readonly string[], depth: number): readonly string[] {
    const references = listIn(expression, 'references').filter(one => typeof one === 'string');
    if (depth > 20) return [];
    const addresses = references.flatMap(reference => this.resolve(reference, path, depth));
    return [...new Set(addresses)];
  }

  private resolve(reference: string, path: readonly string[], depth: number): readonly string[] {
    const steps = withoutKeys(reference).split('.');
    if (steps[0] === 'var') {
      if (path.length === 0) return [];
      const call = get(get(this.moduleAt(path.slice(0, -1)), 'module_calls'), path[path.length - 1]);
      return this.follow(get(get(call, 'expressions'), steps[1]), path.slice(0, -1), depth + 1);
    }
    if (steps[0] === 'module') {
      if (steps.length < 3) return [];
      const inner = [...path, steps[1]];
      const output = get(get(this.moduleAt(inner), 'outputs'), steps[2]);
      return this.follow(get(output, 'expression'), inner, depth + 1);
    }
    if (
      steps[0] === 'data' ||
      steps[0] === 'local' ||
      steps[0] === 'each' ||
      steps[0] === 'count' ||
      steps.length < 2
    ) {
      return [];
    }
    return [[...path.map(name => `module.${name}`), steps[0], steps[1]].join('.')];
  }

  private moduleAt(path: readonly string[]): Json | undefined {
    return path.reduce<Json | undefined>(
      (module, name) => get(get(get(module, 'module_calls'), name), 'module'),
      get(this.root, 'root_module'),
    );
  }
}

/** An address without the keys of its instances: `a.b["x"]` is `a.b`. */
export function withoutKeys(address: string): string {
  return address.replace(/\[(?:"(?:[^"\\]|\\.)*"|[^\]"]*)\]/g, '');
}

function parts(address: string): { readonly path: readonly string[]; readonly resource: string } {
  const steps = withoutKeys(address).split('.');
  const path: string[] = [];
  while (steps[0] === 'module') {
    path.push(steps[1]);
    steps.splice(0, 2);
  }
  return { path, resource: steps.join('.') };
}

/** An own member. */
export function get(value: Json | undefined, name: string): Json | undefined {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The list under an own key, or an empty one. */
export function listIn(value: Json | undefined, name: string): readonly Json[] {
  const list = get(value, name);
  return Array.isArray(list) ? (list as readonly Json[]) : [];
}

/** The object under an own key, or an empty one. */
export function objectIn(value: Json | undefined, name: string): JsonObject {
  const object = get(value, name);
  return isJsonObject(object) ? object : {};
}

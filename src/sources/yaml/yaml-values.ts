import type { LineCounter, Node, Pair, Scalar, YAMLMap } from 'yaml';
import { dependsOnVersion, NOT_JSON, plainScalar } from './plain-scalars';
import { longForm, SHORT_TAGS } from './short-tags';
import { isJsonObject, pointerStep, type Json } from '../../asl';
import { didYouMean, StepwrightError, type ErrorCode } from '../../errors';

/** A place in a YAML text, from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Something to warn of. */
export interface YamlWarning extends Place {
  readonly text: string;
}

/** A short tag of CloudFormation. */
export interface TagUse extends Place {
  readonly tag: string;
}

/** More values than this are refused: aliases can multiply. A template has at most 1 MB. */
const MOST_VALUES = 1_000_000;

/** Deeper texts are refused, before the call stack overflows. */
const DEEPEST = 400;

interface Known {
  readonly value: Json;
  readonly count: number;
}

/** The types of the core schema that JSON has. */
const CORE_TAGS: Readonly<Record<string, (value: Json) => boolean>> = {
  str: () => true,
  map: value => isJsonObject(value),
  seq: value => Array.isArray(value),
  int: value => Number.isInteger(value),
  float: value => typeof value === 'number',
  bool: value => typeof value === 'boolean',
  null: value => value === null,
};

/** Turns the nodes of one YAML document into JSON. */
export class YamlValues {
  public readonly positions = new Map<string, Place>();
  public readonly duplicateKeys: YamlWarning[] = [];
  public readonly versionDependent: YamlWarning[] = [];
  public readonly aliases: YamlWarning[] = [];
  public readonly tags: TagUse[] = [];
  private readonly anchors = new Map<string, Known | undefined>();
  private count = 0;
  private depth = 0;

  constructor(
    private readonly yaml: typeof import('yaml'),
    private readonly lines: LineCounter,
    private readonly source: string,
    private readonly where: string,
    /** The spaces that were inserted at the beginning of each line. */
    private readonly inserted: readonly number[],
  ) {}

  /** The value of a node. */
  public of(node: Node | null, pointer: string): Json {
    if (node === null) return null;
    if (!this.positions.has(pointer)) this.positions.set(pointer, this.placeOf(node));
    const { yaml } = this;
    if (yaml.isAlias(node)) return this.ofAlias(node.source, node);
    const { anchor } = node as Scalar;
    const before = this.count;
    this.add(1, node);
    if (anchor !== undefined) this.anchors.set(anchor, undefined);
    this.depth++;
    if (this.depth > DEEPEST) {
      throw this.failure('the YAML is nested too deeply', node, { allowed: `at most ${DEEPEST} levels` });
    }
    const plain = yaml.isMap(node)
      ? this.ofMap(node, pointer)
      : yaml.isSeq(node)
        ? this.ofSeq(node.items as Node[], pointer)
        : this.ofScalar(node as Scalar);
    this.depth--;
    const value = this.tagged(node, plain);
    if (anchor !== undefined) this.anchors.set(anchor, { value, count: this.count - before });
    return value;
  }

  private ofAlias(anchor: string, node: Node): Json {
    this.aliases.push({ ...this.placeOf(node), text: `*${anchor}` });
    const known = this.anchors.get(anchor);
    if (!known) {
      throw this.failure(
        this.anchors.has(anchor) ? 'an alias contains itself' : `no anchor &${anchor} precedes the alias`,
        node,
        {
          received: `*${anchor}`,
        },
      );
    }
    this.add(known.count, node);
    return known.value;
  }

  private ofSeq(items: readonly Node[], pointer: string): Json {
    return items.map((item, i) => this.of(item, `${pointer}/${i}`));
  }

  private ofMap({ items }: YAMLMap, pointer: string): Json {
    const own = new Map<string, Json>();
    const merged = new Map<string, Json>();
    for (const pair of items as Array<Pair<Node | null, Node | null>>) {
      if (this.isMerge(pair.key)) {
        for (const [key, value] of this.merge(pair)) merged.set(key, value);
        continue;
      }
      const key = this.keyOf(pair.key);
      const at = `${pointer}${pointerStep(key)}`;
      if (own.has(key)) this.duplicateKeys.push({ ...this.placeOf(pair.key ?? pair.value!), text: key });
      if (pair.key) this.positions.set(at, this.placeOf(pair.key));
      own.set(key, this.of(pair.value, at));
    }
    // keys of the mapping itself win; merged ones come first, as PyYAML has them
    return Object.fromEntries([...[...merged].filter(([key]) => !own.has(key)), ...own]);
  }

  private isMerge(key: Node | null): boolean {
    const { isScalar } = this.yaml;
    return isScalar(key) && key.type === 'PLAIN' && key.source === '<<' && key.tag === undefined;
  }

  /** The members that a merge key brings: of several mappings, the first one that has a key wins. */
  private merge({ key, value }: Pair<Node | null, Node | null>): Iterable<[string, Json]> {
    this.aliases.push({ ...this.placeOf(key!), text: '<<' });
    const source = this.of(value, '/<<');
    const list = Array.isArray(source) ? (source as readonly Json[]) : [source];
    const members = new Map<string, Json>();
    for (const mapping of list) {
      if (!isJsonObject(mapping)) {
        throw this.failure('a merge key takes a mapping, or a list of mappings', value ?? key!, {
          received: JSON.stringify(mapping).slice(0, 80),
        });
      }
      for (const [name, member] of Object.entries(mapping)) if (!members.has(name)) members.set(name, member);
    }
    return members;
  }

  private keyOf(key: Node | null): string {
    if (key === null) return 'null';
    if (this.yaml.isScalar(key)) {
      // CloudFormation's keys are strings, so a number or yes stays as it is written
      if (key.type === 'PLAIN') return String(key.source ?? key.value);
      return String(key.value);
    }
    const value = this.of(key, '/?');
    if (typeof value === 'string') return value;
    throw this.failure('a key is not a string', key, { received: JSON.stringify(value).slice(0, 80) });
  }

  private ofScalar(node: Scalar): Json {
    const text = typeof node.value === 'string' ? node.value : (node.source ?? '');
    if (node.type !== 'PLAIN' || (node.tag !== undefined && !/^tag:yaml\.org,2002:(?!str$)/.test(node.tag))) {
      return text;
    }
    const value = plainScalar(text);
    if (value === NOT_JSON) {
      throw this.failure('JSON has no such number', node, {
        received: text,
        fix: `Put it in quotes if you mean the string "${text}".`,
      });
    }
    if (dependsOnVersion(text)) this.versionDependent.push({ ...this.placeOf(node), text });
    return value;
  }

  private tagged(node: Node, value: Json): Json {
    const tag = (node as Scalar).tag;
    if (tag === undefined || tag === '!') return value;
    const core = /^tag:yaml\.org,2002:(.*)$/.exec(tag)?.[1];
    if (core !== undefined) {
      if (Object.hasOwn(CORE_TAGS, core) && CORE_TAGS[core](value)) return value;
      throw this.failure(`the tag !!${core} is not supported here`, node, { fix: 'Leave the tag out.' });
    }
    const name = tag.replace(/^!/, '');
    if (!SHORT_TAGS.includes(name)) {
      throw this.failure(
        `the tag ${tag} is not known${didYouMean(
          tag,
          SHORT_TAGS.map(one => `!${one}`),
        )}`,
        node,
        {
          allowed: 'the short forms of CloudFormation functions, such as !Ref, !Sub and !GetAtt',
        },
        'UNKNOWN_YAML_TAG',
      );
    }
    this.tags.push({ ...this.placeOf(node, tag), tag });
    return longForm(name, value);
  }

  private add(count: number, node: Node): void {
    this.count += count;
    if (this.count <= MOST_VALUES) return;
    throw this.failure('the aliases expand to too many values', node, { allowed: `at most ${MOST_VALUES} values` });
  }

  /** The place of a node, or of its tag. */
  private placeOf(node: Node, tag?: string): Place {
    const start = node.range?.[0] ?? 0;
    const offset = tag === undefined ? start : this.source.lastIndexOf(tag, start);
    const { line, col } = this.lines.linePos(offset < 0 ? start : offset);
    return { line, column: Math.max(1, col - (this.inserted[line - 1] ?? 0)) };
  }

  private failure(
    summary: string,
    node: Node,
    details: { readonly received?: string; readonly allowed?: string; readonly fix?: string },
    code: ErrorCode = 'DEFINITION_NOT_YAML',
  ): StepwrightError {
    const { line, column } = this.placeOf(node, (node as Scalar).tag);
    return new StepwrightError(code, summary, { where: `${this.where}:${line}:${column}`, ...details });
  }
}

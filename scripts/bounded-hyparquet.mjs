// Makes the reader of Parquet files synchronous and bounded, by edits of its syntax tree.
//
// hyparquet reads files over a network, so it is asynchronous, and a damaged file can send its loops around forever or
// leave a rejected promise behind that ends the process. Our files are in memory. Here every promise becomes a value
// that is already settled, and every loop and every sized allocation spends from a budget that the caller sets.
import { parse } from 'acorn';
import { simple } from 'acorn-walk';
import MagicString from 'magic-string';

/** What the edits call. `Later` has the part of a promise's interface that hyparquet uses, settled at once. */
const PRELUDE = `
let __left = 0;
class OverBudget extends Error {}
function __spend(steps) {
  if ((__left -= steps) < 0) throw new OverBudget('the file asks for more work than its size explains');
  return true;
}
function __sized(size) {
  if (typeof size === 'number') __spend(size >>> 3);
  return size;
}
class Later {
  constructor(work) {
    try {
      work(value => this.settle(value), error => { this.error ??= { error }; });
    } catch (error) {
      this.error ??= { error };
    }
  }
  settle(value) {
    if (value instanceof Later) [this.value, this.error] = [value.value, value.error];
    else this.value = value;
  }
  static run(work) { return new Later(done => done(work())); }
  static resolve(value) { return Later.run(() => value); }
  static all(values) { return Later.run(() => values.map(Later.value)); }
  static allSettled(values) {
    return Later.run(() => values.map(value => value instanceof Later && value.error
      ? { status: 'rejected', reason: value.error.error }
      : { status: 'fulfilled', value: Later.value(value) }));
  }
  static value(value) {
    if (!(value instanceof Later)) return value;
    if (value.error) throw value.error.error;
    return value.value;
  }
  then(onValue, onError) {
    if (!this.error) return onValue ? Later.run(() => onValue(this.value)) : this;
    return onError ? Later.run(() => onError(this.error.error)) : this;
  }
  catch(onError) { return this.then(undefined, onError); }
}
`;

/** The budget, and a read that is over when it returns. */
const EXPORTS = `
module.exports = {
  OverBudget,
  parquetMetadata: (file, steps) => { __left = steps; return parquetMetadata(file); },
  readRows: (file, steps) => { __left = steps; return Later.value(parquetReadObjects({ file })); },
};
`;

const SIZED = new Set([
  'Array',
  'ArrayBuffer',
  'BigInt64Array',
  'Float32Array',
  'Float64Array',
  'Int32Array',
  'Uint8Array',
]);

/**
 * The source with the edits.
 *
 * @param source hyparquet as one script whose functions parquetMetadata and parquetReadObjects are in scope
 */
export function boundedHyparquet(source) {
  const tree = parse(source, { ecmaVersion: 2022, sourceType: 'script', allowReturnOutsideFunction: true });
  const text = new MagicString(source);
  const asynchronous = node => {
    if (!node.async) return;
    if (node.generator) throw new Error('hyparquet has an asynchronous generator, which these edits do not know');
    text.remove(node.start, node.start + source.slice(node.start).match(/^async\s*/)[0].length);
    const { body } = node;
    if (body.type === 'BlockStatement') {
      text.appendRight(body.start + 1, ' return Later.run(() => {');
      text.appendLeft(body.end - 1, '}); ');
    } else {
      text.appendRight(body.start, 'Later.run(() => (').appendLeft(body.end, '))');
    }
  };
  const loop = ({ body }) => {
    if (body.type === 'BlockStatement') text.appendRight(body.start + 1, ' __spend(1);');
    else text.appendRight(body.start, '{ __spend(1); ').appendLeft(body.end, ' }');
  };
  const sized = ({ callee, arguments: given }) => {
    if (callee.type !== 'Identifier' || !SIZED.has(callee.name) || given.length !== 1) return;
    text.appendRight(given[0].start, '__sized(').appendLeft(given[0].end, ')');
  };
  simple(tree, {
    FunctionDeclaration: asynchronous,
    FunctionExpression: asynchronous,
    ArrowFunctionExpression: asynchronous,
    AwaitExpression(node) {
      text.overwrite(node.start, node.argument.start, 'Later.value(').appendLeft(node.end, ')');
    },
    Identifier(node) {
      if (node.name === 'Promise') text.overwrite(node.start, node.end, 'Later');
    },
    ForStatement: loop,
    ForInStatement: loop,
    ForOfStatement: loop,
    WhileStatement: loop,
    DoWhileStatement: loop,
    NewExpression: sized,
    CallExpression: sized,
  });
  return `${PRELUDE}${text.toString()}${EXPORTS}`;
}

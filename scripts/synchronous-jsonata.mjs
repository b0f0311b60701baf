// Makes the evaluator of the jsonata package synchronous and bounded, by edits of its syntax tree.
//
// Each edit names the place and the text that it expects there; what does not fit stops the build. The result is as good as the
// suite of JSONata says, which the tests run over it.
import { createHash } from 'node:crypto';
import { parse } from 'acorn';
import { ancestor, simple } from 'acorn-walk';
import MagicString from 'magic-string';

/** The source that the edits were made for: jsonata 2.2.2. */
const SOURCE = '9c2a35f4d895797f123f65c7f9a4ce16b3a295d209e0f3f225a0c3bae1bd9049';

/** Replacements inside named functions: [function, text, replacement]. */
const EDITS = [
  // one depth and one budget for an evaluation, no callbacks for debuggers
  [
    'evaluate',
    `environment.base.depth++;
        environment.base.guardrails();
        var entryCallback = environment.lookup(Symbol.for('jsonata.__evaluate_entry'));
        if(entryCallback) {
            await entryCallback(expr, input, environment);
        }`,
    "if (++limits.depth > limits.maxDepth) limits.exceeded('depth');",
  ],
  [
    'evaluate',
    `var exitCallback = environment.lookup(Symbol.for('jsonata.__evaluate_exit'));
        if(exitCallback) {
            await exitCallback(expr, input, environment, result);
        }`,
    'weigh(result);',
  ],
  ['evaluate', 'environment.base.depth--;', 'limits.depth--;'],
  [
    'createFrame',
    `var framePushCallback = enclosingEnvironment.lookup(Symbol.for('jsonata.__createFrame_push'));
            if(framePushCallback) {
                framePushCallback(enclosingEnvironment, newFrame);
            }`,
    '',
  ],
  // regular expressions come from outside
  ['scanRegex', 'new RegExp(pattern, flags)', 'makeRegex(pattern, flags, start - pattern.length - 2)'],
  ['evaluateRegex', 'new environment.base.RegexEngine(expr.value)', 'expr.value'],
  ['evaluateRegex', 'var match = re.exec(str);', 'var match = re.exec(str, spend);'],
  ['parseDateTime', "new RegExp(fullRegex, 'i')", "limits.regex(fullRegex, 'i')"],
  ['throwValidationError', 'badSig.match(partialPattern)', 'signatureRegex(partialPattern).exec(badSig)'],
  ['parseSignature', 'new RegExp(regexStr)', 'signatureRegex(regexStr)'],
  // Step Functions knows neither ?: nor ??
  ['tokenizer', "currentChar === '?' && path.charAt(position + 1) === ':'", 'false'],
  ['tokenizer', "currentChar === '?' && path.charAt(position + 1) === '?'", 'false'],
  // randomness comes from outside
  ['random', 'Math.random()', 'limits.random()'],
  ['shuffle', 'Math.random()', 'limits.random()'],
  // the data of the caller is never changed
  ['evaluateFunction', "typeof proc === 'object'", 'isLambda(proc)'],
  [
    'apply',
    'next.token = result.body.procedure.value;',
    'if (isLambda(next)) next.token = result.body.procedure.value;',
  ],
  [
    'apply',
    'next.position = result.body.procedure.position;',
    'if (isLambda(next)) next.position = result.body.procedure.position;',
  ],
  [
    'apply',
    'result = await applyInner(next, evaluatedArgs, input, environment);',
    'result = applyInner(next, evaluatedArgs, input, environment, result.body.procedure.value);',
  ],
  ['applyInner', 'proc, args, input, environment', 'proc, args, input, environment, name'],
  [
    'applyInner',
    `if (typeof err.token == 'undefined' && typeof proc.token !== 'undefined') {
                    err.token = proc.token;
                }`,
    "if (typeof err.token == 'undefined' && typeof (proc.token || name) === 'string') err.token = proc.token || name;",
  ],
  [
    'evaluatePath',
    'resultSequence.keepSingleton = true;',
    'if (isSequence(resultSequence)) resultSequence.keepSingleton = true;',
  ],
  [
    'transformer',
    'var matches = await evaluate(expr.pattern, result, environment);',
    'var own = objectsInside(result); var matches = evaluate(expr.pattern, result, environment);',
  ],
  [
    'transformer',
    'var match = matches[ii];',
    "var match = matches[ii]; if (typeof match === 'object' && match !== null && !own.has(match)) continue;",
  ],
  ['evaluateGroupExpression', 'input.push(undefined);', 'input = [undefined];'],
  [
    'isDeepEqual',
    'var lkeys = Object.getOwnPropertyNames(lhs);',
    'spend(50); var lkeys = Object.getOwnPropertyNames(lhs); spend(lkeys.length * 4);',
  ],
  // what allocates says so before
  ['evaluateGroupExpression', 'var result = Object.create(null);', 'allocate(200); var result = Object.create(null);'],
  ['evaluateLambda', 'var procedure = {', 'if (!expr.thunk) allocate(200); var procedure = {'],
  [
    'evaluateRangeExpression',
    'if(environment.base.options && size > environment.base.options.sequence)',
    'allocate(size); if(size > limits.maxItems)',
  ],
  [
    'evaluateStringConcat',
    'result = lstr.concat(rstr);',
    'concatenated(lstr.length + rstr.length); result = lstr.concat(rstr);',
  ],
  [
    'append',
    'if(this.options && size > this.options.sequence)',
    'spend(size >> 2); allocate(size); if(size > limits.maxItems)',
  ],
  ['pad', 'if (padLength > 0) {', 'if (padLength > 0) { text(padLength * char.length);'],
  [
    'join',
    'return strs.join(separator);',
    'text(strs.reduce((sum, one) => sum + one.length, 0) + separator.length * strs.length); return strs.join(separator);',
  ],
  ['replace', 'return result;', 'text(result.length); return result;'],
  ['stringToArray', 'var arr = [];', 'text(str.length); var arr = [];'],
  [
    'string',
    'str = JSON.stringify(arg, function (key, val) {',
    "printable(arg, space); str = JSON.stringify(arg, function (key, val) { spend(typeof val === 'string' ? val.length >> 2 : 1);",
  ],
  ['functionClone', 'JSON.parse(fn.string(arg))', 'JSON.parse(fn.string(arg), spendOne)'],
  // the list of arguments of a call is bounded
  ['max', 'return Math.max.apply(Math, args);', 'return args.reduce((most, one) => Math.max(most, one), -Infinity);'],
  ['min', 'return Math.min.apply(Math, args);', 'return args.reduce((least, one) => Math.min(least, one), Infinity);'],
  // a loop: the recursion needs a stack as deep as the array is long
  [
    'merge_iter',
    `if (left.length === 0) {
                    Array.prototype.push.apply(result, right);
                } else if (right.length === 0) {
                    Array.prototype.push.apply(result, left);
                } else if (await comp(left[0], right[0])) { // invoke the comparator function
                    // if it returns true - swap left and right
                    result.push(right[0]);
                    await merge_iter(result, left, right.slice(1));
                } else {
                    // otherwise keep the same order
                    result.push(left[0]);
                    await merge_iter(result, left.slice(1), right);
                }`,
    `var l = 0, r = 0;
                while (l < left.length && r < right.length) { tick(); result.push(comp(left[l], right[r]) ? right[r++] : left[l++]); }
                while (l < left.length) { tick(); result.push(left[l++]); }
                while (r < right.length) { tick(); result.push(right[r++]); }`,
  ],
];

/** Stands before the source, in the same scope. */
const BEFORE = `'use strict';
let limits = { steps: Infinity, memory: Infinity, depth: 0, maxDepth: Infinity, maxItems: Infinity, maxText: Infinity };
let makeRegex = (pattern, flags) => new RegExp(pattern, flags);
function tick() { if (--limits.steps < 0) limits.exceeded('steps'); }
function spend(units) { if ((limits.steps -= units) < 0) limits.exceeded('steps'); }
function spendOne(key, value) { tick(); return value; }
function allocate(cells) { if ((limits.memory -= cells) < 0) limits.exceeded('memory'); }
function text(length) { if (length > limits.maxText) limits.exceeded('memory'); allocate(length); spend(length >> 2); }
function concatenated(length) { if (length > limits.maxText) limits.exceeded('memory'); allocate(16 + (length >> 2)); }
function weigh(value) { if (typeof value === 'string') spend(value.length >> 5); else if (Array.isArray(value)) spend(value.length >> 5); }
function push(array, item) { if (array.length >= limits.maxItems) throw { code: 'D2015', value: limits.maxItems }; return array.push(item); }
function signatureRegex(pattern) { return pattern.split(/[?+]/).length > 6 ? (limits.regex || makeRegex)(pattern, '') : new RegExp(pattern); }
function objectsInside(value, found = new Set()) {
  tick();
  if (typeof value === 'object' && value !== null && !found.has(value)) {
    found.add(value);
    for (const key of Object.keys(value)) objectsInside(value[key], found);
  }
  return found;
}
// how long a value is as a text, without making it
function printable(value, space) {
  let length = 0;
  const visit = (at, depth) => {
    tick();
    length += space * depth + 2;
    if (typeof at === 'string') length += at.length;
    else if (Array.isArray(at)) for (let i = 0; i < at.length; i++) visit(at[i], depth + 1);
    else if (typeof at === 'object' && at !== null && !at._jsonata_lambda && !at._jsonata_function) for (const key of Object.keys(at)) { length += key.length + 3; visit(at[key], depth + 1); }
    if (length > limits.maxText) limits.exceeded('memory');
  };
  visit(value, 0);
  allocate(length);
}
`;

/** Stands after it. */
const AFTER = `
const { evaluate, createFrame, staticFrame, defineFunction, populateMessage, parser, fn, datetime, isSequence, isDeepEqual } = module.exports.internals;
function createSequence(...items) {
  const sequence = [];
  sequence.sequence = true;
  if (items.length === 1) sequence.push(items[0]);
  return sequence;
}
function withMessage(run) {
  try {
    return run();
  } catch (error) {
    if (typeof error === 'object' && error !== null && typeof error.code === 'string' && !(error instanceof Error)) populateMessage(error);
    throw error;
  }
}
module.exports = {
  parse(source, regex) {
    const before = makeRegex;
    makeRegex = regex;
    try {
      return withMessage(() => parser(source, false));
    } finally {
      makeRegex = before;
    }
  },
  evaluate(expression, input, frame, now, bounds) {
    const before = limits;
    limits = bounds;
    try {
      const base = createFrame(frame);
      base.base = base;
      base.options = undefined;
      base.createSequence = createSequence;
      base.timestamp = new Date(now);
      if (Array.isArray(input) && !isSequence(input)) {
        input = createSequence(input);
        input.outerWrapper = true;
      }
      return withMessage(() => evaluate(expression, input, base));
    } finally {
      limits = before;
    }
  },
  functions: staticFrame, createFrame, defineFunction, createSequence,
  implementations: { fromMillis: datetime.fromMillis, string: fn.string, boolean: fn.boolean, lookup: fn.lookup, isDeepEqual },
};
`;

/** Functions whose loops and calls are not counted: the parser, which runs once for a definition. */
const UNCOUNTED = new Set(['parser', 'tokenizer', 'populateMessage', 'createFrame', 'createSequence']);

/** The source of the asynchronous evaluator → of the synchronous one. */
export function synchronousJsonata(source) {
  const hash = createHash('sha256').update(source).digest('hex');
  if (hash !== SOURCE)
    throw new Error(
      `jsonata.js has the hash ${hash}; the edits in scripts/synchronous-jsonata.mjs were made for ${SOURCE}: review them, run the suite, then change the hash`,
    );
  const tree = parse(source, { ecmaVersion: 'latest' });
  const code = new MagicString(source);
  const edited = replaceNamed(source, tree, code);
  const free = node => !edited.some(({ start, end }) => node.start >= start && node.end <= end);
  dropAsync(source, tree, code, free);
  countWork(tree, code, free);
  const at = source.indexOf('jsonata.parser = parser;');
  code.appendLeft(
    at,
    'jsonata.internals = { evaluate, createFrame, staticFrame, defineFunction, populateMessage, parser, fn, datetime, isSequence, isDeepEqual };\n    ',
  );
  const result = `${BEFORE}${code.toString()}${AFTER}`;
  checkSynchronous(result);
  return result;
}

/** Applies EDITS and returns the places. */
function replaceNamed(source, tree, code) {
  const bodies = new Map();
  ancestor(tree, {
    Function(node, _, ancestors) {
      const name = nameOf(node, ancestors);
      if (name) bodies.set(name, [...(bodies.get(name) ?? []), node]);
    },
  });
  return EDITS.map(([name, text, replacement]) => {
    const places = (bodies.get(name) ?? []).flatMap(({ start, end }) => {
      const first = source.indexOf(text, start);
      if (first < 0 || first + text.length > end) return [];
      const last = name === 'replace' ? source.lastIndexOf(text, end) : first;
      return [{ start: last, end: last + text.length }];
    });
    if (places.length !== 1) throw new Error(`jsonata.js: ${name} should hold once: ${text}`);
    code.overwrite(places[0].start, places[0].end, replacement);
    return places[0];
  });
}

function nameOf(node, ancestors) {
  if (node.id) return node.id.name;
  const parent = ancestors[ancestors.length - 2];
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id.name : undefined;
}

/** Takes `async` and `await` away, `Promise.all(x)` becomes `(x)`, and errors do without a stack. */
function dropAsync(source, tree, code, free) {
  simple(tree, {
    Function(node) {
      if (!node.async) return;
      const keyword = source.indexOf('async', node.start);
      code.remove(keyword, keyword + 'async '.length);
    },
    AwaitExpression(node) {
      if (free(node)) code.remove(node.start, node.argument.start);
    },
    CallExpression({ callee }) {
      if (callee.type === 'MemberExpression' && callee.object.name === 'Promise') code.remove(callee.start, callee.end);
    },
    Property({ key, value, start }) {
      if (key.name === 'stack' && value.object?.type === 'NewExpression') code.overwrite(value.start, value.end, "''");
      void start;
    },
  });
}

/** Each pass of a loop and each call of a function costs a unit; each item that is pushed is checked against the longest sequence. */
function countWork(tree, code, free) {
  const first = code.original.indexOf('1:[function');
  const counted = ancestors => !ancestors.some(({ id }) => UNCOUNTED.has(id?.name));
  const block = (node, ancestors) => {
    if (node.start < first || !counted(ancestors) || !free(node)) return;
    if (node.body.type === 'BlockStatement') code.appendRight(node.body.start + 1, ' tick();');
    else if (node.type !== 'ArrowFunctionExpression') throw new Error('jsonata.js: a loop without a block');
  };
  ancestor(tree, {
    ForStatement: (node, _, ancestors) => block(node, ancestors),
    ForInStatement: (node, _, ancestors) => block(node, ancestors),
    ForOfStatement: (node, _, ancestors) => block(node, ancestors),
    WhileStatement: (node, _, ancestors) => block(node, ancestors),
    DoWhileStatement: (node, _, ancestors) => block(node, ancestors),
    Function: (node, _, ancestors) => block(node, ancestors),
    CallExpression(node, _, ancestors) {
      const { callee, arguments: args } = node;
      if (callee.type !== 'MemberExpression' || callee.property.name !== 'push' || callee.object.type !== 'Identifier')
        return;
      // the characters of a text are no sequence
      if (
        callee.object.name === 'arr' ||
        args.length !== 1 ||
        args[0].type === 'SpreadElement' ||
        !counted(ancestors) ||
        !free(node)
      )
        return;
      code.overwrite(callee.start, callee.end, 'push').appendLeft(args[0].start, `${callee.object.name}, `);
    },
  });
}

/** The result parses and holds nothing asynchronous. */
function checkSynchronous(source) {
  const left = [];
  simple(parse(source, { ecmaVersion: 'latest' }), {
    Function(node) {
      if (node.async) left.push(`async at ${node.start}`);
    },
    AwaitExpression(node) {
      left.push(`await at ${node.start}`);
    },
    MemberExpression({ object, property, start }) {
      if (object.name === 'Promise' || (object.name === 'Math' && property.name === 'random'))
        left.push(`${object.name}.${property.name} at ${start}`);
    },
  });
  if (left.length > 0) throw new Error(`jsonata.js is not synchronous yet: ${left.join(', ')}`);
}

import type { Json } from '../../../src/asl';
import { QueryFailure } from '../../../src/query';
import { compileExpression, JsonataSyntaxError } from '../../../src/query/jsonata';
import { fixedEnvironment } from '../fixed-environment';

const MEMORY = 'Expression evaluation memory limit exceeded: Check for excessive memory usage';
const TIME = 'Expression evaluation timeout: Check for infinite loop';
const STACK =
  'Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive.';

/** Expressions that would run for ever or take all memory, and what they come to: a value, or the failure. */
export const HOSTILE: ReadonlyArray<readonly [expression: string, outcome: string]> = [
  ['($f := function(){ $f() }; $f())', TIME],
  ['($f := function($n){ 1 + $f($n) }; $f(1))', STACK],
  ['($f := function($n){ $n = 0 ? 0 : 1 + $f($n - 1) }; $f(5000))', STACK],
  [Array.from({ length: 101 }, () => '1').join(' + '), STACK],
  ['[1..873783]', MEMORY],
  [
    '[1..10000001]',
    'D2014: The size of the sequence allocated by the range operator (..) must not exceed 1e7.  Attempted to allocate 10000001.',
  ],
  ['$range(1, 360146, 1)', MEMORY],
  ['$range(-1e300, 1e300, 1)', MEMORY],
  ['$pad("x", 1e9)', MEMORY],
  ['$pad("x", 3000000, "yz")', MEMORY],
  ['$map([1..800000], function($i){ $pad("x", 4000000) })', MEMORY],
  ['$reduce([1..60], function($a, $b){ $a & $a }, "x")', MEMORY],
  ['$map([1..100000], function($i){ $uppercase($reduce([1..21], function($a, $b){ $a & $a }, "x") & $i) })', MEMORY],
  ['$join($map([1..1000], function(){ $pad("x", 4000000) }), ",")', MEMORY],
  ['$join([1..100000].$string(), $pad("x", 100000))', MEMORY],
  ['$replace($pad("a", 100000, "a"), "a", $pad("b", 100000))', MEMORY],
  ['$reduce([1..60], function($a, $b){ [[$a], [$a]] }, 1)', MEMORY],
  ['$string($reduce([1..60], function($a, $b){ {"a": $a, "b": $a} }, 1))', MEMORY],
  ['$string($reduce([1..60], function($a, $b){ {"a": $a, "b": $a} }, 1), true)', MEMORY],
  [
    '$reduce([1..60], function($a, $b){ {"a": $a, "b": $a} }, 1) = $reduce([1..60], function($a, $b){ {"b": $a, "a": $a} }, 1)',
    TIME,
  ],
  ['$count($reduce([1..60], function($a, $b){ {"a": $a, "b": $a} }, 1).**)', MEMORY],
  ['$reduce([1..800000], $append)', MEMORY],
  ['[1..800000].{"a": {"b": {"c": $}}}', MEMORY],
  ['[1..100000]{"a": $}', MEMORY],
  ['$distinct([1..100000])', TIME],
  ['$map([1..100000], function($i){ $count([1..100000]) })', MEMORY],
  ['[1..3000].([1..3000].([1..3000].$))', MEMORY],
  ['$string($reduce([1..30000], function($a, $b){ [[$a]] }, 1))', STACK],
  ['$reduce([1..200000], function($a, $b){ [[$a]] }, 1)', STACK],
  ['$formatInteger(1e308, "I")', STACK],
  ['$toMillis($pad("1", 5000, "1"), $join([1..50].("[Y]")) & "x")', 'returned nothing (undefined).'],
  [
    'function($a)<s?s?s?s?s?s?s?s?s?s?s?s?s?s?s?s?s?s?s?s?s?s?s?s?s?s?s?s?s?s?n:s>{$a}("1","2","3","4","5","6","7","8","9","10","11","12","13","14","15","16","17","18","19","20", true)',
    'T0410: Argument 21 of function undefined does not match function signature',
  ],
  ['$match($pad("a", 100000, "a"), /(a+)+b/)', 'returned nothing (undefined).'],
  ['$contains("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", /^(a+)+$/)', 'false'],
  ['$match($pad("a", 100000, "a"), /a.*b|a/)', TIME],
  ['$split($pad("a", 20000, "ab"), /b/) ~> $count()', '10000'],
  ['$contains($pad("a", 4000000, "a"), /(?:a{0,100}){0,9}[0-9]/)', TIME],
  ['$eval("$eval(1)")', 'T1006: Attempted to invoke a non-function'],
  [
    '$match("x", function($s){ {"match": "x", "start": 0, "end": 1, "groups": [], "next": function(){ $match("y", /y/) }} })',
    'T1010: The matcher function argument passed to function "match" does not return the correct object structure',
  ],
  ['($m := function($s){ {"match": "x", "start": 0, "end": 1, "groups": [], "next": $m} }; $match("x", $m))', MEMORY],
  [`${'('.repeat(20000)}1${')'.repeat(20000)}`, 'Expression is nested too deeply'],
  [`${'['.repeat(20000)}1${']'.repeat(20000)}`, 'Expression is nested too deeply'],
  ['$match("a", /(?=a)/)', 'a lookahead (?=…)'],
  ['$match("a", /(?<!a)a/)', 'a lookbehind (?<!…)'],
  ['$match("a", /(a)\\1/)', 'a back reference (\\1)'],
  ['$match("a", /a{1,2000}/)', 'a repetition of more than 1000 times'],
  ['$match("a", /(a|(b))*/)', 'a repeated group inside which a capture can be left out'],
];

/** Evaluates one of them. */
export function outcome(expression: string, input: Json = {}): string {
  try {
    return JSON.stringify(compileExpression(`{% ${expression} %}`, 'Output')(fixedEnvironment({ input })));
  } catch (error) {
    if (error instanceof JsonataSyntaxError) return error.problem;
    if (error instanceof QueryFailure) {
      return error.causeText.replace(
        /^.*specified for the field 'Output' (threw an error during evaluation[.:] )?/s,
        '',
      );
    }
    return `crash: ${String(error)}`;
  }
}

if (require.main === module) {
  for (const [expression] of HOSTILE) process.stdout.write(`${JSON.stringify(outcome(expression).slice(0, 300))}\n`);
}

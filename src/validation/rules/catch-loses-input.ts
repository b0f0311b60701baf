import type { StateSite } from '../../asl';
import { fieldPlace } from '../definition-place';
import type { Expression } from '../expressions';
import { losesInput } from '../flow/lost-input';
import type { Finding, Rule } from '../rule';

export const catchLosesInput: Rule = {
  id: 'catch-loses-input',
  severity: 'WARNING',
  summary: 'A Catch replaces the input with the error, but the state after it reads from the input.',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
  find: ({ sites, graph, expressions }) => {
    const reads = readsOfInput(expressions);
    return sites.scopes.flatMap(scope =>
      graph(scope).edges.flatMap((edge): Finding[] => {
        if (!losesInput(edge) || edge.to === undefined) return [];
        const wanted =
          reads.get(edge.to) ??
          (takesWholeInput(edge.to) &&
          graph(scope)
            .into(edge.to)
            .some(({ kind }) => kind !== 'catch')
            ? 'its whole input'
            : undefined);
        if (wanted === undefined) return [];
        const jsonata = edge.from.language === 'JSONata';
        return [
          {
            at: fieldPlace(edge.from, ...edge.steps.slice(0, -1)),
            message: `This Catch passes on only Error and Cause, but ${JSON.stringify(edge.to.name)} reads ${wanted}`,
            fix: jsonata
              ? 'Keep the input: "Output": "{% $merge([$states.input, {\'error\': $states.errorOutput}]) %}", or keep what is needed in Assign.'
              : 'Keep the input: "ResultPath": "$.error".',
          },
        ];
      }),
    );
  },
};

/** By state: one thing that it reads from its input and that an error does not have. */
function readsOfInput(expressions: readonly Expression[]): ReadonlyMap<StateSite, string> {
  const reads = new Map<StateSite, string>();
  for (const expression of expressions) {
    if (
      expression.kind === 'path'
        ? expression.use === 'write' ||
          expression.data === 'result' ||
          expression.data === 'output' ||
          expression.data === 'unknown'
        : expression.facts.tolerant
    ) {
      continue;
    }
    for (const { root, steps } of expression.facts.reads) {
      if (root === 'input' && steps.length > 0 && steps[0] !== 'Error' && steps[0] !== 'Cause') {
        reads.set(expression.site, [expression.kind === 'path' ? '$' : '$states.input', ...steps].join('.'));
      }
    }
  }
  return reads;
}

function takesWholeInput({ type, state }: StateSite): boolean {
  return (
    type === 'Task' && state.Parameters === undefined && state.Arguments === undefined && state.InputPath === undefined
  );
}

import { itemsOf } from '../definition-place';
import type { JsonataExpression, PathExpression, Read } from '../expressions';
import { losesInput } from '../flow/lost-input';
import { describe, lookUp, type Shape } from '../flow/shape';
import { ERROR_OUTPUT, type Stages } from '../flow/stages';
import type { Finding, Rule } from '../rule';

export const pathNotThere: Rule = {
  id: 'path-not-there',
  severity: 'WARNING',
  summary: "A path reads data that can't exist, as an earlier Pass, payload template, or known result shows.",
  source: 'The data flow of the Amazon States Language, and the documented results of optimized integrations.',
  find: ({ expressions, data, graph }) =>
    expressions.flatMap((expression): Finding[] => {
      const { site, text, place, unknown, facts } = expression;
      const stages = data.get(site);
      if (stages === undefined || unknown || !facts.ok) return [];
      // the rule catch-loses-input reports data that a Catch has lost
      if (graph(site.scope).into(site).some(losesInput)) return [];
      for (const read of facts.reads) {
        const shape =
          expression.kind === 'path' ? pathShape(expression, read, stages) : jsonataShape(expression, read, stages);
        if (shape === undefined || lookUp(shape, read.steps, expression.kind === 'jsonata') !== undefined) continue;
        return [
          {
            at: place,
            message: `${expression.kind === 'path' ? text : `$states.${[read.root, ...read.steps].join('.')}`} can't exist: the value is ${describe(shape)}`,
            fix: 'Fix the path, or pass the value on in the earlier states (ResultPath, Output, Assign).',
          },
        ];
      }
      return [];
    }),
};

function pathShape({ data, use, site, text }: PathExpression, { root }: Read, stages: Stages): Shape | undefined {
  if (root !== 'input' || use === 'write') return undefined;
  // a test whether something is there may look for what is not
  if (use === 'variable' && itemsOf(site, 'Choices').some(({ item }) => JSON.stringify(item).includes('"IsPresent"'))) {
    return undefined;
  }
  if (site.type === 'Map' && data === 'effective-input' && text.startsWith('$$')) return undefined;
  switch (data) {
    case 'state-input':
      return stages.input;
    case 'effective-input':
      return stages.effective;
    case 'result':
      return stages.result;
    case 'output':
      return stages.beforeOutputPath;
    case 'error-output':
      return ERROR_OUTPUT;
    case 'unknown':
      return undefined;
  }
}

function jsonataShape({ facts }: JsonataExpression, { root }: Read, stages: Stages): Shape | undefined {
  if (facts.tolerant) return undefined;
  if (root === 'input') return stages.input;
  if (root === 'result') return stages.result;
  return root === 'errorOutput' ? ERROR_OUTPUT : undefined;
}

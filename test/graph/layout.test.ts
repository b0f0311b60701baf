import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chainWithHandler, nested, POLLING, task } from './definitions';
import { faultsOf } from './geometry';
import { layoutWorkflow } from '../../src/graph/layout/workflow-layout';
import { workflowGraph } from '../../src/graph/workflow-graph';

const fixtures = join(__dirname, '..', 'fixtures', 'asl');

function filesOf(folder: string): Array<[name: string, definition: object]> {
  return readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .map(name => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as object]);
}

describe('the layout', () => {
  it.each(filesOf(join(fixtures, 'valid')))('keeps nodes and lines apart in %s', (_, definition) => {
    expect(faultsOf(definition)).toEqual([]);
  });

  it.each([
    ['a polling loop', POLLING],
    ['200 catchers of one handler', chainWithHandler(200)],
    ['Maps and Parallels in each other', nested(8)],
    [
      'a state that leads to itself',
      {
        StartAt: 'Again?',
        States: {
          'Again?': {
            Type: 'Choice',
            Choices: [{ Variable: '$.n', NumericLessThan: 3, Next: 'Again?' }],
            Default: 'Done',
          },
          'Done': { Type: 'Succeed' },
        },
      },
    ],
    [
      'a loop over a whole Parallel',
      {
        StartAt: 'Both',
        States: {
          'Both': { Type: 'Parallel', Branches: [POLLING, POLLING], Next: 'Again?' },
          'Again?': {
            Type: 'Choice',
            Choices: [{ Variable: '$.again', BooleanEquals: true, Next: 'Both' }],
            Default: 'Done',
          },
          'Done': { Type: 'Succeed' },
        },
      },
    ],
    [
      'a Parallel with 30 branches',
      { StartAt: 'All', States: { All: { Type: 'Parallel', Branches: Array(30).fill(POLLING), End: true } } },
    ],
    ['no states', {}],
  ])('keeps nodes and lines apart in %s', (_, definition) => {
    expect(faultsOf(definition)).toEqual([]);
  });

  it('draws a chain in one column', () => {
    const definition = { StartAt: 'A', States: { A: task({ Next: 'B' }), B: task({ Next: 'C' }), C: task() } };
    const { nodes } = layoutWorkflow(workflowGraph(definition as never));
    expect(new Set(nodes.map(({ x, width }) => Math.round(x + width / 2))).size).toBe(1);
  });

  it('joins the lines of 200 catchers before they reach their handler', () => {
    const { pieces, edges } = layoutWorkflow(workflowGraph(chainWithHandler(200) as never));
    const last = (piece: number): number => (pieces[piece].next === undefined ? piece : last(pieces[piece].next!));
    const ends = edges.filter(({ edge }) => edge.kind === 'catch').map(({ piece }) => last(piece));
    expect([ends.length, new Set(ends).size]).toEqual([200, 1]);
  });

  it('puts the targets of a Choice in the order of its rules', () => {
    const names = ['One', 'Two', 'Three', 'Four'];
    const definition = {
      StartAt: 'Which?',
      States: {
        'Which?': {
          Type: 'Choice',
          Choices: names.map(name => ({ Variable: '$.name', StringEquals: name, Next: name })),
        },
        ...Object.fromEntries(names.map(name => [name, { Type: 'Pass', End: true }])),
      },
    };
    const { nodes } = layoutWorkflow(workflowGraph(definition as never));
    const placed = nodes.filter(({ node }) => names.includes(node.name)).sort((a, b) => a.x - b.x);
    expect(placed.map(({ node }) => node.name)).toEqual(names);
  });
});

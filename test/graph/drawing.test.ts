import fc from 'fast-check';
import { chainWithHandler, nested, POLLING, task } from './definitions';
import { mermaidText, workflowGraph, workflowMermaid, workflowSvg } from '../../src/graph';

const svg = (definition: object): string => workflowSvg(definition as never, 'Test');
const mermaid = (definition: object): string => workflowMermaid(definition as never);

/** The text between tags, and whether every tag is closed. */
function readXml(xml: string): { readonly text: string; readonly open: readonly string[] } {
  const open: string[] = [];
  for (const [, close, name, self] of xml.matchAll(/<(\/?)([a-z]+)(?:\s[^<>]*?)?(\/?)>/gi)) {
    if (close) expect(open.pop()).toBe(name);
    else if (!self) open.push(name);
  }
  return { text: xml.replace(/<[^<>]*>/g, ' '), open };
}

describe('the SVG picture', () => {
  it('has the same bytes each time', () => {
    expect(svg(nested(4))).toBe(svg(nested(4)));
  });

  it('has a title and a description for screen readers', () => {
    const text = svg(POLLING);
    expect(text).toContain('role="img" aria-labelledby="sw-title sw-desc"');
    expect(text).toContain('<title id="sw-title">Test</title>');
    expect(text).toContain(
      '<desc id="sw-desc">Starts at Wait for the job. States: Wait for the job (Wait), Get status (Task), Done? (Choice), Store (Task), Failed (Fail).</desc>',
    );
  });

  it('has colors for light and dark mode', () => {
    expect(svg(POLLING)).toContain('@media (prefers-color-scheme:dark)');
  });

  it('shows conditions and errors next to their lines', () => {
    const { text } = readXml(svg(POLLING));
    for (const label of ['$.status = &quot;COMPLETED&quot;', '$.attempts ≥ 5', 'otherwise', 'States.ALL']) {
      expect(text).toContain(label);
    }
  });

  it('shows a target that does not exist', () => {
    expect(svg({ StartAt: 'A', States: { A: task({ Next: 'Nope' }) } })).toContain('no such state');
  });

  it('keeps any name as text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (name, comment) => {
        const text = svg({ StartAt: name, States: { [name]: task({ End: true, Comment: `${comment}<script>` }) } });
        expect(readXml(text).open).toEqual([]);
        expect(text).not.toMatch(/<script|<!|javascript:| on\w+=/i);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the Mermaid diagram', () => {
  it('has states, conditions, and errors', () => {
    expect(mermaid(POLLING)).toBe(
      `flowchart TD
  n0(["Start"])
  n1("Wait for the job")
  n2["Get status"]
  n3{"Done?"}
  n4["Store"]
  n5(["Failed"])
  n6(["End"])
  n0 --> n1
  n1 --> n2
  n2 --> n3
  n2 -.->|"States.ALL"| n5
  n3 -->|"$.status = #34;COMPLETED#34;"| n4
  n3 -->|"$.attempts ≥ 5"| n5
  n3 -->|"otherwise"| n1
  n4 --> n6
  n5 --> n6
`.replace('≥', '#8805;'),
    );
  });

  it('has a subgraph for a Map and for each branch', () => {
    const branch = (name: string): object => ({ StartAt: name, States: { [name]: task() } });
    const definition = {
      StartAt: 'Both',
      States: { Both: { Type: 'Parallel', Branches: [branch('A'), branch('B')], End: true } },
    };
    expect(mermaid(definition).match(/subgraph .*/g)).toEqual([
      'subgraph n1["Both"]',
      'subgraph n2["Branch 1"]',
      'subgraph n6["Branch 2"]',
    ]);
  });

  it('escapes what Mermaid would interpret', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), name => {
        const [, , line] = mermaid({ StartAt: name, States: { [name]: task() } }).split('\n');
        expect(line).toMatch(/^ {2}n1\["(?:[^"<>`\\[\]{}|#;&*_~]|#\d+;)*"\]$/u);
      }),
    );
  });

  it('marks the status of states', () => {
    const marks = new Map([['/States/Store', 'ok' as const]]);
    expect(mermaidText(workflowGraph(POLLING as never), marks)).toMatch(/classDef ok .*\n {2}class n4 ok\n$/);
  });

  it('fails for a workflow with more edges than Mermaid draws', () => {
    expect(() => mermaid(chainWithHandler(300))).toThrow(
      expect.objectContaining({
        code: 'MERMAID_TOO_LARGE',
        message: expect.stringContaining('Draw it as SVG or HTML'),
      }),
    );
  });
});

import type { PageData } from '../../../src/graph';
import { compileWorkflow, runLocally, type Mocks } from '../../../src/local';
import { pageOfHistories } from '../../../src/local/page';
import { task } from '../../graph/definitions';

const ORDER = {
  StartAt: 'Charge card',
  States: {
    'Charge card': task({
      Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 5 }],
      Catch: [{ ErrorEquals: ['CardExpired'], Next: 'Ask again' }],
      ResultPath: '$.payment',
      Next: 'Ship each item',
    }),
    'Ask again': { Type: 'Fail', Error: 'NeedsCard' },
    'Ship each item': {
      Type: 'Map',
      ItemsPath: '$.items',
      ItemProcessor: { StartAt: 'Ship', States: { Ship: task() } },
      End: true,
    },
  },
};

function run(mocks: Mocks, input: object = { items: ['a', 'b'], card: { number: '4111111111111111' } }) {
  return runLocally(compileWorkflow(ORDER as never), input as never, { mocks });
}

const CHARGED: Mocks = { 'Charge card': { returns: { ok: true } }, 'Ship': { returns: { sent: true } } };
const EXPIRED: Mocks = {
  'Charge card': { fails: { error: 'CardExpired', cause: 'card 4111111111111111 has expired' } },
};

/** The data that is embedded in a page. */
function dataOf(html: string): PageData {
  return JSON.parse(/<script type="application\/json" id="data">(.*)<\/script>/.exec(html)![1]) as PageData;
}

describe('the page of a run', () => {
  it('has each visit with its node, and the iteration of a Map', () => {
    const { runs } = dataOf(run(CHARGED).toHtml());
    expect(runs[0].visits.map(({ state, node, parent, index }) => [state, node, parent, index])).toEqual([
      ['Charge card', '/States/Charge card', undefined, undefined],
      ['Ship each item', '/States/Ship each item', undefined, undefined],
      ['Ship', '/States/Ship each item/ItemProcessor/States/Ship', 1, 0],
      ['Ship', '/States/Ship each item/ItemProcessor/States/Ship', 1, 1],
    ]);
  });

  it("shows a state's data under the names of TestState", () => {
    const { runs } = dataOf(run(CHARGED).toHtml());
    const names = runs[0].visits[0].stages?.map(([name]) => name);
    expect(names).toEqual(expect.arrayContaining(['afterParameters', 'afterResultPath']));
  });

  it('marks the failure that a catcher caught', () => {
    const [{ visits, events, status, error }] = dataOf(run(EXPIRED).toHtml()).runs;
    expect([status, error]).toEqual(['FAILED', 'NeedsCard']);
    expect([events[visits[0].failed!].type, events[visits[0].exited!].type]).toEqual([
      'LambdaFunctionFailed',
      'TaskStateExited',
    ]);
  });

  it('is the same each time', () => {
    expect(run(CHARGED).toHtml()).toBe(run(CHARGED).toHtml());
  });

  it('takes at most 150 KB without its data', () => {
    const html = run(CHARGED).toHtml();
    expect(html.length - JSON.stringify(dataOf(html)).length).toBeLessThan(150_000);
  });

  it('allows its own script and style only', () => {
    expect(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(run(CHARGED).toHtml())![1]).toMatch(
      /^default-src 'none'; script-src 'sha256-[\w+/=]+'; style-src 'sha256-[\w+/=]+'; img-src data:; base-uri 'none'; form-action 'none'$/,
    );
  });

  it('keeps hostile values as text', () => {
    const hostile = '</script><script>alert(1)</script><!--';
    const html = run(CHARGED, { items: [hostile], note: hostile }).toHtml({ title: hostile });
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html).not.toContain('<!--');
    expect(dataOf(html).title).toBe(hostile);
  });
});

describe('redaction', () => {
  it('removes values by path, and wherever else they appear', () => {
    const html = run(EXPIRED).toHtml({ redact: ['card.number'] });
    expect(html).not.toContain('4111111111111111');
    expect(dataOf(html).redacted).toBe(true);
    expect(html).toContain('card [redacted] has expired');
  });

  it('removes values by a function', () => {
    const html = run(CHARGED).toHtml({ redact: (value, path) => (path.at(-1) === 'number' ? 'none' : value) });
    expect(html).not.toContain('4111111111111111');
  });

  it('changes nothing without paths', () => {
    expect(dataOf(run(CHARGED).toHtml({ redact: [] })).redacted).toBe(false);
  });
});

describe('the pictures of a run', () => {
  it('color states by their status', () => {
    const svg = run(EXPIRED).toSvg();
    expect(svg.match(/sw-node sw-is-\w+/g)).toEqual(['sw-node sw-is-warn', 'sw-node sw-is-bad']);
    expect(svg).toContain('The execution ended with FAILED: NeedsCard.');
  });

  it('are Mermaid diagrams too', () => {
    expect(run(CHARGED).toMermaid()).toContain('classDef ok');
  });
});

describe('the page of an execution on AWS', () => {
  const history = { events: JSON.parse(JSON.stringify(run(EXPIRED).history)) as never };

  it('has the visits of its history', () => {
    const [shown] = pageOfHistories('Order', [{ name: 'bad', history, definition: ORDER as never }]).runs;
    expect(shown.status).toBe('FAILED');
    expect(shown.visits).toEqual(dataOf(run(EXPIRED).toHtml()).runs[0].visits);
  });

  it('takes events in reverse order', () => {
    const reversed = { events: [...(history.events as unknown[])].reverse() as never };
    expect(pageOfHistories('x', [{ name: 'x', history: reversed }])).toEqual(
      pageOfHistories('x', [{ name: 'x', history }]),
    );
  });

  it.each([
    [{}],
    [{ events: [] }],
    [{ events: [{ type: 'x' }] }],
    [[1]],
    [{ events: [{ type: 'x', id: 1, timestamp: 'y' }] }],
  ])('fails for %j', wrong => {
    expect(() => pageOfHistories('x', [{ name: 'x', history: wrong as never }])).toThrow(
      expect.objectContaining({ code: 'INVALID_HISTORY' }),
    );
  });
});

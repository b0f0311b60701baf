import { GraphView } from './graph-view';
import { differences, duration, parsed, STATUS, statusOf } from './model';
import { compared, data, run } from './state';

/** Two runs next to each other, and where they diverge. */
export function Compare({ other }: { readonly other: number }) {
  const left = run.value;
  const right = data.runs[other];
  const length = Math.max(left.visits.length, right.visits.length);
  let at = -1;
  let why = '';
  for (let i = 0; i < length && at < 0; i++) {
    const [a, b] = [left.visits[i], right.visits[i]];
    if (!a || !b) {
      why = `${a ? right.name : left.name} ended; ${(a ?? b).state} ran in the other`;
    } else if (a.state !== b.state || a.index !== b.index) {
      why = `${left.name} entered ${a.state}, ${right.name} entered ${b.state}`;
    } else if (statusOf(a, Infinity, left) !== statusOf(b, Infinity, right)) {
      why = `${a.state}: ${STATUS[statusOf(a, Infinity, left)!].text} and ${STATUS[statusOf(b, Infinity, right)!].text}`;
    } else if (dataOf(left, i, 'input') !== dataOf(right, i, 'input')) {
      why = `The input of ${a.state} differs`;
    } else if (dataOf(left, i, 'output') !== dataOf(right, i, 'output')) {
      why = `The output of ${a.state} differs`;
    }
    if (why !== '') at = i;
  }
  const shown =
    at < 0
      ? []
      : (['input', 'output'] as const).flatMap(kind =>
          differences(parsed(dataOf(left, at, kind)), parsed(dataOf(right, at, kind))).map(one => ({ kind, ...one })),
        );
  const sides = [left, right];
  return (
    <section class="compare" aria-label="Comparison">
      <div class="title">
        <h2>{at < 0 ? 'The runs are the same' : 'Where the runs diverge'}</h2>
        <button type="button" onClick={() => (compared.value = undefined)}>
          Close the comparison
        </button>
      </div>
      {at >= 0 && (
        <p>
          <b>{why}</b> (state {at + 1} of {length}).
        </p>
      )}
      {shown.length > 0 && (
        <table class="diff">
          <thead>
            <tr>
              <th>Path</th>
              <th>{left.name}</th>
              <th>{right.name}</th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, 50).map(({ kind, path, before, after }) => (
              <tr key={kind + path}>
                <td>
                  {kind} <code>{path}</code>
                </td>
                <td class="del">{JSON.stringify(before) ?? '—'}</td>
                <td class="ins">{JSON.stringify(after) ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div class="sides">
        {sides.map((side, n) => (
          <div key={n}>
            <h3>
              {side.name} <span class={`badge ${side.status === 'SUCCEEDED' ? 'ok' : 'bad'}`}>{side.status}</span>
            </h3>
            {side.graph !== undefined && (
              <GraphView
                graph={data.graphs[side.graph]}
                run={side}
                step={side.events.length - 1}
                selected={at < 0 ? undefined : side.visits[at]?.node}
                onSelect={() => undefined}
              />
            )}
            <ol class="steps">
              {side.visits.slice(Math.max(0, at - 5), at + 20).map((one, i) => {
                const index = Math.max(0, at - 5) + i;
                return (
                  <li key={index} value={index + 1} class={index === at ? 'on' : ''}>
                    {one.state}{' '}
                    <span class="soft">
                      {STATUS[statusOf(one, Infinity, side)!].text}, at {duration(side.events[one.entered].time)}
                    </span>
                  </li>
                );
              })}
            </ol>
          </div>
        ))}
      </div>
    </section>
  );
}

function dataOf(of: (typeof data.runs)[number], index: number, kind: 'input' | 'output'): string | undefined {
  const one = of.visits[index];
  if (!one) return undefined;
  const event = kind === 'input' ? one.entered : one.exited;
  return event === undefined ? undefined : (of.events[event].details?.[kind] as string | undefined);
}

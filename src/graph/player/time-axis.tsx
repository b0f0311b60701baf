import { useMemo } from 'preact/hooks';
import type { PageRun } from '../page-data';
import { duration, STATUS, statusOf } from './model';
import { run, select, step, visit } from './state';

const MOST = 120;

/** Places on the axis, from 0 to 1. Long waits are collapsed: a gap in which nothing happens counts by its logarithm. */
function scaleOf({ events }: PageRun): {
  readonly at: (time: number) => number;
  readonly waits: ReadonlyArray<readonly [from: number, to: number, ms: number]>;
} {
  const times = [...new Set(events.map(({ time }) => time))].sort((a, b) => a - b);
  const places = new Map<number, number>();
  const jumps: Array<readonly [number, number, number]> = [];
  let sum = 0;
  times.forEach((time, i) => {
    const gap = i === 0 ? 0 : time - times[i - 1];
    const width = gap === 0 ? 0 : 1 + Math.log10(1 + gap / 10);
    if (gap >= 60_000) jumps.push([sum, sum + width, gap]);
    sum += width;
    places.set(time, sum);
  });
  const whole = Math.max(1, sum);
  return {
    at: time => (places.get(time) ?? 0) / whole,
    waits: jumps.map(([from, to, ms]) => [from / whole, to / whole, ms] as const),
  };
}

/** What ran when, in virtual time. */
export function TimeAxis() {
  const current = run.value;
  const { at, waits } = useMemo(() => scaleOf(current), [current]);
  const rows = useMemo(() => {
    const chosen = current.visits
      .map((_, i) => i)
      .filter(i => current.visits[i].parent === undefined || current.visits.length <= MOST);
    return chosen.slice(0, MOST);
  }, [current]);
  const now = at(current.events[step.value]?.time ?? 0);
  return (
    <details class="axis" open>
      <summary>
        Time axis <span class="soft">virtual time{waits.length > 0 ? ', waits collapsed' : ''}</span>
      </summary>
      <div class="bars">
        {rows.map(i => {
          const one = current.visits[i];
          const last = one.exited ?? one.aborted ?? one.failed ?? current.events.length - 1;
          const from = at(current.events[one.entered].time);
          const to = at(current.events[last].time);
          const status = statusOf(one, step.value, current);
          const text = `${one.state}${one.index === undefined ? '' : ` [${one.index}]`}: ${duration(current.events[one.entered].time)} to ${duration(current.events[last].time)}`;
          return (
            <button
              type="button"
              key={i}
              class={`barrow${visit.value === i ? ' on' : ''}`}
              title={text}
              aria-label={text}
              onClick={() => select(i)}
            >
              <span class="barname">
                {one.state}
                {one.index === undefined ? '' : ` [${one.index}]`}
              </span>
              <span class="bartrack">
                {waits.map(([a, b, ms], n) => (
                  <span
                    key={n}
                    class="wait"
                    style={{ left: `${a * 100}%`, width: `${(b - a) * 100}%` }}
                    title={`${duration(ms)} in which nothing happened`}
                  />
                ))}
                <span
                  class={`bar ${status ? STATUS[status].mark : 'none'}`}
                  style={{ left: `${from * 100}%`, width: `${Math.max(0.4, (to - from) * 100)}%` }}
                />
                <span class="now" style={{ left: `${now * 100}%` }} />
              </span>
            </button>
          );
        })}
        {rows.length < current.visits.length && (
          <p class="soft">
            The first {rows.length} of {current.visits.length} visits. Table view has them all.
          </p>
        )}
      </div>
    </details>
  );
}

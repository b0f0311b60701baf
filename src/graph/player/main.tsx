import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { Compare } from './compare';
import { Details } from './details';
import { GraphView } from './graph-view';
import { duration } from './model';
import {
  compared,
  data,
  graph,
  iteration,
  node,
  openRun,
  run,
  runIndex,
  select,
  selectFailure,
  step,
  view,
  VIEWS,
  visit,
} from './state';
import { EventView, TableView } from './tables';
import { TimeAxis } from './time-axis';

function move(to: number): void {
  const last = run.value.events.length - 1;
  step.value = Math.max(0, Math.min(last, to));
  const of = run.value.events[step.value]?.visit;
  if (of !== undefined) select(of);
}

/** The next or previous failure from here. */
function jump(direction: 1 | -1): void {
  const { events } = run.value;
  for (let i = step.value + direction; i >= 0 && i < events.length; i += direction) {
    if (/Failed|TimedOut|Aborted/.test(events[i].type)) return move(i);
  }
}

const KEYS: Readonly<Record<string, () => void>> = {
  ArrowRight: () => move(step.value + 1),
  ArrowLeft: () => move(step.value - 1),
  Home: () => move(0),
  End: () => move(Infinity),
  n: () => jump(1),
  p: () => jump(-1),
  1: () => (view.value = VIEWS[0]),
  2: () => (view.value = VIEWS[1]),
  3: () => (view.value = VIEWS[2]),
  Escape: () => {
    iteration.value = undefined;
    node.value = undefined;
    visit.value = undefined;
  },
};

function App() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) return;
      const action = KEYS[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const listed = data.runs.map((one, i) => ({ one, i })).filter(({ one }) => one.parent === undefined);
  const { events, status, parent, name, error } = run.value;
  const event = events[step.value];
  return (
    <>
      <header>
        <h1>{data.title}</h1>
        {listed.length > 1 && (
          <label class="pick">
            Run{' '}
            <select
              value={parent === undefined ? runIndex.value : ''}
              onChange={change => openRun(Number(change.currentTarget.value))}
            >
              {parent !== undefined && <option value="">{name}</option>}
              {listed.map(({ one, i }) => (
                <option key={i} value={i}>
                  {one.name} · {one.status}
                </option>
              ))}
            </select>
          </label>
        )}
        {listed.length > 1 && (
          <label class="pick">
            Compare with{' '}
            <select
              value={compared.value ?? ''}
              onChange={change =>
                (compared.value = change.currentTarget.value === '' ? undefined : Number(change.currentTarget.value))
              }
            >
              <option value="">nothing</option>
              {listed
                .filter(({ i }) => i !== runIndex.value)
                .map(({ one, i }) => (
                  <option key={i} value={i}>
                    {one.name}
                  </option>
                ))}
            </select>
          </label>
        )}
        <span class={`badge ${status === 'SUCCEEDED' ? 'ok' : status === 'RUNNING' ? 'run' : 'bad'}`}>{status}</span>
        {error && <span class="soft headerror">{error}</span>}
        {data.redacted && <span class="soft">Some values were redacted</span>}
      </header>
      {parent !== undefined && (
        <nav class="crumbs" aria-label="Executions">
          <Crumbs index={runIndex.value} />
        </nav>
      )}
      {compared.value !== undefined ? (
        <Compare other={compared.value} />
      ) : (
        <main>
          <div class="left">
            <div class="tabs" role="tablist" aria-label="View">
              {VIEWS.map(one => (
                <button
                  type="button"
                  role="tab"
                  key={one}
                  aria-selected={view.value === one}
                  onClick={() => (view.value = one)}
                >
                  {one}
                </button>
              ))}
            </div>
            <div class="stepper">
              <button type="button" class="small" aria-label="First event" onClick={() => move(0)}>
                |◀
              </button>
              <button type="button" class="small" aria-label="Previous event" onClick={() => move(step.value - 1)}>
                ◀
              </button>
              <input
                type="range"
                min={0}
                max={Math.max(0, events.length - 1)}
                value={step.value}
                aria-label="Event"
                aria-valuetext={event ? `Event ${event.id}, ${event.type}` : ''}
                onInput={change => move(Number(change.currentTarget.value))}
              />
              <button type="button" class="small" aria-label="Next event" onClick={() => move(step.value + 1)}>
                ▶
              </button>
              <button type="button" class="small" aria-label="Last event" onClick={() => move(Infinity)}>
                ▶|
              </button>
              <button type="button" class="small" onClick={() => jump(1)}>
                Next failure
              </button>
            </div>
            <p class="position" role="status" aria-live="polite">
              {event ? (
                <>
                  Event <b>{event.id}</b> of {events.length} · <b>{event.type}</b>
                  {event.visit === undefined ? '' : ` · ${run.value.visits[event.visit].state}`} ·{' '}
                  {duration(event.time)}
                </>
              ) : (
                'No events'
              )}
            </p>
            {iteration.value && (
              <p class="notice">
                Shows iteration {iteration.value[1]} of {run.value.visits[iteration.value[0]].state} only.{' '}
                <button type="button" class="link" onClick={() => (iteration.value = undefined)}>
                  Show all
                </button>
              </p>
            )}
            {view.value === 'Graph view' &&
              (graph.value ? (
                <GraphView
                  graph={graph.value}
                  run={run.value}
                  step={step.value}
                  iteration={iteration.value}
                  selected={node.value}
                  onSelect={(id, at) => {
                    node.value = id;
                    visit.value = at;
                  }}
                />
              ) : (
                <p class="soft">
                  The definition of this execution isn't known. Table view and Event view show its history.
                </p>
              ))}
            {view.value === 'Table view' && <TableView />}
            {view.value === 'Event view' && <EventView />}
            {view.value === 'Graph view' && <TimeAxis />}
          </div>
          <Details />
        </main>
      )}
      <footer class="soft">Keys: ← → step · Home End · n p failures · 1 2 3 views · Esc run</footer>
    </>
  );
}

function Crumbs({ index }: { readonly index: number }) {
  const one = data.runs[index];
  return (
    <>
      {one.parent && (
        <>
          <Crumbs index={one.parent.run} /> ›{' '}
        </>
      )}
      {index === runIndex.value ? (
        <b>{one.name}</b>
      ) : (
        <button
          type="button"
          class="link"
          onClick={() => {
            const child = runIndex.value;
            openRun(index);
            const at = data.runs[child].parent;
            if (at?.run === index) select(at.visit);
          }}
        >
          {one.name}
        </button>
      )}
    </>
  );
}

selectFailure();
render(<App />, document.getElementById('app')!.appendChild(document.createElement('div')));
document.querySelector('.noscript')?.remove();

import { computed, signal } from '@preact/signals';
import { List } from './list';
import { duration, STATUS, statusOf } from './model';
import { run, select, step, visit } from './state';

const filter = signal('');
const failuresOnly = signal(false);

function Filter({ label }: { readonly label: string }) {
  return (
    <div class="filter">
      <input
        type="search"
        placeholder="Filter"
        aria-label={label}
        value={filter.value}
        onInput={event => (filter.value = event.currentTarget.value)}
      />
      <label>
        <input
          type="checkbox"
          checked={failuresOnly.value}
          onChange={event => (failuresOnly.value = event.currentTarget.checked)}
        />{' '}
        Failures only
      </label>
    </div>
  );
}

const visitRows = computed(() => {
  const { visits } = run.value;
  const query = filter.value.toLowerCase();
  const rows: number[] = [];
  for (let i = 0; i < visits.length && visits[i].entered <= step.value; i++) {
    const one = visits[i];
    if (failuresOnly.value && one.failed === undefined && one.aborted === undefined && one.type !== 'Fail') continue;
    if (query !== '' && !`${one.state} ${one.type} ${one.index ?? ''}`.toLowerCase().includes(query)) continue;
    rows.push(i);
  }
  return rows;
});

/** The visits of states, in order. */
export function TableView() {
  const { visits, events } = run.value;
  const rows = visitRows.value;
  const depth = (i: number): number => {
    let count = 0;
    for (let at = visits[i].parent; at !== undefined; at = visits[at].parent) count++;
    return count;
  };
  return (
    <div class="tableview">
      <Filter label="Filter states" />
      <div class="head cols-state">
        <span>State</span>
        <span>Type</span>
        <span>Status</span>
        <span>Started</span>
        <span>Duration</span>
      </div>
      <List
        count={rows.length}
        label="States"
        selected={visit.value === undefined ? -1 : rows.indexOf(visit.value)}
        row={i => {
          const one = visits[rows[i]];
          const status = statusOf(one, step.value, run.value) ?? 'running';
          const entered = events[one.entered].time;
          const end = one.exited ?? one.aborted ?? one.failed;
          return (
            <button
              type="button"
              class={`cells cols-state${visit.value === rows[i] ? ' on' : ''}`}
              onClick={() => select(rows[i])}
            >
              <span style={{ paddingLeft: `${depth(rows[i]) * 14}px` }}>
                {one.state}
                {one.index === undefined ? '' : ` [${one.index}]`}
              </span>
              <span>{one.type}</span>
              <span>
                <i class={`dot ${STATUS[status].mark}`} />
                {STATUS[status].text}
              </span>
              <span>{duration(entered)}</span>
              <span>{end === undefined ? '' : duration(events[end].time - entered)}</span>
            </button>
          );
        }}
      />
      {rows.length === 0 && <p class="soft">No state matches.</p>}
    </div>
  );
}

const eventRows = computed(() => {
  const query = filter.value.toLowerCase();
  const { events, visits } = run.value;
  const rows: number[] = [];
  events.forEach((event, i) => {
    if (failuresOnly.value && !/Failed|TimedOut|Aborted/.test(event.type)) return;
    const state = event.visit === undefined ? '' : visits[event.visit].state;
    if (query !== '' && !`${event.id} ${event.type} ${state}`.toLowerCase().includes(query)) return;
    rows.push(i);
  });
  return rows;
});

/** The events of the history. */
export function EventView() {
  const { events, visits } = run.value;
  const rows = eventRows.value;
  const detail = events[step.value]?.details;
  return (
    <div class="tableview">
      <Filter label="Filter events" />
      <div class="head cols-event">
        <span>ID</span>
        <span>Type</span>
        <span>State</span>
        <span>Time</span>
      </div>
      <List
        count={rows.length}
        label="Events"
        selected={rows.indexOf(step.value)}
        row={i => {
          const event = events[rows[i]];
          const of = event.visit === undefined ? undefined : visits[event.visit];
          return (
            <button
              type="button"
              class={`cells cols-event${step.value === rows[i] ? ' on' : ''}`}
              onClick={() => {
                step.value = rows[i];
                if (event.visit !== undefined) select(event.visit);
              }}
            >
              <span>{event.id}</span>
              <span class={/Failed|TimedOut|Aborted/.test(event.type) ? 'badtext' : ''}>{event.type}</span>
              <span>{of ? `${of.state}${of.index === undefined ? '' : ` [${of.index}]`}` : ''}</span>
              <span>{duration(event.time)}</span>
            </button>
          );
        }}
      />
      {rows.length === 0 && <p class="soft">No event matches.</p>}
      {detail && (
        <pre class="eventdetail" aria-label="Details of the event">
          {JSON.stringify(detail, null, 2).slice(0, 20_000)}
        </pre>
      )}
    </div>
  );
}

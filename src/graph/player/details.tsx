import { useMemo, useState } from 'preact/hooks';
import { JsonView } from './json-view';
import { attemptsOf, differences, duration, eventsOf, parsed, startedBy, STATUS, statusOf, variablesOf } from './model';
import { data, graph, iteration, node, openRun, run, runIndex, select, step, visit } from './state';

/** Everything about the selected state. */
export function Details() {
  const index = visit.value;
  if (index === undefined) {
    const chosen = graph.value?.nodes.find(({ id }) => id === node.value);
    if (!chosen) return <RunDetails />;
    return (
      <section class="details" aria-label="State">
        <h2>{chosen.name}</h2>
        <p class="soft">{chosen.subtitle}</p>
        <p>
          This state was not entered{step.value < run.value.events.length - 1 ? ' up to this event' : ' in this run'}.
        </p>
        <button type="button" onClick={() => select(undefined)}>
          Show the run
        </button>
      </section>
    );
  }
  return <VisitDetails index={index} key={`${runIndex.value}/${index}`} />;
}

function VisitDetails({ index }: { readonly index: number }) {
  const one = run.value.visits[index];
  const status = statusOf(one, step.value, run.value);
  const siblings = run.value.visits.flatMap((other, i) =>
    other.node === one.node && other.state === one.state ? [i] : [],
  );
  const entered = run.value.events[one.entered];
  const left = one.exited === undefined ? undefined : run.value.events[one.exited];
  const attempts = attemptsOf(run.value, index);
  const events = eventsOf(run.value, index).map(i => run.value.events[i]);
  const scheduled = events.findLast(({ type }) => type.endsWith('Scheduled'));
  const succeeded = events.findLast(({ type }) => /^(Task|LambdaFunction|Activity)Succeeded$/.test(type));
  const failure = one.failed === undefined ? undefined : run.value.events[one.failed];
  const input = parsed(entered.details?.input);
  const output = parsed(left?.details?.output);
  const variables = useMemo(() => variablesOf(run.value, index), [index]);
  const changed = left && typeof left.details?.output === 'string' ? differences(input, output) : [];
  const permissions = [
    ...(one.permissions ?? []),
    ...run.value.notes.filter(note => note.kind === 'denied' && note.state === one.state).map(({ text }) => text),
  ];
  const failText = one.type === 'Fail' ? { error: run.value.error, cause: run.value.cause } : undefined;
  const end = left?.time ?? (one.aborted === undefined ? failure?.time : run.value.events[one.aborted].time);
  return (
    <section class="details" aria-label="State">
      <div class="title">
        <h2>
          {one.state}
          {one.index === undefined ? '' : ` [${one.index}]`}
        </h2>
        {status && <span class={`badge ${STATUS[status].mark}`}>{STATUS[status].text}</span>}
      </div>
      <p class="soft">
        {one.type} · entered at {duration(entered.time)}
        {end === undefined ? '' : ` · took ${duration(end - entered.time)} of virtual time`}
      </p>
      {siblings.length > 1 && (
        <label class="pick">
          Visit{' '}
          <select value={index} onChange={event => select(Number(event.currentTarget.value))}>
            {siblings.slice(0, 1000).map((i, n) => (
              <option key={i} value={i}>
                {n + 1} of {siblings.length}
                {run.value.visits[i].index === undefined ? '' : ` · item ${run.value.visits[i].index}`} ·{' '}
                {STATUS[statusOf(run.value.visits[i], Infinity, run.value) ?? 'running'].text}
              </option>
            ))}
          </select>
        </label>
      )}
      {(failure ?? failText) && (
        <Failure
          title={left ? 'Caught error' : 'Error'}
          error={failText ? failText.error : String(failure!.details?.error ?? failure!.type)}
          cause={
            failText
              ? failText.cause
              : failure!.details?.cause === undefined
                ? undefined
                : String(failure!.details.cause)
          }
        />
      )}
      {permissions.length > 0 && (
        <details class="section" open>
          <summary>Permissions</summary>
          {permissions.map((text, i) => (
            <pre key={i}>{text}</pre>
          ))}
        </details>
      )}
      {(one.type === 'Map' || one.type === 'Parallel') && <Inside index={index} />}
      <Started index={index} />
      {attempts.length > 0 && (
        <details class="section" open={attempts.length > 1}>
          <summary>Attempts ({attempts.length})</summary>
          <ol class="attempts">
            {attempts.slice(0, 200).map((attempt, i) => (
              <li key={i}>
                <b>{attempt.error ?? (attempt.ended === undefined ? 'In progress' : 'Succeeded')}</b>
                <span class="soft">
                  {' '}
                  at {duration(attempt.started)}
                  {attempt.ended === undefined ? '' : `, took ${duration(attempt.ended - attempt.started)}`}
                </span>
                {attempt.cause && <div class="cause">{attempt.cause}</div>}
                {attempt.backoff !== undefined && <div class="soft">Retried after {duration(attempt.backoff)}</div>}
              </li>
            ))}
          </ol>
        </details>
      )}
      <JsonView title="Input" value={input} />
      {(one.stages ?? []).map(([name, json]) => (
        <JsonView key={name} title={name} value={parsed(json)} open={false} />
      ))}
      {scheduled?.details && (
        <JsonView title="Call parameters" value={parsed(scheduled.details.parameters ?? scheduled.details.input)} />
      )}
      {succeeded?.details?.output !== undefined && (
        <JsonView title="Result" value={parsed(succeeded.details.output)} open={false} />
      )}
      {left && <JsonView title="Output" value={output} />}
      {changed.length > 0 && (
        <details class="section">
          <summary>Changes from input to output ({changed.length})</summary>
          <table class="diff">
            <thead>
              <tr>
                <th>Path</th>
                <th>Input</th>
                <th>Output</th>
              </tr>
            </thead>
            <tbody>
              {changed.map(({ path, before, after }) => (
                <tr key={path}>
                  <td>
                    <code>{path}</code>
                  </td>
                  <td class="del">{short(before)}</td>
                  <td class="ins">{short(after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      {Object.keys(variables.after).length > 0 && (
        <>
          <JsonView title="Variables before" value={variables.before} open={false} />
          <JsonView title="Variables after" value={variables.after} open={false} />
        </>
      )}
      <button type="button" onClick={() => select(undefined)}>
        Show the run
      </button>
    </section>
  );
}

function short(value: unknown): string {
  const text = value === undefined ? '—' : (JSON.stringify(value) ?? '');
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

export function Failure({
  title,
  error,
  cause,
}: {
  readonly title: string;
  readonly error?: string;
  readonly cause?: string;
}) {
  return (
    <div class="failure" role="note">
      <b>
        {title}: {error ?? 'no error name'}
      </b>
      {cause !== undefined && <div class="cause">{cause}</div>}
    </div>
  );
}

const PAGE = 50;

/** The iterations of a Map or the branches of a Parallel: counts and failures first. */
function Inside({ index }: { readonly index: number }) {
  const [limit, setLimit] = useState(PAGE);
  const items = useMemo(() => {
    const found = new Map<number, { failed: boolean; running: boolean; first: number }>();
    run.value.visits.forEach((one, i) => {
      if (one.parent !== index || one.index === undefined) return;
      const status = statusOf(one, Infinity, run.value);
      const known = found.get(one.index) ?? { failed: false, running: false, first: i };
      known.failed ||= status === 'failed' || status === 'aborted';
      if (status === 'failed') known.first = i;
      found.set(one.index, known);
    });
    return [...found].sort(([a, x], [b, y]) => Number(y.failed) - Number(x.failed) || a - b);
  }, [index, run.value]);
  if (items.length === 0) return null;
  const failed = items.filter(([, { failed: bad }]) => bad).length;
  const current = iteration.value?.[0] === index ? iteration.value[1] : undefined;
  return (
    <details class="section" open>
      <summary>
        Iterations: {items.length}
        {failed > 0 ? `, ${failed} failed` : ''}
      </summary>
      <div class="chips">
        <button
          type="button"
          class={current === undefined ? 'chip on' : 'chip'}
          onClick={() => (iteration.value = undefined)}
        >
          All
        </button>
        {items.slice(0, limit).map(([item, { failed: bad, first }]) => (
          <button
            type="button"
            key={item}
            class={`chip${current === item ? ' on' : ''}${bad ? ' bad' : ''}`}
            onClick={() => {
              iteration.value = [index, item];
              select(first);
            }}
          >
            {bad ? '✕ ' : ''}
            {item}
          </button>
        ))}
        {items.length > limit && (
          <button type="button" class="chip" onClick={() => setLimit(limit + 500)}>
            {items.length - limit} more…
          </button>
        )}
      </div>
    </details>
  );
}

/** The executions that a state started: failures first, by name. */
function Started({ index }: { readonly index: number }) {
  const all = startedBy(data, runIndex.value, index);
  const [query, setQuery] = useState('');
  const [limit, setLimit] = useState(PAGE);
  const sorted = useMemo(
    () =>
      [...all].sort(
        (a, b) => Number(data.runs[a].status === 'SUCCEEDED') - Number(data.runs[b].status === 'SUCCEEDED') || a - b,
      ),
    [all],
  );
  if (all.length === 0) return null;
  const failed = all.filter(i => data.runs[i].status !== 'SUCCEEDED').length;
  const shown =
    query === ''
      ? sorted
      : sorted.filter(i =>
          `${data.runs[i].name} ${data.runs[i].status} ${data.runs[i].error ?? ''}`
            .toLowerCase()
            .includes(query.toLowerCase()),
        );
  const kind = data.runs[all[0]].parent?.kind === 'child' ? 'Child executions' : 'Nested executions';
  return (
    <details class="section" open>
      <summary>
        {kind}: {all.length}
        {failed > 0 ? `, ${failed} not successful` : ''}
      </summary>
      {all.length > 10 && (
        <input
          type="search"
          aria-label={`Filter ${kind.toLowerCase()}`}
          placeholder="Filter by name, status, or error"
          value={query}
          onInput={event => setQuery(event.currentTarget.value)}
        />
      )}
      <ul class="runs">
        {shown.slice(0, limit).map(i => (
          <li key={i}>
            <button type="button" class="link" onClick={() => openRun(i)}>
              {data.runs[i].name}
            </button>{' '}
            <span class={`badge ${data.runs[i].status === 'SUCCEEDED' ? 'ok' : 'bad'}`}>{data.runs[i].status}</span>{' '}
            {data.runs[i].error}
          </li>
        ))}
      </ul>
      {shown.length > limit && (
        <button type="button" class="small" onClick={() => setLimit(limit + 500)}>
          Show more ({shown.length - limit})
        </button>
      )}
    </details>
  );
}

const NOTE_TITLES = {
  'denied': 'Denied calls',
  'unknown-permission': 'Permissions that could not be checked',
  'notification': 'Notifications sent',
  'alarm': 'Alarms raised',
  'warning': 'Warnings',
  'unused-permission': 'Permissions that the run did not use',
} as const;

/** The run as a whole. */
function RunDetails() {
  const { name, status, error, cause, type, durationMs, startTime, transitions, price, notes, visits, events } =
    run.value;
  const first = events[0];
  const last = events.at(-1);
  const used = new Set(visits.map(({ state }) => state)).size;
  return (
    <section class="details" aria-label="Run">
      <div class="title">
        <h2>{name}</h2>
        <span class={`badge ${status === 'SUCCEEDED' ? 'ok' : status === 'RUNNING' ? 'run' : 'bad'}`}>{status}</span>
      </div>
      {(error !== undefined || cause !== undefined) && <Failure title="Error" error={error} cause={cause} />}
      <dl>
        {type && (
          <>
            <dt>Type</dt>
            <dd>{type}</dd>
          </>
        )}
        <dt>Started</dt>
        <dd>{new Date(startTime).toISOString()} (virtual time)</dd>
        <dt>Duration</dt>
        <dd>{duration(durationMs)} of virtual time</dd>
        <dt>Events</dt>
        <dd>{events.length}</dd>
        <dt>States entered</dt>
        <dd>
          {visits.length} visits of {used} states
        </dd>
        {transitions !== undefined && (
          <>
            <dt>State transitions</dt>
            <dd>{transitions}</dd>
          </>
        )}
        {price.map(([label, text]) => (
          <>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </>
        ))}
      </dl>
      {(Object.keys(NOTE_TITLES) as Array<keyof typeof NOTE_TITLES>).map(kind => {
        const list = notes.filter(note => note.kind === kind);
        return (
          list.length > 0 && (
            <details class="section" open={kind === 'denied' || kind === 'alarm' || kind === 'warning'} key={kind}>
              <summary>
                {NOTE_TITLES[kind]} ({list.length})
              </summary>
              {list.map((note, i) => (
                <pre key={i}>{note.text}</pre>
              ))}
            </details>
          )
        );
      })}
      {first?.details?.input !== undefined && <JsonView title="Execution input" value={parsed(first.details.input)} />}
      {last?.details?.output !== undefined && <JsonView title="Execution output" value={parsed(last.details.output)} />}
    </section>
  );
}

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PageGraph, PageRun } from '../page-data';
import { isInside, STATUS, statusOf, type Status } from './model';
import { BADGES } from '../svg/badges';
import { ICONS } from '../svg/icons';

interface Props {
  readonly graph: PageGraph;
  readonly run: PageRun;
  readonly step: number;
  readonly iteration?: readonly [number, number];
  readonly selected?: string;
  readonly onSelect: (node: string, visit: number | undefined) => void;
}

/** What the graph shows of each node: its status, its latest visit, and how many visits there are. */
interface Shown {
  readonly status: Status;
  readonly visit: number;
  readonly count: number;
  readonly failures: number;
}

const WORST: readonly Status[] = ['succeeded', 'caught', 'aborted', 'failed', 'running'];

function shownOf({ run, step, iteration }: Pick<Props, 'run' | 'step' | 'iteration'>): ReadonlyMap<string, Shown> {
  const shown = new Map<string, Shown>();
  for (let i = 0; i < run.visits.length; i++) {
    const visit = run.visits[i];
    if (visit.entered > step) break;
    if (visit.node === undefined || (iteration && !isInside(run, visit, iteration))) continue;
    const status = statusOf(visit, step, run)!;
    const known = shown.get(visit.node);
    const failed = status === 'failed' || status === 'aborted' ? 1 : 0;
    // iterations run side by side: the most urgent counts; in a loop, the latest
    const urgent = known && visit.parent !== undefined && WORST.indexOf(known.status) > WORST.indexOf(status);
    shown.set(visit.node, {
      status: urgent ? known.status : status,
      visit: urgent ? known.visit : i,
      count: (known?.count ?? 0) + 1,
      failures: (known?.failures ?? 0) + failed,
    });
  }
  return shown;
}

/** The pieces of the edges that the run took, up to the step. */
function takenOf(
  graph: PageGraph,
  { run, step, iteration }: Pick<Props, 'run' | 'step' | 'iteration'>,
): ReadonlySet<number> {
  const lastIn = new Map<string, number>();
  const pairs = new Set<string>();
  for (let i = 0; i < run.visits.length && run.visits[i].entered <= step; i++) {
    const visit = run.visits[i];
    if (visit.node === undefined || (iteration && !isInside(run, visit, iteration))) continue;
    const previous = run.events[visit.entered].previous;
    const from = previous > 0 ? run.events[previous - 1]?.visit : undefined;
    const source = from === undefined ? undefined : run.visits[from];
    if (source?.node !== undefined && source.parent === visit.parent && source.index === visit.index) {
      pairs.add(`${source.node}\n${visit.node}`);
    } else {
      pairs.add(`\n${visit.node}`);
    }
    lastIn.set(visit.node, i);
  }
  const taken = new Set<number>();
  for (const edge of graph.edges) {
    const toEnd =
      edge.kind === 'end' && lastIn.has(edge.from) && (run.visits[lastIn.get(edge.from)!].exited ?? Infinity) <= step;
    const passed = edge.kind === 'start' ? pairs.has(`\n${edge.to}`) : pairs.has(`${edge.from}\n${edge.to}`);
    if (!toEnd && !passed) continue;
    for (let at: number | undefined = edge.piece; at !== undefined && !taken.has(at); at = graph.pieces[at].next) {
      taken.add(at);
    }
  }
  return taken;
}

/** The workflow with the status of each state as of an event. */
export function GraphView(props: Props) {
  const { graph, selected, onSelect } = props;
  const [zoom, setZoom] = useState<number | undefined>(undefined);
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 600, height: 500 });
  useEffect(() => {
    const measure = (): void => {
      if (box.current) setRoom({ width: box.current.clientWidth - 4, height: box.current.clientHeight - 4 });
    };
    measure();
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  const shown = useMemo(() => shownOf(props), [props.run, props.step, props.iteration]);
  const taken = useMemo(() => takenOf(graph, props), [graph, props.run, props.step, props.iteration]);
  // a whole picture if it stays readable, else its full width
  const fit = Math.max(0.55, Math.min(1, room.width / graph.width, Math.max(room.height / graph.height, 0.75)));
  const scale = zoom ?? fit;
  useEffect(() => {
    if (selected === undefined) return;
    document.getElementById(`node-${selected}`)?.scrollIntoView({ block: 'center', inline: 'center' });
  }, [selected, graph]);
  const key = (event: KeyboardEvent, id: string, visit: number | undefined): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onSelect(id, visit);
  };
  return (
    <div class="graph">
      <div class="zoom" role="group" aria-label="Zoom">
        <button type="button" class="small" aria-label="Zoom out" onClick={() => setZoom(Math.max(0.2, scale / 1.25))}>
          −
        </button>
        <button type="button" class="small" onClick={() => setZoom(undefined)}>
          Fit
        </button>
        <button type="button" class="small" aria-label="Zoom in" onClick={() => setZoom(Math.min(3, scale * 1.25))}>
          +
        </button>
      </div>
      <div class="canvas" ref={box} tabIndex={-1}>
        <svg
          class="sw-g"
          width={graph.width * scale}
          height={graph.height * scale}
          viewBox={`0 0 ${graph.width} ${graph.height}`}
          role="group"
          aria-label={`Graph of ${graph.title}`}
        >
          {graph.nodes
            .filter(one => one.frames.length > 0)
            .map(one => (
              <Node
                key={one.id}
                one={one}
                shown={shown.get(one.id)}
                selected={selected === one.id}
                onSelect={onSelect}
                onKey={key}
              />
            ))}
          <Lines graph={graph} taken={taken} />
          {graph.nodes
            .filter(one => one.frames.length === 0)
            .map(one => (
              <Node
                key={one.id}
                one={one}
                shown={shown.get(one.id)}
                selected={selected === one.id}
                onSelect={onSelect}
                onKey={key}
              />
            ))}
          {graph.labels.map((label, i) => (
            <g key={i} class={label.caught ? 'sw-label sw-catch' : 'sw-label'}>
              <title>{label.full}</title>
              <rect x={label.x} y={label.y} width={label.width} height={label.height} rx={7} />
              {label.lines.map((line, n) => (
                <text key={n} x={label.x + label.width / 2} y={label.y + 14 + n * 14} text-anchor="middle">
                  {line}
                </text>
              ))}
            </g>
          ))}
        </svg>
      </div>
    </div>
  );
}

function Lines({ graph, taken }: { readonly graph: PageGraph; readonly taken: ReadonlySet<number> }) {
  const draw = (strong: boolean) =>
    graph.pieces.map((piece, i) => {
      if (taken.has(i) !== strong) return null;
      const classes = `${piece.caught ? ' sw-catch' : ''}${strong ? ' sw-taken' : ''}`;
      return (
        <g key={i}>
          <path class={`sw-edge${classes}`} d={piece.d} />
          {piece.arrow && <path class={`sw-arrow${classes}`} d={piece.arrow} />}
        </g>
      );
    });
  return (
    <g aria-hidden="true">
      {draw(false)}
      {draw(true)}
    </g>
  );
}

function Node({
  one,
  shown,
  selected,
  onSelect,
  onKey,
}: {
  readonly one: PageGraph['nodes'][number];
  readonly shown?: Shown;
  readonly selected: boolean;
  readonly onSelect: Props['onSelect'];
  readonly onKey: (event: KeyboardEvent, id: string, visit: number | undefined) => void;
}) {
  const { x, y, width, height, kind, depth } = one;
  if (kind === 'start' || kind === 'end') {
    const cx = x + width / 2;
    const cy = y + height / 2;
    if (depth === 0) {
      return (
        <g>
          <rect class="sw-pill" x={x} y={y} width={width} height={height} rx={height / 2} />
          <text class="sw-sub" x={cx} y={cy + 4} text-anchor="middle">
            {one.name}
          </text>
        </g>
      );
    }
    return kind === 'start' ? (
      <circle class="sw-dot" cx={cx} cy={cy} r={width / 2 - 1} />
    ) : (
      <g>
        <circle class="sw-ring" cx={cx} cy={cy} r={width / 2 - 1} />
        <circle class="sw-dot" cx={cx} cy={cy} r={width / 2 - 3} />
      </g>
    );
  }
  const art = ICONS[one.icon ?? 'unknown'];
  const mark = shown && STATUS[shown.status].mark;
  const top = y + 26 - 14;
  const counts =
    shown && shown.count > 1 ? ` · ${shown.count} visits${shown.failures > 0 ? `, ${shown.failures} failed` : ''}` : '';
  return (
    <g
      id={`node-${one.id}`}
      class={`sw-node state${mark ? ` sw-is-${mark}` : ''}${kind === 'missing' ? ' sw-missing' : ''}${selected ? ' selected' : ''}`}
      role="button"
      tabindex={0} // React-style tabIndex has no effect on SVG elements
      aria-pressed={selected}
      aria-label={`${one.name}, ${one.type ?? 'missing state'}${shown ? `, ${STATUS[shown.status].text}${counts}` : ', not visited'}`}
      onClick={event => {
        event.stopPropagation();
        onSelect(one.id, shown?.visit);
      }}
      onKeyDown={event => onKey(event, one.id, shown?.visit)}
    >
      <title>{one.name}</title>
      <rect class="sw-card" x={x} y={y} width={width} height={height} rx={8} />
      {one.frames.map((frame, i) => (
        <g key={i}>
          <rect class="sw-frame" x={frame.x} y={frame.y} width={frame.width} height={frame.height} rx={6} />
          {frame.label && (
            <text class="sw-sub" x={frame.x + 10} y={frame.y + 16}>
              {frame.label}
            </text>
          )}
        </g>
      ))}
      <rect class={`sw-${art.color}`} x={x + 10} y={top} width={28} height={28} rx={6} />
      <path class="sw-glyph" transform={`translate(${x + 16} ${top + 6})`} d={art.path} />
      {one.lines.map((line, i) => (
        <text key={i} class="sw-name" x={x + 50} y={y + 22 + i * 16}>
          {line}
        </text>
      ))}
      <text class="sw-sub" x={x + 50} y={y + 38 + (one.lines.length - 1) * 16}>
        {one.subtitle && one.subtitle.length > 30 && one.frames.length === 0
          ? `${one.subtitle.slice(0, 29)}…`
          : one.subtitle}
        {shown && shown.count > 1 && one.frames.length > 0 ? counts : ''}
      </text>
      {mark && (
        <g transform={`translate(${x + width - 1} ${y + 1})`}>
          <circle class={`sw-badge-${mark}`} r={8} />
          <path class="sw-badge-mark" d={BADGES[mark]} />
        </g>
      )}
      {shown && shown.count > 1 && one.frames.length === 0 && (
        <g>
          <rect class="sw-pill" x={x + width - 44} y={y + height - 9} width={36} height={17} rx={8} />
          <text class="sw-sub" x={x + width - 26} y={y + height + 3.5} text-anchor="middle">
            ×{shown.count}
          </text>
        </g>
      )}
    </g>
  );
}

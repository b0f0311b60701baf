import { sitesOf } from '../../asl';
import type { LocalApp } from '../../cloudformation';
import type { Cost } from '../../cost';
import {
  descriptionOf,
  drawSvg,
  layoutWorkflow,
  mermaidText,
  playerHtml,
  workflowGraph,
  type Mark,
  type PageNote,
  type PageVisit,
} from '../../graph';
import type { Run } from '../../interpreter';
import type { CompiledWorkflow } from '../compiled-workflow';
import { costText } from '../cost-text';
import { unusedPermissions, type RunPermissions } from '../enforcement';
import type { Notification } from '../event-bridge';
import { redactPage, type Redaction } from './redact';
import { pageOfRuns, type ShownRun } from './run-page';
import { visitsOf } from './visits';

/** How a page of runs is written. */
export interface PageOptions {
  /** The title of the page. @default - the name of the workflow */
  readonly title?: string;
  /**
   * Values that the page doesn't show: paths such as `card.number` or `items.*.secret`, which match at any depth, or a function that
   * returns what to show. A redacted value is also removed where it appears in other strings.
   *
   * @default - the page contains every payload
   */
  readonly redact?: Redaction;
}

/** The parts of a result that its page shows. */
export interface ResultToShow {
  readonly cost: Cost;
  readonly permissions: RunPermissions;
  readonly warnings: readonly string[];
  readonly notifications: readonly Notification[];
  raises(alarm: string): boolean;
}

/** A finished run with everything that its page shows. */
export interface RunToShow {
  readonly name: string;
  readonly result: ResultToShow;
  readonly run: Run;
  readonly workflow: CompiledWorkflow;
}

/** One page with several runs. */
export function runsHtml(runs: readonly RunToShow[], { title, redact }: PageOptions): string {
  const shown = runs.map(shownRun);
  const page = pageOfRuns(title ?? shown[0]?.title ?? 'Runs', shown);
  return playerHtml(redactPage(page, redact));
}

function shownRun({ name, result, run, workflow }: RunToShow): ShownRun {
  return {
    name,
    run,
    definition: workflow.definition,
    title: titleOf(workflow),
    app: workflow.app,
    price: costText(result.cost)
      .split('\n')
      .map(line => line.split(/ {2,}/))
      .map(([label, ...text]) => [label, text.join(', ')] as const)
      .filter(([label]) => label !== 'State transitions'),
    notes: notesOf(result, workflow.app),
  };
}

/** The name of a workflow in titles. */
export function titleOf({ machine, definition }: CompiledWorkflow): string {
  return machine?.name ?? (typeof definition.Comment === 'string' ? definition.Comment : 'Workflow');
}

const ALARMS = new Set(['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm']);

function notesOf(result: ResultToShow, app: LocalApp | undefined): PageNote[] {
  const { permissions } = result;
  const notes: PageNote[] = [
    ...permissions.denied.map(({ text, state }): PageNote => ({ kind: 'denied', text, state })),
    ...permissions.unknown.map((text): PageNote => ({ kind: 'unknown-permission', text })),
    ...unusedPermissions([result]).map(({ text }): PageNote => ({ kind: 'unused-permission', text })),
  ];
  notes.push(...result.warnings.map((text): PageNote => ({ kind: 'warning', text })));
  if (app === undefined) return notes;
  for (const { rule, event, targets } of result.notifications) {
    const { status } = event.detail as { readonly status?: string };
    notes.push({ kind: 'notification', text: `${rule}: status ${status ?? 'changed'} to ${targets.join(', ')}` });
  }
  for (const { type, logicalId } of app.resources) {
    if (!ALARMS.has(type)) continue;
    try {
      if (result.raises(logicalId)) notes.push({ kind: 'alarm', text: `${logicalId} fires over this run` });
    } catch (error) {
      notes.push({ kind: 'warning', text: `The alarm ${logicalId} can't be evaluated: ${(error as Error).message}` });
    }
  }
  return notes;
}

/** The picture of a workflow with the status of each state in a run. */
export function runSvg(run: Run, workflow: CompiledWorkflow, title?: string): string {
  const graph = workflowGraph(workflow.definition);
  const layout = layoutWorkflow(graph);
  const { marks, pairs } = tracesOf(run, workflow);
  const taken = new Set(
    layout.edges.flatMap(({ edge }, i) =>
      pairs.has(`${edge.kind === 'start' ? '' : edge.from}\n${edge.to}`) ||
      (edge.kind === 'end' && pairs.has(`${edge.from}\n`))
        ? [i]
        : [],
    ),
  );
  return drawSvg(layout, {
    title: title ?? `${titleOf(workflow)}: ${run.status}`,
    description: `${descriptionOf(graph, workflow.definition)} ${statusText(run)}`,
    overlay: { marks, taken },
  });
}

/** The Mermaid diagram of a workflow with the status of each state in a run. */
export function runMermaid(run: Run, workflow: CompiledWorkflow): string {
  return mermaidText(workflowGraph(workflow.definition), tracesOf(run, workflow).marks);
}

function statusText({ status, error, cause }: Run): string {
  return `The execution ended with ${[status, error, cause].filter(part => part !== undefined).join(': ')}.`;
}

const RANK: readonly Mark[] = ['ok', 'warn', 'run', 'bad'];

/** The status of each node, and the transitions taken: `FROM\nTO`, without `FROM` for the first state, without `TO` at the end. */
function tracesOf(
  run: Run,
  workflow: CompiledWorkflow,
): { readonly marks: ReadonlyMap<string, Mark>; readonly pairs: ReadonlySet<string> } {
  const nodes = new Map(sitesOf(workflow.definition).states.map(({ name, pointer }) => [name, pointer]));
  const { visits, events } = visitsOf(run.history, state => nodes.get(state));
  const marks = new Map<string, Mark>();
  const pairs = new Set<string>();
  for (const visit of visits) {
    if (visit.node === undefined) continue;
    const mark = markOf(visit);
    const known = marks.get(visit.node);
    const worse = known !== undefined && visit.parent !== undefined && RANK.indexOf(known) > RANK.indexOf(mark);
    if (!worse) marks.set(visit.node, mark);
    const before = events[visit.entered].previous;
    const from = before > 0 ? events[before - 1]?.visit : undefined;
    const source = from === undefined ? undefined : visits[from];
    const same = source !== undefined && source.parent === visit.parent && source.index === visit.index;
    pairs.add(`${same ? (source.node ?? '') : ''}\n${visit.node}`);
    if (visit.exited !== undefined) pairs.add(`${visit.node}\n`);
  }
  return { marks, pairs };
}

function markOf({ type, exited, failed }: PageVisit): Mark {
  if (exited === undefined || type === 'Fail') return 'bad';
  return failed === undefined ? 'ok' : 'warn';
}

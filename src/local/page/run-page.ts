import type { JsonObject } from '../../asl';
import type { LocalApp } from '../../cloudformation';
import type { PageData, PageNote, PageRun } from '../../graph';
import type { HistoryEvent, Run } from '../../interpreter';
import { machineOf } from '../machine-finder';
import { Graphs } from './graphs';
import { withStages } from './stages';
import { visitsOf } from './visits';

/** A run as the page needs it. */
export interface ShownRun {
  readonly name: string;
  readonly run: Run;
  readonly definition: JsonObject;
  readonly title: string;
  readonly app: LocalApp | undefined;
  readonly price: PageRun['price'];
  readonly notes: readonly PageNote[];
}

/** The data of a page that shows runs, with all executions that they started. */
export function pageOfRuns(title: string, shown: readonly ShownRun[]): PageData {
  const graphs = new Graphs();
  const runs: PageRun[] = [];
  for (const one of shown) addRun(one.run, { ...one, definition: one.definition }, undefined);
  return { version: 1, title, redacted: false, graphs: graphs.all, runs };

  function addRun(
    run: Run,
    of: Pick<ShownRun, 'name' | 'title' | 'app' | 'price' | 'notes'> & { readonly definition: JsonObject | undefined },
    parent: PageRun['parent'],
  ): void {
    const graph = of.definition && graphs.indexOf(of.definition, of.title);
    const { events, visits } = visitsOf(run.history, graph === undefined ? () => undefined : graphs.nodeOf(graph));
    const index =
      runs.push({
        name: of.name,
        ...(graph !== undefined && { graph }),
        status: run.status,
        ...(run.error !== undefined && { error: run.error }),
        ...(run.cause !== undefined && { cause: run.cause }),
        type: run.type,
        executionArn: run.executionArn,
        startTime: run.startTime,
        durationMs: run.stopTime - run.startTime,
        transitions: run.transitions,
        events,
        visits: of.definition ? withStages(visits, events, of.definition) : visits,
        ...(parent && { parent }),
        price: of.price,
        notes: of.notes,
      }) - 1;
    const base = { app: of.app, price: [], notes: [] };
    for (const child of run.nested) {
      const machine = machineOf(of.app, child.stateMachineArn);
      const visit = events.find(event => namesExecution(event.details, child.executionArn))?.visit;
      const name = nameOf(child.executionArn);
      addRun(
        child,
        { ...base, name, title: machine?.name ?? name, definition: machine?.definition },
        { run: index, visit: visit ?? 0, kind: 'nested' },
      );
    }
    for (const child of run.children) {
      const map = mapOf(child, run.history, visits);
      const processor =
        map === undefined || graph === undefined ? undefined : graphs.processorOf(graph, visits[map].node);
      addRun(
        child,
        {
          ...base,
          name: nameOf(child.executionArn),
          title: `${of.title} · ${map === undefined ? 'Map Run' : visits[map].state}`,
          definition: processor,
        },
        { run: index, visit: map ?? 0, kind: 'child' },
      );
    }
  }
}

function namesExecution(details: Readonly<Record<string, unknown>> | undefined, arn: string): boolean {
  return typeof details?.output === 'string' && details.output.includes(`"${arn}"`);
}

function nameOf(arn: string): string {
  return arn.split(':').slice(7).join(':') || arn;
}

/** The visit of the Map whose Map Run started a child: the label or id in the child's ARN is the one in the ARN of the Map Run. */
function mapOf(
  child: Run,
  history: readonly HistoryEvent[],
  visits: ReadonlyArray<{ readonly type: string; readonly entered: number }>,
): number | undefined {
  const machine = child.stateMachineArn.split(':').slice(6).join(':');
  const label = machine.slice(machine.indexOf('/') + 1);
  const places = visits.flatMap((visit, i) => (visit.type === 'Map' ? [i] : []));
  for (const event of history) {
    const arn = event.mapRunStartedEventDetails?.mapRunArn;
    if (arn === undefined || !arn.includes(`/${label}`)) continue;
    const before = places.filter(i => history[visits[i].entered].id < event.id);
    return before.at(-1);
  }
  return places[0];
}

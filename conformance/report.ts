import type { KnownDifferences } from './known-differences';
import type { Level, Result } from './result';
import { groups, meanShare, scoreOf, share, type Count } from './score';

/** The table per kind and family, what differs, and the line with the totals. */
export function report(results: readonly Result[], known: KnownDifferences, level: Level): string {
  const total = scoreOf(results);
  const rows = groups(results).map(({ kind, family, results: own }) => ({ kind, family, score: scoreOf(own) }));
  const executions = rows.filter(({ kind }) => kind === 'execution').map(({ score }) => score);
  const lines = [
    ...table([
      ['kind', 'family', 'cases', 'outcome', '', 'history', '', 'texts', 'crashes'],
      ...rows.map(({ kind, family, score }) => [
        kind,
        family,
        String(score.cases),
        fraction(score.outcome),
        percent(score.outcome),
        fraction(score.history),
        percent(score.history),
        fraction(score.texts),
        score.crashes ? String(score.crashes) : '',
      ]),
    ]),
    '',
    ...means(rows, level),
    `${total.history.of} of ${results.filter(({ recorded }) => recorded.kind === 'execution').length} executions carry a history that is compared, in ${executions.filter(({ history }) => history.of > 0).length} families.`,
    ...differing(results, known, level),
    ...crashes(results),
    `outcome ${total.outcome.passed}/${total.outcome.of} history ${total.history.passed}/${total.history.of}`,
  ];
  return lines.join('\n');
}

/** All differences of one case. */
export function show(result: Result): string {
  const { recorded, outcome, history, texts, crash } = result;
  const level = (name: string, found: readonly string[] | undefined): string[] => {
    if (found === undefined) return [];
    return [
      `${name}: ${found.length === 0 ? 'equal' : `${found.length} differences`}`,
      ...found.map(difference => `  ${difference}`),
    ];
  };
  return [
    `${recorded.kind} ${recorded.id}`,
    ...level('outcome', outcome),
    ...level('history', history),
    ...level('texts', texts),
    ...(crash === undefined ? [] : [crash]),
  ].join('\n');
}

function means(rows: ReadonlyArray<{ kind: string; score: ReturnType<typeof scoreOf> }>, level: Level): string[] {
  return [...new Set(rows.map(({ kind }) => kind))].map(kind => {
    const scores = rows.filter(row => row.kind === kind).map(({ score }) => score);
    const carried = scores.some(({ history: { of } }) => of > 0);
    const history =
      level === 'history' && carried ? `, history ${hundredths(meanShare(scores.map(score => score.history)))}` : '';
    return `mean over families, ${kind}: outcome ${hundredths(meanShare(scores.map(({ outcome }) => outcome)))}${history}`;
  });
}

function differing(results: readonly Result[], known: KnownDifferences, level: Level): string[] {
  const failing = results.flatMap(result => {
    const found = [...result.outcome, ...(result.history ?? []), ...(result.texts ?? [])];
    return found.length === 0 ? [] : [{ id: result.recorded.id, first: found[0], reason: known[result.recorded.id] }];
  });
  const unknown = failing.filter(({ reason }) => reason === undefined);
  const explained = failing.filter(({ reason }) => reason !== undefined);
  return [
    ...(unknown.length === 0
      ? []
      : [
          '',
          `differing (${level}), ${unknown.length}; the first difference of each, --show ID prints all:`,
          ...unknown.map(({ id, first }) => `  ${id}\n      ${first}`),
        ]),
    ...(explained.length === 0
      ? []
      : ['', `known differences, ${explained.length}:`, ...explained.map(({ id, reason }) => `  ${id}: ${reason}`)]),
  ];
}

function crashes(results: readonly Result[]): string[] {
  const crashed = results.filter(({ crash }) => crash !== undefined);
  return crashed.length === 0
    ? []
    : ['', `crashed, ${crashed.length}:`, ...crashed.map(({ recorded }) => `  ${recorded.id}`)];
}

function table(rows: readonly string[][]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map(row => row[column].length)));
  return rows.map(row =>
    row
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
      .join('  ')
      .trimEnd(),
  );
}

function fraction({ passed, of }: Count): string {
  return of === 0 ? '-' : `${passed}/${of}`;
}

function percent(count: Count): string {
  return count.of === 0 ? '' : hundredths(share(count));
}

function hundredths(value: number): string {
  return `${(Math.floor(value * 1000) / 10).toFixed(1)} %`;
}

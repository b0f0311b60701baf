/** What was measured of one workload: transitions per second, ratios, and whether the outputs were right. */
export interface Row {
  readonly name: string;
  readonly stepwright: number | null;
  readonly peer: number | null;
  readonly floor: number | null;
  readonly ratioToPeer: number | null;
  readonly ratioToFloor: number | null;
  readonly correct: boolean;
  readonly peerCorrect: boolean;
  readonly floorCorrect: boolean | null;
  /** From the slowest to the fastest round, as a share of the median. */
  readonly spread: number;
  /** JSONata workloads: the same expressions by the asynchronous package in a bare loop. */
  readonly jsonata?: number;
  readonly ratioToJsonata?: number | null;
  readonly jsonataCorrect?: boolean;
  /** The share of its speed that is left when every call is checked against the machine's role. */
  readonly enforcedShare?: number;
}

const COLUMNS: ReadonlyArray<[title: string, cell: (row: Row) => string]> = [
  ['workload', row => row.name],
  ['stepwright /s', row => rate(row.stepwright, row.correct)],
  ['peer /s', row => rate(row.peer, row.peerCorrect)],
  ['floor /s', row => rate(row.floor, row.floorCorrect ?? true)],
  ['to peer', row => times(row.ratioToPeer)],
  ['to floor', row => times(row.ratioToFloor)],
  ['spread', row => `${Math.round(row.spread * 100)} %`],
  ['async jsonata /s', row => (row.jsonata === undefined ? '' : rate(row.jsonata, row.jsonataCorrect!))],
  ['to jsonata', row => times(row.ratioToJsonata ?? null)],
];

/** The rows as a table; medians of transitions per second. */
export function table(rows: readonly Row[]): string {
  const cells = [COLUMNS.map(([title]) => title), ...rows.map(row => COLUMNS.map(([, cell]) => cell(row)))];
  const widths = COLUMNS.map((_, column) => Math.max(...cells.map(line => line[column].length)));
  return cells
    .map(line =>
      line
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function rate(perSecond: number | null, correct: boolean): string {
  if (perSecond === null) return '-';
  return `${Math.round(perSecond).toLocaleString('en-US')}${correct ? '' : ' WRONG'}`;
}

function times(ratio: number | null): string {
  return ratio === null ? '' : `${ratio >= 10 ? Math.round(ratio) : ratio.toPrecision(2)}×`;
}

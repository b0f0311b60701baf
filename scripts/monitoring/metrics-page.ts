import { METRICS, type MetricFact } from '../../src/monitoring/metric-table';

const BEGIN = '<!-- metrics: written by scripts/monitoring/write-metrics-page.ts -->';
const END = '<!-- end of metrics -->';

/** Where AWS documents them. */
const PAGE = 'https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html';

const GROUPS: ReadonlyArray<{ readonly title: string; readonly holds: RegExp }> = [
  { title: 'Executions', holds: /^(Execution(s|Time|Throttled)|RedrivenExecutions)/ },
  { title: 'What Express workflows are billed for', holds: /^Express/ },
  { title: 'The account', holds: /^(Open|Approximate|AliasCount|VersionCount)/ },
  { title: 'State transitions and API calls', holds: /^(Throttled|Consumed|Provisioned)/ },
  { title: 'Activities', holds: /^Activit/ },
  { title: 'Integrations', holds: /^ServiceIntegration/ },
  { title: 'Lambda functions called by their ARN', holds: /^LambdaFunction/ },
];

const OF: Readonly<Record<MetricFact['of'], string>> = {
  both: 'Standard, Express',
  STANDARD: 'Standard',
  EXPRESS: 'Express',
};

/** The page with its tables as the code has them. */
export function withTables(page: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`the page lacks ${BEGIN} or ${END}`);
  return `${before}${BEGIN}\n\n${GROUPS.map(group).join('\n\n')}\n\n${END}${after}`;
}

function group({ title, holds }: (typeof GROUPS)[number]): string {
  const rows = METRICS.filter(({ name }) => holds.test(name)).map(row);
  return [
    `### ${title}`,
    '',
    `Documented by AWS in [metrics of Step Functions](${PAGE}).`,
    '',
    '| metric | what it means | who has it | unit, statistic | dimensions |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function row({ name, meaning, of, unit, statistic, dimensions }: MetricFact): string {
  const sets = dimensions
    .map(set => (set.length === 0 ? 'none: the whole account' : set.map(dimension => `\`${dimension}\``).join(' + ')))
    .join('; ');
  return `| \`${name}\` | ${meaning} | ${OF[of]} | ${unit}, ${statistic} | ${sets} |`;
}

/** Metrics that stand in no table, or in several: there must be none. */
export function misplaced(): string[] {
  return METRICS.filter(({ name }) => GROUPS.filter(({ holds }) => holds.test(name)).length !== 1).map(
    ({ name }) => name,
  );
}

import type { StepwrightError } from '../errors';
import type { HistoryEvent } from '../interpreter';
import {
  costText,
  durationText,
  printable,
  timelineOfHistory,
  timelineText,
  type RunResult,
  type TextOptions,
} from '../local';

/** The result of a run for people: timeline, output, price. */
export function resultText(result: RunResult, options: TextOptions): string {
  const output =
    result.status === 'SUCCEEDED' ? `\nOutput\n${JSON.stringify(result.output, null, 2)}\n` : failureText(result);
  const { unknown } = result.permissions;
  const unclear =
    unknown.length === 0
      ? ''
      : `\nWhether these permissions are given cannot be told here\n${unknown.map(text => `  ${text}`).join('\n')}\n`;
  return `${result.timelineText(options)}\n${output}\n${costText(result.cost)}\n${unclear}`;
}

/** Error and cause in full: the timeline may have cut them. */
function failureText({ error, cause }: RunResult): string {
  const rows = [
    ['Error', error],
    ['Cause', cause],
  ].filter(([, text]) => text !== undefined);
  return rows.length === 0 ? '' : `\n${rows.map(([name, text]) => `${name}  ${printable(String(text))}`).join('\n')}\n`;
}

/** The result of a run as Markdown for a GitHub job summary, with the picture as a Mermaid diagram. */
export function resultMarkdown(result: RunResult): string {
  const { status, error, cause, output, durationSeconds, permissions } = result;
  const quoted = (text: string): string =>
    text.replace(/[\\`*_{}[\]<>()#|!]/g, character => `\\${character}`).replace(/\s+/g, ' ');
  const fenced = (language: string, text: string): string[] => {
    const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
    return [`${fence}${language}`, text.trimEnd(), fence, ''];
  };
  const picture = (): string[] => {
    try {
      return fenced('mermaid', result.toMermaid());
    } catch (problem) {
      return [quoted((problem as Error).message.split('\n')[0]), ''];
    }
  };
  return [
    `### ${status === 'SUCCEEDED' ? '✅' : '❌'} ${status}`,
    '',
    ...(error === undefined ? [] : [`**${quoted(error)}**${cause === undefined ? '' : `: ${quoted(cause)}`}`, '']),
    `${durationText(durationSeconds * 1000)} of virtual time, ${result.transitions} state transitions`,
    '',
    ...picture(),
    ...(permissions.denied.length === 0
      ? []
      : ['**Denied calls**', '', ...fenced('text', permissions.denied.map(({ text }) => text).join('\n'))]),
    '<details><summary>Timeline</summary>',
    '',
    ...fenced('text', result.timelineText()),
    '</details>',
    '',
    ...(status === 'SUCCEEDED'
      ? ['<details><summary>Output</summary>', '', ...fenced('json', JSON.stringify(output, null, 2)), '</details>', '']
      : []),
  ].join('\n');
}

/** The result of a run for programs. */
export function resultJson(result: RunResult): string {
  const { status, output, error, cause, durationSeconds, transitions, visited, cost, permissions, timeline, history } =
    result;
  return `${JSON.stringify({ status, output, error, cause, durationSeconds, transitions, visited, cost, permissions: { denied: permissions.denied, unknown: permissions.unknown }, timeline, history }, null, 2)}\n`;
}

/** What went wrong before or during a run; what happened until then is shown. */
export function brokenText(error: StepwrightError): string {
  const { history = [] } = error as { history?: readonly HistoryEvent[] };
  const soFar = history.length === 0 ? '' : `${timelineText(timelineOfHistory(history))}\n\n`;
  return `${soFar}${printable(error.message)}\n`;
}

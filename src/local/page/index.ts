export { pageOfHistories, type RecordedHistory } from './history-page';
export { redactPage, type Redaction, type Redactor } from './redact';
export { pageOfRuns, type ShownRun } from './run-page';
export { runMermaid, runsHtml, runSvg, titleOf, type PageOptions, type RunToShow } from './run-pictures';

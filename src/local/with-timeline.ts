import { StepwrightError } from '../errors';
import type { HistoryEvent } from '../interpreter';
import { timelineOfHistory } from './timeline';
import { timelineText } from './timeline-text';

/** An error that broke a run off shows what happened until then. */
export function withTimeline(error: unknown): unknown {
  const { history = [] } = error as { history?: readonly HistoryEvent[] };
  if (error instanceof StepwrightError && history.length > 0) {
    error.message += `\n\nuntil then:\n${timelineText(timelineOfHistory(history), { width: 110, lines: 200 })}`;
  }
  return error;
}

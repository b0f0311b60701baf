/** How an alarm judges its periods. */
export interface Judgment {
  /** EvaluationPeriods. */
  readonly periods: number;
  /** DatapointsToAlarm. */
  readonly needed: number;
  /** TreatMissingData. */
  readonly missing: string;
  readonly breaches: (value: number) => boolean;
}

/**
 * Whether an alarm is in ALARM at the end of a range of periods; undefined stands for a period without data. The range is longer than the periods that are
 * judged: where points are missing, older ones take their place, and only what is then still missing is filled.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
export function isAlarming(
  range: ReadonlyArray<number | undefined>,
  { periods, needed, missing, breaches }: Judgment,
): boolean {
  const judged = range.filter(value => value !== undefined).slice(-periods);
  const filled = periods - judged.length;
  const alarming = judged.filter(breaches).length + (missing === 'breaching' ? filled : 0);
  return (
    alarming >= needed ||
    (missing === 'missing' && filled > 0 && judged.every(breaches) && isEarly(range.slice(-periods), needed, breaches))
  );
}

/** Too few points, but all that are there breach, and one of them is old enough. */
function isEarly(
  range: ReadonlyArray<number | undefined>,
  needed: number,
  breaches: (value: number) => boolean,
): boolean {
  const first = range.findIndex(value => value !== undefined && breaches(value));
  return first >= 0 && range.length - first >= needed;
}

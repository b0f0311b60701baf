import { isUnknown, schemaError, type Rule } from '../diagnostic';

const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** A literal Timestamp of a Wait state that is not RFC 3339. In JSONata states only a text that is wholly `{% … %}` is no literal. */
export const timestamps: Rule = ({ sites }) => sites.states
  .filter(({ type, state, language }) => type === 'Wait' && typeof state.Timestamp === 'string' && !isUnknown(state.Timestamp)
    && !(language === 'JSONata' && /^\{%[\s\S]*%\}$/.test(state.Timestamp)) && !isTimestamp(state.Timestamp))
  .map(({ pointer, location, name, state }) => schemaError({ pointer: `${pointer}/Timestamp`, location: `${location}/Timestamp`, state: name },
    'String does not match RFC3339 timestamp', `Write it like 2030-01-31T12:00:00Z; received ${JSON.stringify(state.Timestamp)}.`));

function isTimestamp(text: string): boolean {
  const parts = RFC3339.exec(text);
  if (!parts) return false;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= days && hour <= 23 && minute <= 59 && second <= 60;
}

import { isExpression } from '../../query/jsonata';
import { fieldPlace } from '../place';
import { SCHEMA, type Rule } from '../rule';
import { shown } from '../suggestion';
import { isUnknown } from '../unknown-value';

const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

export const timestamp: Rule = {
  id: 'timestamp',
  severity: 'ERROR',
  code: SCHEMA,
  summary: 'The Timestamp of a Wait state is no RFC 3339 time. In a JSONata state only a text that is wholly {% … %} is no literal.',
  source: 'Recorded from AWS: CreateStateMachine.',
  find: ({ sites }) => sites.states.flatMap(site => {
    const { type, state, language } = site;
    const value = state.Timestamp;
    if (type !== 'Wait' || typeof value !== 'string' || isUnknown(value) || (language === 'JSONata' && isExpression(value)) || isTimestamp(value)) return [];
    return [{ at: fieldPlace(site, 'Timestamp'), message: 'String does not match RFC3339 timestamp', fix: `Write it like 2030-01-31T12:00:00Z; received ${shown(value)}.` }];
  }),
};

function isTimestamp(text: string): boolean {
  const parts = RFC3339.exec(text);
  if (!parts) return false;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= days && hour <= 23 && minute <= 59 && second <= 60;
}

import type { SourceRule } from '../rule';

/** The most characters of a definition. */
const MOST = 1_048_576;

export const definitionSize: SourceRule = {
  id: 'definition-size',
  severity: 'ERROR',
  summary: 'The definition has more than 1,048,576 characters (1 MB).',
  source: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
  find: ({ text, measure }) => {
    const characters = text === undefined ? measure?.characters ?? 0 : text.length;
    if (characters <= MOST) return [];
    return [{
      at: { pointer: '', location: '' },
      message: `The definition has more than ${MOST.toLocaleString('en')} characters`,
      fix: 'Move large constants to a bucket or a parameter, or split the workflow into several state machines.',
    }];
  },
};

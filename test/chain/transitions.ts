import type { Flow } from '../../src/chain';

/** Where each state of the top scope leads: a name, a list for Choices, END, or none for what ends by itself. */
export function transitions(flow: Flow): Record<string, string | string[]> {
  const states: Record<string, any> = flow.toAsl().States;
  return Object.fromEntries(
    Object.entries(states).map(([name, { Choices, Default, Next, End }]) => {
      if (Choices) {
        return [
          name,
          [...Choices.map((rule: { Next: string }) => rule.Next), ...(Default === undefined ? [] : [Default])],
        ];
      }
      return [name, Next ?? (End ? 'END' : 'none')];
    }),
  );
}

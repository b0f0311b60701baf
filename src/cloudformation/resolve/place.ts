/** Where a value stands in a template: a list that grows at its end without copies. */
export interface Place {
  readonly step: string;
  readonly within?: Place;
}

/** The place below another one. */
export function below(within: Place, step: string | number): Place {
  return { step: String(step), within };
}

/** The place as errors show it: `stack 'Orders', Resources/Machine/Properties/DefinitionString/Fn::Join/1/3`. */
export function placeText(place: Place): string {
  const steps: string[] = [];
  for (let at: Place | undefined = place; at; at = at.within) steps.unshift(at.step);
  const [stack, ...path] = steps;
  return path.length > 0 ? `stack '${stack}', ${path.join('/')}` : `stack '${stack}'`;
}

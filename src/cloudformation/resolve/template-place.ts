/** The path to a value in a CloudFormation template. A linked list, so that it grows without copies. */
export interface TemplatePlace {
  readonly step: string;
  readonly within?: TemplatePlace;
}

/** Returns a place below another one. */
export function below(within: TemplatePlace, step: string | number): TemplatePlace {
  return { step: String(step), within };
}

/**
 * Formats a place for an error message: `stack 'Orders', Resources/Machine/Properties/DefinitionString/Fn::Join/1/3`.
 */
export function placeText(place: TemplatePlace): string {
  const steps: string[] = [];
  for (let at: TemplatePlace | undefined = place; at; at = at.within) steps.unshift(at.step);
  const [stack, ...path] = steps;
  return path.length > 0 ? `stack '${stack}', ${path.join('/')}` : `stack '${stack}'`;
}

/** What a region asks for Standard and Express executions, in US dollars. */
export interface Rates {
  /** The region whose rates these are. */
  readonly region: string;
  /** One state transition of a Standard execution. */
  readonly perTransition: number;
  /** One request: the start of an Express execution. */
  readonly perRequest: number;
  /** One GB-second of an Express execution, in the first tier of a month. */
  readonly perGbSecond: number;
}

/** The rates of us-east-1, as the pricing page listed them in 2026. @see https://aws.amazon.com/step-functions/pricing/ */
export const RATES: Rates = {
  region: 'us-east-1',
  perTransition: 0.000025,
  perRequest: 0.000001,
  perGbSecond: 0.00001667,
};

/**
 * What a thousand Standard transitions cost where the pricing page names a region, copied between 2020 and 2024.
 * Express rates are known for us-east-1 only.
 *
 * @see https://aws.amazon.com/step-functions/pricing/
 */
const PER_THOUSAND_TRANSITIONS: Readonly<Record<string, number>> = {
  'us-east-1': 0.025,
  'us-east-2': 0.025,
  'us-west-1': 0.0279,
  'us-west-2': 0.025,
  'ca-central-1': 0.025,
  'eu-west-1': 0.025,
  'eu-west-2': 0.025,
  'eu-west-3': 0.0297,
  'eu-central-1': 0.025,
  'eu-north-1': 0.025,
  'ap-southeast-1': 0.025,
  'ap-southeast-2': 0.025,
  'ap-northeast-1': 0.025,
  'ap-northeast-2': 0.0271,
  'ap-south-1': 0.0285,
  'sa-east-1': 0.0375,
  'us-gov-east-1': 0.03,
  'us-gov-west-1': 0.03,
};

/** The price of one Standard transition in a region, and the region whose price it is: us-east-1 stands in for regions that are not listed. */
export function transitionRate(region: string): { readonly region: string; readonly perTransition: number } {
  const perThousand = PER_THOUSAND_TRANSITIONS[region];
  return perThousand === undefined ? RATES : { region, perTransition: Number((perThousand / 1000).toPrecision(6)) };
}

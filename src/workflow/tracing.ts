import { aws_iam as iam } from 'aws-cdk-lib';

/** What X-Ray needs; it has no resource types for these. */
export function tracingStatements(enabled: boolean): iam.PolicyStatement[] {
  if (!enabled) return [];
  return [
    new iam.PolicyStatement({
      actions: [
        'xray:GetSamplingRules',
        'xray:GetSamplingTargets',
        'xray:PutTelemetryRecords',
        'xray:PutTraceSegments',
      ],
      resources: ['*'],
    }),
  ];
}

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { iamPrefixOf } from '../../src/permissions/sdk/sdk-iam';
import { nearestSdkService, sdkServices } from '../../src/services';

/** The CDK's own map from services of the SDK to prefixes of IAM, which its custom resources use. */
const CDK_MAP: Record<string, { iamPrefix?: string }> = JSON.parse(
  readFileSync(
    join(
      dirname(require.resolve('aws-cdk-lib/package.json')),
      'custom-resources/lib/helpers-internal/sdk-v3-metadata.json',
    ),
    'utf8',
  ),
);

/** Prefixes on which the two differ: ours, theirs, and why ours is right. IAM knows none of theirs. */
const DIFFERENT: Readonly<
  Record<string, readonly [ours: string | undefined, theirs: string | undefined, reason: string]>
> = {
  applicationcostprofiler: [undefined, 'application-cost-profiler', 'the service has ended; IAM lists no actions'],
  cloudcontrol: [
    'cloudformation',
    'cloudcontrolapi',
    'requests are signed as cloudcontrolapi, and authorized as cloudformation',
  ],
  codecatalyst: ['codecatalyst', undefined, 'the CDK knows no prefix'],
  iotdataplane: ['iot', 'iotdata', 'requests are signed as iotdata, and authorized as iot'],
  iotjobsdataplane: [
    'iotjobsdata',
    'iot-jobs-data',
    'requests are signed as iot-jobs-data, and authorized as iotjobsdata',
  ],
  iotsecuretunneling: [
    'iot',
    'IoTSecuredTunneling',
    'requests are signed as IoTSecuredTunneling, and authorized as iot',
  ],
  iotthingsgraph: [undefined, 'iotthingsgraph', 'the service has ended; IAM lists no actions'],
  mturk: [
    'mechanicalturk',
    'mturk-requester',
    'requests are signed as mturk-requester, and authorized as mechanicalturk',
  ],
  resourcegroupstaggingapi: ['tag', 'tagging', 'requests are signed as tagging, and authorized as tag'],
  sso: ['sso', 'awsssoportal', "the portal's calls carry an access token, and ask nothing of IAM"],
};

/** Services that the CDK's map has, and Step Functions does not call. */
const NOT_CALLED: readonly string[] = [
  'alexaforbusiness',
  'apigatewaymanagementapi',
  'backupstorage',
  'cloudsearchdomain',
  'cloudwatchevents',
  'codestar',
  'globalaccelerator',
  'iotroborunner',
  'machinelearning',
  'mediastoredata',
  'mobile',
  'neptunedata',
  'nimble',
  'rekognitionstreaming',
  'transcribestreaming',
  'worklink',
];

/** Services that AWS has ended, so that the models don't have them any more. */
const ENDED: readonly string[] = [
  'elasticinference',
  'elastictranscoder',
  'evidently',
  'finspace',
  'finspacedata',
  'honeycode',
  'iotanalytics',
  'iotevents',
  'ioteventsdata',
  'iotfleethub',
  'lookoutmetrics',
  'lookoutvision',
  'opsworks',
  'opsworkscm',
  'panorama',
  'privatenetworks',
  'qldb',
  'qldbsession',
  'robomaker',
  'simspaceweaver',
  'sms',
  'tnb',
];

test("the prefixes are the CDK's, or the difference is settled", () => {
  const ours = new Set(sdkServices());
  const found = Object.entries(CDK_MAP).map(
    ([name, { iamPrefix }]) => [name.replace(/-/g, '').replace(/service$/, ''), iamPrefix] as const,
  );
  expect(
    found
      .filter(([name]) => !ours.has(name))
      .map(([name]) => name)
      .sort(),
  ).toEqual([...NOT_CALLED, ...ENDED].sort());
  const different = found.filter(([name, theirs]) => ours.has(name) && iamPrefixOf(name) !== theirs);
  expect(Object.fromEntries(different.map(([name, theirs]) => [name, [iamPrefixOf(name), theirs]]))).toEqual(
    Object.fromEntries(Object.entries(DIFFERENT).map(([name, [own, theirs]]) => [name, [own, theirs]])),
  );
});

test.each([
  ['applicationdiscoveryservice', 'applicationdiscovery', 'discovery'],
  ['cloudwatchevents', 'eventbridge', 'events'],
  ['configservice', 'config', 'config'],
  ['costandusagereportservice', 'costandusagereport', 'cur'],
  ['databasemigrationservice', 'databasemigration', 'dms'],
  ['directoryservice', 'directory', 'ds'],
  ['elasticsearchservice', 'elasticsearch', 'es'],
  ['lexmodelbuildingservice', 'lexmodelbuilding', 'lex'],
  ['lexruntimeservice', 'lexruntime', 'lex'],
  ['marketplaceentitlementservice', 'marketplaceentitlement', 'aws-marketplace'],
])('%s of the SDK is %s to Step Functions, and %s to IAM', (other, own, prefix) => {
  expect(sdkServices()).not.toContain(other);
  expect(nearestSdkService(other)).toBe(own);
  expect(iamPrefixOf(own)).toBe(prefix);
});

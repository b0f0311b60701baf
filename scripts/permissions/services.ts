/**
 * The services that Step Functions calls through the SDK, by their names in a Resource, `arn:aws:states:::aws-sdk:NAME:action`.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
export const SUPPORTED_SERVICES: readonly string[] = `
accessanalyzer account acm acmpca amp amplify amplifybackend amplifyuibuilder apigateway apigatewayv2 appconfig appconfigdata appfabric appflow
appintegrations applicationautoscaling applicationcostprofiler applicationdiscovery applicationinsights applicationsignals appmesh apprunner
appstream appsync apptest arczonalshift athena auditmanager autoscaling autoscalingplans b2bi backup backupgateway backupsearch batch
bcmdataexports bcmpricingcalculator bedrock bedrockagent bedrockagentruntime bedrockdataautomation bedrockdataautomationruntime bedrockruntime
billing billingconductor braket budgets chime chimesdkidentity chimesdkmediapipelines chimesdkmeetings chimesdkmessaging chimesdkvoice cleanrooms
cleanroomsml cloud9 cloudcontrol clouddirectory cloudformation cloudfront cloudfrontkeyvaluestore cloudhsm cloudhsmv2 cloudsearch cloudtrail
cloudtraildata cloudwatch cloudwatchlogs codeartifact codebuild codecatalyst codecommit codeconnections codedeploy codeguruprofiler
codegurureviewer codegurusecurity codepipeline codestarconnections codestarnotifications cognitoidentity cognitoidentityprovider cognitosync
comprehend comprehendmedical computeoptimizer config connect connectcampaigns connectcampaignsv2 connectcases connectcontactlens
connectparticipant controlcatalog controltower costandusagereport costexplorer costoptimizationhub customerprofiles databasemigration databrew
dataexchange datapipeline datasync datazone dax deadline detective devicefarm devopsguru directconnect directory directoryservicedata dlm docdb
docdbelastic drs dsql dynamodb dynamodbstreams ebs ec2 ec2instanceconnect ecr ecrpublic ecs efs eks eksauth elasticache elasticbeanstalk
elasticinference elasticloadbalancing elasticloadbalancingv2 elasticsearch elastictranscoder emr emrcontainers emrserverless entityresolution
eventbridge evidently finspace finspacedata firehose fis fms forecast forecastquery frauddetector freetier fsx gamelift geomaps geoplaces
georoutes glacier glue grafana greengrass greengrassv2 groundstation guardduty health healthlake honeycode iam identitystore imagebuilder
inspector inspector2 inspectorscan internetmonitor invoicing iot iotanalytics iotdeviceadvisor iotevents ioteventsdata iotfleethub iotfleetwise
iotjobsdataplane iotsecuretunneling iotsitewise iotthingsgraph iottwinmaker iotwireless ivs ivschat ivsrealtime kafka kafkaconnect kendra
kendraranking keyspaces kinesis kinesisanalytics kinesisanalyticsv2 kinesisvideo kinesisvideoarchivedmedia kinesisvideomedia
kinesisvideosignaling kinesisvideowebrtcstorage kms lakeformation lambda launchwizard lexmodelbuilding lexmodelsv2 lexruntime lexruntimev2
licensemanager licensemanagerlinuxsubscriptions licensemanagerusersubscriptions lightsail location lookoutequipment lookoutmetrics lookoutvision
m2 macie2 mailmanager managedblockchain managedblockchainquery marketplacecatalog marketplacecommerceanalytics marketplaceentitlement
marketplacemetering marketplacereporting mediaconnect mediaconvert medialive mediapackage mediapackagev2 mediapackagevod mediastore mediatailor
medicalimaging memorydb mgn migrationhub migrationhubconfig migrationhuborchestrator migrationhubrefactorspaces migrationhubstrategy mq mturk
mwaa neptune neptunegraph networkfirewall networkflowmonitor networkmanager networkmonitor notificationscontacts oam observabilityadmin omics
opensearch opensearchserverless opsworks opsworkscm organizations osis outposts panorama partnercentralselling paymentcryptography
paymentcryptographydata pcaconnectorad pcaconnectorscep pcs personalize personalizeevents personalizeruntime pi pinpoint pinpointemail
pinpointsmsvoice pinpointsmsvoicev2 pipes polly pricing privatenetworks proton qapps qbusiness qconnect qldb qldbsession quicksight ram rbin rds
rdsdata redshift redshiftdata redshiftserverless rekognition repostspace resiliencehub resourceexplorer2 resourcegroups
resourcegroupstaggingapi robomaker rolesanywhere route53 route53domains route53profiles route53recoverycluster route53recoverycontrolconfig
route53recoveryreadiness route53resolver rum s3 s3control s3outposts s3tables sagemaker sagemakera2iruntime sagemakeredge
sagemakerfeaturestoreruntime sagemakergeospatial sagemakermetrics sagemakerruntime savingsplans scheduler schemas secretsmanager securityhub
securityir securitylake serverlessapplicationrepository servicecatalog servicecatalogappregistry servicediscovery servicequotas ses sesv2 sfn
shield signer simspaceweaver sms snowball snowdevicemanagement sns socialmessaging sqs ssm ssmcontacts ssmincidents ssmquicksetup ssmsap sso
ssoadmin ssooidc storagegateway sts supplychain support supportapp swf synthetics taxsettings textract timestreaminfluxdb timestreamquery
timestreamwrite tnb transcribe transfer translate trustedadvisor verifiedpermissions voiceid vpclattice waf wafregional wafv2 wellarchitected
wisdom workdocs workmail workmailmessageflow workspaces workspacesthinclient workspacesweb xray
`
  .trim()
  .split(/\s+/);

/** Operations of supported services that Step Functions does not call; from the same page. */
export const UNSUPPORTED_OPERATIONS: Readonly<Record<string, readonly string[]>> = {
  applicationdiscovery: ['DescribeExportConfigurations', 'ExportConfigurations'],
  bedrockagentruntime: [
    'InvokeAgent',
    'InvokeFlow',
    'InvokeInlineAgent',
    'OptimizePrompt',
    'RetrieveAndGenerateStream',
  ],
  bedrockruntime: ['ConverseStream', 'InvokeModelWithResponseStream'],
  cloudwatchlogs: ['StartLiveTail'],
  codedeploy: [
    'BatchGetDeploymentInstances',
    'GetDeploymentInstance',
    'ListDeploymentInstances',
    'SkipWaitTimeForInstanceTermination',
  ],
  comprehendmedical: ['DetectEntities'],
  dataexchange: ['SendApiAsset'],
  directconnect: [
    'AllocateConnectionOnInterconnect',
    'DescribeConnectionLoa',
    'DescribeConnectionsOnInterconnect',
    'DescribeInterconnectLoa',
  ],
  efs: ['CreateTags'],
  elastictranscoder: ['TestRole'],
  emr: ['DescribeJobFlows'],
  iot: ['AttachPrincipalPolicy', 'DetachPrincipalPolicy', 'ListPolicyPrincipals', 'ListPrincipalPolicies'],
  iotdeviceadvisor: ['ListTestCases'],
  iotsitewise: ['InvokeAssistant'],
  kinesis: ['SubscribeToShard'],
  lambda: ['InvokeAsync', 'InvokeWithResponseStream'],
  lexruntimev2: ['StartConversation'],
  mediapackage: ['RotateChannelCredentials'],
  qbusiness: ['Chat'],
  rdsdata: ['ExecuteSql'],
  s3: ['SelectObjectContent'],
  sagemakerruntime: ['InvokeEndpointWithResponseStream'],
  shield: ['DeleteSubscription'],
  sts: ['AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity'],
};

/** Service names that the SDK's clients have without being on that page; Step Functions is known to accept them. */
export const ALSO_SUPPORTED: readonly string[] = ['iotdataplane', 'marketplaceagreement', 'marketplacedeployment'];

/**
 * The IAM prefix of a service, where it is neither the name that requests are signed with nor the service's own.
 * Each is from the service's page in the Service Authorization Reference.
 */
export const PREFIXES: Readonly<Record<string, string>> = {
  bedrockdataautomation: 'bedrock',
  bedrockdataautomationruntime: 'bedrock',
  backupsearch: 'backup-search',
  bcmpricingcalculator: 'bcm-pricing-calculator',
  cloudcontrol: 'cloudformation',
  cloudfrontkeyvaluestore: 'cloudfront-keyvaluestore',
  connectcampaignsv2: 'connect-campaigns',
  directoryservicedata: 'ds-data',
  geomaps: 'geo-maps',
  geoplaces: 'geo-places',
  georoutes: 'geo-routes',
  iotdataplane: 'iot',
  iotjobsdataplane: 'iotjobsdata',
  ioteventsdata: 'iotevents',
  iotsecuretunneling: 'iot',
  marketplacereporting: 'aws-marketplace',
  mturk: 'mechanicalturk',
  neptunegraph: 'neptune-graph',
  notificationscontacts: 'notifications-contacts',
  partnercentralselling: 'partnercentral',
  resourcegroupstaggingapi: 'tag',
  securityir: 'security-ir',
  socialmessaging: 'social-messaging',
  sso: 'sso',
};

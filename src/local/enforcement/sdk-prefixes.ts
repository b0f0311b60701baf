/**
 * What stands before the dot in the errors of SDK integrations, for services whose name has several words. It is the service's id as the
 * Java SDK 2 spells it, taken from the service models, and as AWS's page lists it where the two differ.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
const SPELT = `
BackupSearch BcmPricingCalculator BedrockDataAutomation BedrockDataAutomationRuntime CloudFrontKeyValueStore ConnectCampaignsV2 DirectoryServiceData GeoMaps GeoPlaces GeoRoutes MarketplaceReporting
NeptuneGraph NetworkFlowMonitor NotificationsContacts ObservabilityAdmin PartnerCentralSelling S3Tables SecurityIr SocialMessaging
AccessAnalyzer AcmPca AmplifyBackend AmplifyUiBuilder ApiGateway ApiGatewayManagementApi ApiGatewayV2 AppConfig AppConfigData AppFabric AppIntegrations AppMesh AppRunner
AppStream AppSync AppTest ApplicationAutoScaling ApplicationCostProfiler ApplicationDiscovery ApplicationInsights ApplicationSignals ArcZonalShift AuditManager
AutoScaling AutoScalingPlans B2Bi BackupGateway BcmDataExports BedrockAgent BedrockAgentRuntime BedrockRuntime ChimeSdkIdentity ChimeSdkMediaPipelines ChimeSdkMeetings
ChimeSdkMessaging ChimeSdkVoice CleanRooms CleanRoomsMl CloudControl CloudDirectory CloudFormation CloudFront CloudHsm CloudHsmV2 CloudSearch CloudSearchDomain CloudTrail
CloudTrailData CloudWatch CloudWatchEvents CloudWatchLogs CodeBuild CodeCatalyst CodeCommit CodeConnections CodeDeploy CodeGuruProfiler CodeGuruReviewer CodeGuruSecurity
CodePipeline CodeStarConnections CodestarNotifications CognitoIdentity CognitoIdentityProvider CognitoSync ComprehendMedical ComputeOptimizer 
ConnectCampaigns ConnectCases ConnectContactLens ConnectParticipant ControlCatalog ControlTower CostAndUsageReport CostExplorer CostOptimizationHub
CustomerProfiles DataBrew DataExchange DataPipeline DataSync DataZone DatabaseMigration DevOpsGuru DeviceFarm DirectConnect DocDb DocDbElastic
DynamoDb DynamoDbStreams Ec2InstanceConnect EcrPublic EksAuth ElastiCache ElasticBeanstalk ElasticInference ElasticLoadBalancing ElasticLoadBalancingV2 ElasticTranscoder
EmrContainers EmrServerless EntityResolution EventBridge FSx FinspaceData FraudDetector FreeTier GameLift GlobalAccelerator GreengrassV2
GroundStation GuardDuty HealthLake ImportExport InspectorScan InternetMonitor IoTAnalytics IoTFleetHub IoTFleetWise IoTSecureTunneling IoTSiteWise IoTThingsGraph
IoTTwinMaker Iot1ClickDevicesService Iot1ClickProjects IotDataPlane IotDeviceAdvisor IotEvents IotEventsData IotJobsDataPlane IotWireless IvsRealTime KafkaConnect
KendraRanking KinesisAnalytics KinesisAnalyticsV2 KinesisVideo KinesisVideoArchivedMedia KinesisVideoMedia KinesisVideoSignaling KinesisVideoWebRtcStorage LakeFormation
LaunchWizard LexModelBuilding LexModelsV2 LexRuntime LexRuntimeV2 LicenseManager LicenseManagerLinuxSubscriptions LicenseManagerUserSubscriptions
LookoutEquipment LookoutMetrics LookoutVision MTurk MachineLearning MailManager ManagedBlockchain ManagedBlockchainQuery MarketplaceAgreement MarketplaceCatalog
MarketplaceCommerceAnalytics MarketplaceDeployment MarketplaceEntitlement MarketplaceMetering MediaConnect MediaConvert MediaLive MediaPackage MediaPackageV2
MediaPackageVod MediaStore MediaStoreData MediaTailor MedicalImaging MemoryDb MigrationHub MigrationHubConfig MigrationHubOrchestrator MigrationHubRefactorSpaces
MigrationHubStrategy MobileAnalytics NetworkFirewall NetworkManager NetworkMonitor OpenSearch OpenSearchServerless OpsWorks OpsWorksCm PaymentCryptography
PaymentCryptographyData PcaConnectorAd PcaConnectorScep PersonalizeEvents PersonalizeRuntime PinpointEmail PinpointSmsVoice PinpointSmsVoiceV2 PrivateNetworks QApps
QBusiness QConnect QldbSession QuickSight RdsData RedshiftData RedshiftServerless ResourceExplorer2 ResourceGroups ResourceGroupsTaggingApi RoboMaker RolesAnywhere
Route53Domains Route53Profiles Route53RecoveryCluster Route53RecoveryControlConfig Route53RecoveryReadiness Route53Resolver S3Control S3Outposts SageMaker
SageMakerA2IRuntime SageMakerFeatureStoreRuntime SageMakerGeospatial SageMakerMetrics SageMakerRuntime SagemakerEdge SecretsManager SecurityHub SecurityLake
ServerlessApplicationRepository ServiceCatalog ServiceCatalogAppRegistry ServiceDiscovery ServiceQuotas SesV2 SimSpaceWeaver SimpleDb SnowDeviceManagement SsmContacts
SsmIncidents SsmQuickSetup SsmSap SsoAdmin SsoOidc StorageGateway SupplyChain SupportApp TaxSettings TimestreamInfluxDb TimestreamQuery TimestreamWrite TrustedAdvisor
VerifiedPermissions VoiceId VpcLattice WafRegional WellArchitected WorkDocs WorkLink WorkMail WorkMailMessageFlow WorkSpaces WorkSpacesThinClient WorkSpacesWeb XRay`;

const BY_SERVICE: ReadonlyMap<string, string> = new Map(
  SPELT.trim()
    .split(/\s+/)
    .map(prefix => [prefix.toLowerCase(), prefix]),
);

/** The prefix of a service as the Resource of a Task names it: `dynamodb` gives `DynamoDb`, `sfn` gives `Sfn`. */
export function sdkPrefix(service: string): string {
  return BY_SERVICE.get(service.toLowerCase()) ?? service.charAt(0).toUpperCase() + service.slice(1).toLowerCase();
}

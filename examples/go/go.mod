module example.com/orders

go 1.25

require (
	example.com/stepwright-go/stepwright v0.0.0
	github.com/aws/aws-cdk-go/awscdk/v2 v2.275.0
	github.com/aws/constructs-go/constructs/v10 v10.8.1
	github.com/aws/jsii-runtime-go v1.142.0
)

// Until the module is published it comes from dist/go. The versions that it names itself are not on every module proxy; their neighbors are.
replace (
	example.com/stepwright-go/stepwright => ../../dist/go/stepwright
	github.com/aws/aws-cdk-go/awscdk/v2 v2.276.0 => github.com/aws/aws-cdk-go/awscdk/v2 v2.275.0
	github.com/aws/constructs-go/constructs/v10 v10.5.0 => github.com/aws/constructs-go/constructs/v10 v10.8.1
	github.com/aws/jsii-runtime-go v1.140.0 => github.com/aws/jsii-runtime-go v1.142.0
)

// Package orders has a stack in which an order is reserved, paid and shipped, and a quote is added up.
package orders

import (
	"example.com/stepwright-go/stepwright"
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssns"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsstepfunctions"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsstepfunctionstasks"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
)

// NewOrderStack makes the stack.
func NewOrderStack(scope constructs.Construct, id string) awscdk.Stack {
	stack := awscdk.NewStack(scope, &id, &awscdk.StackProps{
		Env: &awscdk.Environment{Account: jsii.String("123456789012"), Region: jsii.String("us-east-1")},
	})
	reserve := function(stack, "ReserveStock")
	charge := function(stack, "ChargeCard")
	ship := function(stack, "ShipItem")
	customers := awssns.NewTopic(stack, jsii.String("Customers"), nil)

	declined := stepwright.NewFail(jsii.String("Declined"), &stepwright.FailProps{
		Error: jsii.String("CardDeclined"),
		Cause: jsii.String("{% 'order ' & $orderId & ' was not paid' %}"),
	})
	tell := awsstepfunctionstasks.SnsPublish_Jsonata(stack, jsii.String("Tell the customer"), &awsstepfunctionstasks.SnsPublishJsonataProps{
		Topic:   customers,
		Message: awsstepfunctions.TaskInput_FromText(jsii.String("{% 'Your order ' & $orderId & ' is on its way' %}")),
	})

	order := stepwright.Flow_Of(
		stepwright.NewTask(jsii.String("Reserve stock"), &stepwright.TaskProps{
			Call: stepwright.Integration_LambdaInvoke(reserve, nil),
			Assign: &map[string]interface{}{
				"items":   "{% $states.input.items %}",
				"orderId": "{% $states.input.id %}",
			},
		}),
		stepwright.NewTask(jsii.String("Charge card"), &stepwright.TaskProps{
			Call:    stepwright.Integration_LambdaInvoke(charge, nil),
			Timeout: awscdk.Duration_Minutes(jsii.Number(1)),
		}).
			Retry(&awsstepfunctions.RetryProps{
				Errors:      jsii.Strings("PaymentTimeout"),
				Interval:    awscdk.Duration_Seconds(jsii.Number(2)),
				MaxAttempts: jsii.Number(3),
			}).
			Catch(declined, &stepwright.CatchProps{Errors: jsii.Strings("CardDeclined")}),
		stepwright.NewChoice(jsii.String("Anything to ship?"), nil).
			When(jsii.String("{% $count($items) = 0 %}"), stepwright.NewSucceed(jsii.String("Nothing to ship"), nil), nil),
		stepwright.NewInlineMap(jsii.String("Ship items"), &stepwright.InlineMapProps{
			Items:          "{% $items %}",
			Processor:      stepwright.NewTask(jsii.String("Ship item"), &stepwright.TaskProps{Call: stepwright.Integration_LambdaInvoke(ship, nil)}),
			MaxConcurrency: jsii.Number(5),
		}),
		stepwright.Flow_FromChainable(tell),
		stepwright.NewSucceed(jsii.String("Shipped"), nil),
	)
	stepwright.NewStandardWorkflow(stack, jsii.String("OrderWorkflow"), &stepwright.StandardWorkflowProps{
		Definition: order,
		Timeout:    awscdk.Duration_Days(jsii.Number(1)),
	})

	quote := stepwright.Flow_Of(
		stepwright.NewPass(jsii.String("Add up"), &stepwright.PassProps{
			Output: map[string]interface{}{"total": "{% $sum($states.input.prices) %}"},
		}),
		stepwright.NewTask(jsii.String("Ask the bank"), &stepwright.TaskProps{Call: stepwright.Integration_LambdaInvoke(charge, nil)}),
	)
	stepwright.NewExpressWorkflow(stack, jsii.String("QuoteWorkflow"), &stepwright.ExpressWorkflowProps{Definition: quote})
	return stack
}

func function(scope constructs.Construct, id string) awslambda.IFunction {
	return awslambda.Function_FromFunctionArn(scope, &id, jsii.String("arn:aws:lambda:us-east-1:123456789012:function:"+id))
}

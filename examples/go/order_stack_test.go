package orders

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"example.com/stepwright-go/stepwright"
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/assertions"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/jsii-runtime-go"
)

const anOrder = `{"id": "A1", "items": ["book", "lamp"]}`

func newStack() awscdk.Stack {
	return NewOrderStack(awscdk.NewApp(&awscdk.AppProps{AnalyticsReporting: jsii.Bool(false)}), "Orders")
}

func mocks() map[string]stepwright.Mock {
	payload := func(json string) stepwright.Mock { return stepwright.Mock_ReturnsPayload(&json, nil) }
	return map[string]stepwright.Mock{
		"Reserve stock":     payload(`{}`),
		"Charge card":       payload(`{}`),
		"Ship item":         payload(`{"tracking": "T-1"}`),
		"Tell the customer": stepwright.Mock_Returns(jsii.String(`{"MessageId": "m-1"}`), nil),
	}
}

func run(workflow stepwright.LocalRun, input string, mocks map[string]stepwright.Mock) stepwright.LocalRunResult {
	return workflow.Run(&input, &stepwright.LocalRunOptions{Mocks: &mocks})
}

func TestAnOrderIsShipped(t *testing.T) {
	result := run(stepwright.LocalRun_FromStack(newStack(), jsii.String("OrderWorkflow")), anOrder, mocks())
	expect(t, *result.Status(), "SUCCEEDED")
	visited := []string{}
	for _, name := range *result.Visited() {
		visited = append(visited, *name)
	}
	expect(t, visited, []string{"Reserve stock", "Charge card", "Anything to ship?", "Ship items", "Ship item", "Ship item", "Tell the customer", "Shipped"})
	expect(t, len(*result.Permissions().Denied), 0)
}

func TestADeclinedCardEndsTheOrderAfterRetries(t *testing.T) {
	declined := mocks()
	declined["Charge card"] = stepwright.Mock_Sequence(&[]stepwright.Mock{
		stepwright.Mock_Fails(jsii.String("PaymentTimeout"), nil, nil),
		stepwright.Mock_Fails(jsii.String("CardDeclined"), jsii.String("no funds"), nil),
	})
	result := run(stepwright.LocalRun_FromStack(newStack(), jsii.String("OrderWorkflow")), anOrder, declined)
	expect(t, []string{*result.Status(), *result.Error(), *result.Cause()}, []string{"FAILED", "CardDeclined", "order A1 was not paid"})
	expect(t, *result.DurationSeconds(), 2.0)
}

type bank struct{ asked []string }

func (b *bank) Answer(call *stepwright.TaskCall) stepwright.Mock {
	b.asked = append(b.asked, *call.StateName)
	return stepwright.Mock_ReturnsPayload(jsii.String(`"granted"`), nil)
}

func TestAFunctionOfTheTestAnswersAQuote(t *testing.T) {
	asked := &bank{}
	mocks := map[string]stepwright.Mock{"Ask the bank": stepwright.Mock_FromFunction(asked)}
	result := run(stepwright.LocalRun_FromStack(newStack(), jsii.String("QuoteWorkflow")), `{"prices": [1, 2.5]}`, mocks)
	expect(t, *result.OutputJson(), `"granted"`)
	expect(t, asked.asked, []string{"Ask the bank"})
}

func TestACallThatTheRoleDoesNotAllowIsDenied(t *testing.T) {
	stack := awscdk.NewStack(awscdk.NewApp(nil), jsii.String("Bare"), nil)
	role := awsiam.NewRole(stack, jsii.String("Role"), &awsiam.RoleProps{AssumedBy: awsiam.NewServicePrincipal(jsii.String("states.amazonaws.com"), nil)})
	stepwright.NewStandardWorkflow(stack, jsii.String("Order"), &stepwright.StandardWorkflowProps{
		Role:       role,
		Definition: stepwright.NewTask(jsii.String("Charge"), &stepwright.TaskProps{Call: stepwright.Integration_LambdaInvoke(function(stack, "charge"), nil)}),
	})
	mocks := map[string]stepwright.Mock{"Charge": stepwright.Mock_ReturnsPayload(jsii.String("1"), nil)}
	result := run(stepwright.LocalRun_FromStack(stack, nil), "{}", mocks)
	expect(t, *result.Status(), "FAILED")
	expect(t, *(*result.Permissions().Denied)[0].Action, "lambda:InvokeFunction")
}

func TestTheTemplateIsThatOfTypeScript(t *testing.T) {
	text, err := os.ReadFile(os.Getenv("STEPWRIGHT_TEMPLATE"))
	if err != nil {
		t.Fatal(err)
	}
	var expected interface{}
	if err := json.Unmarshal(text, &expected); err != nil {
		t.Fatal(err)
	}
	ours, _ := json.Marshal(*assertions.Template_FromStack(newStack(), nil).ToJSON())
	var actual interface{}
	_ = json.Unmarshal(ours, &actual)
	if !reflect.DeepEqual(actual, expected) {
		t.Errorf("the template differs:\n%s\n%s", ours, text)
	}
}

func TestFailsOnAMockForAnUnknownState(t *testing.T) {
	defer func() {
		message := fmt.Sprint(recover())
		if !strings.Contains(message, "UNKNOWN_TASK") || !strings.Contains(message, `did you mean "Charge card"?`) {
			t.Error(message)
		}
	}()
	mocks := map[string]stepwright.Mock{"Charge crd": stepwright.Mock_Pending(nil)}
	run(stepwright.LocalRun_FromStack(newStack(), jsii.String("OrderWorkflow")), "{}", mocks)
}

func expect(t *testing.T, actual, expected interface{}) {
	t.Helper()
	if !reflect.DeepEqual(actual, expected) {
		t.Errorf("got %v, expected %v", actual, expected)
	}
}

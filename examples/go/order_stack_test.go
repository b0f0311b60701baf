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

func behaviours() map[string]stepwright.TaskBehaviour {
	payload := func(json string) stepwright.TaskBehaviour { return stepwright.TaskBehaviour_ReturnsPayloadJson(&json) }
	return map[string]stepwright.TaskBehaviour{
		"Reserve stock":     payload(`{}`),
		"Charge card":       payload(`{}`),
		"Ship item":         payload(`{"tracking": "T-1"}`),
		"Tell the customer": stepwright.TaskBehaviour_ReturnsJson(jsii.String(`{"MessageId": "m-1"}`)),
	}
}

func run(workflow stepwright.LocalRun, input string, tasks map[string]stepwright.TaskBehaviour) stepwright.LocalRunResult {
	return workflow.Run(&input, &stepwright.LocalRunProps{Tasks: &tasks})
}

func TestAnOrderIsShipped(t *testing.T) {
	result := run(stepwright.LocalRun_FromStack(newStack(), jsii.String("OrderWorkflow")), anOrder, behaviours())
	expect(t, *result.Status(), "SUCCEEDED")
	visited := []string{}
	for _, name := range *result.Visited() {
		visited = append(visited, *name)
	}
	expect(t, visited, []string{"Reserve stock", "Charge card", "Anything to ship?", "Ship items", "Ship item", "Ship item", "Tell the customer", "Shipped"})
	expect(t, len(*result.DeniedCalls()), 0)
}

func TestADeclinedCardEndsTheOrderAfterRetries(t *testing.T) {
	tasks := behaviours()
	tasks["Charge card"] = stepwright.TaskBehaviour_InSequence(&[]stepwright.TaskBehaviour{
		stepwright.TaskBehaviour_FailsWith(jsii.String("PaymentTimeout"), nil),
		stepwright.TaskBehaviour_FailsWith(jsii.String("CardDeclined"), jsii.String("no funds")),
	})
	result := run(stepwright.LocalRun_FromStack(newStack(), jsii.String("OrderWorkflow")), anOrder, tasks)
	expect(t, []string{*result.Status(), *result.Error(), *result.Cause()}, []string{"FAILED", "CardDeclined", "order A1 was not paid"})
	expect(t, *result.DurationSeconds(), 2.0)
}

type bank struct{ asked []string }

func (b *bank) Handle(request *stepwright.TaskRequest) stepwright.TaskBehaviour {
	b.asked = append(b.asked, *request.StateName)
	return stepwright.TaskBehaviour_ReturnsPayloadJson(jsii.String(`"granted"`))
}

func TestAQuoteIsAnsweredByCodeOfTheTest(t *testing.T) {
	handler := &bank{}
	tasks := map[string]stepwright.TaskBehaviour{"Ask the bank": stepwright.TaskBehaviour_HandledBy(handler)}
	result := run(stepwright.LocalRun_FromStack(newStack(), jsii.String("QuoteWorkflow")), `{"prices": [1, 2.5]}`, tasks)
	expect(t, *result.OutputJson(), `"granted"`)
	expect(t, handler.asked, []string{"Ask the bank"})
}

func TestACallThatTheRoleDoesNotAllowIsDenied(t *testing.T) {
	stack := awscdk.NewStack(awscdk.NewApp(nil), jsii.String("Bare"), nil)
	role := awsiam.NewRole(stack, jsii.String("Role"), &awsiam.RoleProps{AssumedBy: awsiam.NewServicePrincipal(jsii.String("states.amazonaws.com"), nil)})
	stepwright.NewStandardWorkflow(stack, jsii.String("Order"), &stepwright.StandardWorkflowProps{
		Role:       role,
		Definition: stepwright.NewTask(jsii.String("Charge"), &stepwright.TaskProps{Call: stepwright.Integration_LambdaInvoke(function(stack, "charge"), nil)}),
	})
	tasks := map[string]stepwright.TaskBehaviour{"Charge": stepwright.TaskBehaviour_ReturnsPayloadJson(jsii.String("1"))}
	result := run(stepwright.LocalRun_FromStack(stack, nil), "{}", tasks)
	expect(t, *result.Status(), "FAILED")
	if denied := *(*result.DeniedCalls())[0]; !strings.Contains(denied, "lambda:InvokeFunction") {
		t.Error(denied)
	}
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

func TestFailsOnABehaviourForAnUnknownState(t *testing.T) {
	defer func() {
		message := fmt.Sprint(recover())
		if !strings.Contains(message, "UNKNOWN_TASK") || !strings.Contains(message, `did you mean "Charge card"?`) {
			t.Error(message)
		}
	}()
	tasks := map[string]stepwright.TaskBehaviour{"Charge crd": stepwright.TaskBehaviour_NeverAnswers()}
	run(stepwright.LocalRun_FromStack(newStack(), jsii.String("OrderWorkflow")), "{}", tasks)
}

func expect(t *testing.T, actual, expected interface{}) {
	t.Helper()
	if !reflect.DeepEqual(actual, expected) {
		t.Errorf("got %v, expected %v", actual, expected)
	}
}

import json
import os

import aws_cdk
import jsii
import pytest
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk.assertions import Template
from stepwright import ExpressWorkflow, Flow, ITaskHandler, Integration, LocalRun, Pass, StandardWorkflow, Succeed, Task, TaskBehaviour

from conftest import timed

TASKS = {
    "Reserve stock": TaskBehaviour.returns_payload_json("{}"),
    "Charge card": TaskBehaviour.returns_payload_json("{}"),
    "Ship item": TaskBehaviour.returns_payload_json('{"tracking": "T-1"}'),
    "Tell the customer": TaskBehaviour.returns_json('{"MessageId": "m-1"}'),
}

ORDER = json.dumps({"id": "A1", "items": ["book", "lamp"]})


@pytest.fixture(scope="session")
def order(stack):
    with timed("the app, synthesized and read"):
        workflow = LocalRun.from_stack(stack, "OrderWorkflow")
    with timed("the first local run"):
        workflow.run(ORDER, tasks=TASKS)
    return workflow


def test_an_order_is_shipped(order):
    run = order.run(ORDER, tasks=TASKS)
    assert run.status == "SUCCEEDED"
    assert run.visited == ["Reserve stock", "Charge card", "Anything to ship?", "Ship items", "Ship item", "Ship item", "Tell the customer", "Shipped"]
    assert [json.loads(text)["Payload"] for text in run.inputs_of("Ship item")] == ["book", "lamp"]
    assert json.loads(run.history_json)[0]["type"] == "ExecutionStarted"
    assert run.denied_calls == []


def test_a_declined_card_ends_the_order_after_retries(order):
    charge = TaskBehaviour.in_sequence([TaskBehaviour.fails_with("PaymentTimeout"), TaskBehaviour.fails_with("CardDeclined", "no funds")])
    run = order.run(ORDER, tasks={**TASKS, "Charge card": charge})
    assert (run.status, run.error, run.cause) == ("FAILED", "CardDeclined", "order A1 was not paid")
    assert run.duration_seconds == 2


@jsii.implements(ITaskHandler)
class Bank:
    def __init__(self):
        self.seen = []

    def handle(self, request):
        self.seen.append((request.state_name, json.loads(request.input_json)["Payload"]["total"]))
        return TaskBehaviour.returns_payload_json(json.dumps("granted"))


def test_a_quote_is_answered_by_code_of_the_test(stack):
    bank = Bank()
    run = LocalRun.from_stack(stack, "QuoteWorkflow").run('{"prices": [1, 2.5]}', tasks={"Ask the bank": TaskBehaviour.handled_by(bank)})
    assert (run.status, run.output_json) == ("SUCCEEDED", '"granted"')
    assert bank.seen == [("Ask the bank", 3.5)]


def test_a_call_that_the_role_does_not_allow_is_denied():
    stack = aws_cdk.Stack(aws_cdk.App(), "Bare")
    function = lambda_.Function.from_function_arn(stack, "Fn", "arn:aws:lambda:us-east-1:123456789012:function:charge")
    role = iam.Role(stack, "Role", assumed_by=iam.ServicePrincipal("states.amazonaws.com"))
    StandardWorkflow(stack, "Order", role=role, definition=Flow.of(Task("Charge", call=Integration.lambda_invoke(function)), Succeed("Done")))
    run = LocalRun.from_stack(stack).run("{}", tasks={"Charge": TaskBehaviour.returns_payload_json("1")})
    assert run.status == "FAILED"
    assert "lambda:InvokeFunction" in run.denied_calls[0]


def test_the_template_is_that_of_typescript(stack):
    with open(os.environ["STEPWRIGHT_TEMPLATE"], encoding="utf-8") as file:
        assert Template.from_stack(stack).to_json() == json.load(file)


class TestFails:
    """Mistakes show the same code and mend as in TypeScript."""

    def test_on_a_behaviour_for_an_unknown_state(self, order):
        with pytest.raises(Exception, match=r"UNKNOWN_TASK[\s\S]*did you mean \"Charge card\"\?"):
            order.run("{}", tasks={"Charge crd": TaskBehaviour.never_answers()})

    def test_on_a_jump_to_a_misspelt_state(self):
        stack = aws_cdk.Stack(aws_cdk.App(), "Typo")
        with pytest.raises(Exception, match=r"UNKNOWN_STATE[\s\S]*did you mean \"Again\"\?"):
            StandardWorkflow(stack, "Order", definition=Flow.of(Pass("Again"), Flow.go_to("Agian")))

    def test_on_an_express_workflow_that_waits_for_a_job(self):
        stack = aws_cdk.Stack(aws_cdk.App(), "Express")
        child = StandardWorkflow(stack, "Child", definition=Succeed("Done"))
        ExpressWorkflow(stack, "Parent", definition=Task("Start", call=Integration.step_functions_start_execution(child).sync()))
        with pytest.raises(Exception, match=r"INVALID_DEFINITION[\s\S]*sync"):
            LocalRun.from_stack(stack, "Parent")

import json
import os

import aws_cdk
import jsii
import pytest
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk.assertions import Template
from stepwright import ExpressWorkflow, Flow, IMockFunction, Integration, LocalRun, Mock, Pass, StandardWorkflow, Succeed, Task

from conftest import timed

MOCKS = {
    "Reserve stock": Mock.returns_payload("{}"),
    "Charge card": Mock.returns_payload("{}"),
    "Ship item": Mock.returns_payload('{"tracking": "T-1"}'),
    "Tell the customer": Mock.returns('{"MessageId": "m-1"}'),
}

ORDER = json.dumps({"id": "A1", "items": ["book", "lamp"]})


@pytest.fixture(scope="session")
def order(stack):
    with timed("the app, synthesized and read"):
        workflow = LocalRun.from_stack(stack, "OrderWorkflow")
    with timed("the first local run"):
        workflow.run(ORDER, mocks=MOCKS)
    return workflow


def test_an_order_is_shipped(order):
    run = order.run(ORDER, mocks=MOCKS)
    assert run.status == "SUCCEEDED"
    assert run.visited == ["Reserve stock", "Charge card", "Anything to ship?", "Ship items", "Ship item", "Ship item", "Tell the customer", "Shipped"]
    assert [json.loads(call.input_json)["Payload"] for call in run.calls_of("Ship item")] == ["book", "lamp"]
    assert json.loads(run.history_json)[0]["type"] == "ExecutionStarted"
    assert run.permissions.denied == []


def test_a_declined_card_ends_the_order_after_retries(order):
    charge = Mock.sequence([Mock.fails("PaymentTimeout"), Mock.fails("CardDeclined", "no funds")])
    run = order.run(ORDER, mocks={**MOCKS, "Charge card": charge})
    assert (run.status, run.error, run.cause) == ("FAILED", "CardDeclined", "order A1 was not paid")
    assert run.duration_seconds == 2


@jsii.implements(IMockFunction)
class Bank:
    def __init__(self):
        self.seen = []

    def answer(self, call):
        self.seen.append((call.state_name, json.loads(call.input_json)["Payload"]["total"]))
        return Mock.returns_payload(json.dumps("granted"))


def test_a_function_of_the_test_answers_a_quote(stack):
    bank = Bank()
    run = LocalRun.from_stack(stack, "QuoteWorkflow").run('{"prices": [1, 2.5]}', mocks={"Ask the bank": Mock.from_function(bank)})
    assert (run.status, run.output_json) == ("SUCCEEDED", '"granted"')
    assert bank.seen == [("Ask the bank", 3.5)]


def test_a_call_that_the_role_does_not_allow_is_denied():
    stack = aws_cdk.Stack(aws_cdk.App(), "Bare")
    function = lambda_.Function.from_function_arn(stack, "Fn", "arn:aws:lambda:us-east-1:123456789012:function:charge")
    role = iam.Role(stack, "Role", assumed_by=iam.ServicePrincipal("states.amazonaws.com"))
    StandardWorkflow(stack, "Order", role=role, definition=Flow.of(Task("Charge", call=Integration.lambda_invoke(function)), Succeed("Done")))
    run = LocalRun.from_stack(stack).run("{}", mocks={"Charge": Mock.returns_payload("1")})
    assert run.status == "FAILED"
    assert [call.action for call in run.permissions.denied] == ["lambda:InvokeFunction"]


def test_the_template_is_that_of_typescript(stack):
    with open(os.environ["STEPWRIGHT_TEMPLATE"], encoding="utf-8") as file:
        assert Template.from_stack(stack).to_json() == json.load(file)


class TestFails:
    """Mistakes show the same code and fix as in TypeScript."""

    def test_on_a_mock_for_an_unknown_state(self, order):
        with pytest.raises(Exception, match=r"UNKNOWN_TASK[\s\S]*did you mean \"Charge card\"\?"):
            order.run("{}", mocks={"Charge crd": Mock.pending()})

    def test_on_a_jump_to_a_misspelled_state(self):
        stack = aws_cdk.Stack(aws_cdk.App(), "Typo")
        with pytest.raises(Exception, match=r"UNKNOWN_STATE[\s\S]*did you mean \"Again\"\?"):
            StandardWorkflow(stack, "Order", definition=Flow.of(Pass("Again"), Flow.go_to("Agian")))

    def test_on_an_express_workflow_that_waits_for_a_job(self):
        stack = aws_cdk.Stack(aws_cdk.App(), "Express")
        child = StandardWorkflow(stack, "Child", definition=Succeed("Done"))
        ExpressWorkflow(stack, "Parent", definition=Task("Start", call=Integration.step_functions_start_execution(child).sync()))
        with pytest.raises(Exception, match=r"INVALID_DEFINITION[\s\S]*sync"):
            LocalRun.from_stack(stack, "Parent")

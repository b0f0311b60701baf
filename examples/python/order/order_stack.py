from aws_cdk import Duration, Environment, Stack
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_sns as sns
from aws_cdk import aws_stepfunctions as sfn
from aws_cdk import aws_stepfunctions_tasks as tasks
from constructs import Construct
from stepwright import (
    Choice, ExpressWorkflow, Fail, Flow, InlineMap, Integration, Pass, StandardWorkflow, Succeed, Task,
)


class OrderStack(Stack):
    """An order is reserved, paid and shipped; a quote is added up."""

    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id, env=Environment(account="123456789012", region="us-east-1"))
        reserve = self._function("ReserveStock")
        charge = self._function("ChargeCard")
        ship = self._function("ShipItem")
        customers = sns.Topic(self, "Customers")

        declined = Fail("Declined", error="CardDeclined", cause="{% 'order ' & $orderId & ' was not paid' %}")
        tell = tasks.SnsPublish.jsonata(
            self, "Tell the customer",
            topic=customers,
            message=sfn.TaskInput.from_text("{% 'Your order ' & $orderId & ' is on its way' %}"),
        )

        order = Flow.of(
            Task(
                "Reserve stock",
                call=Integration.lambda_invoke(reserve),
                assign={"items": "{% $states.input.items %}", "orderId": "{% $states.input.id %}"},
            ),
            Task("Charge card", call=Integration.lambda_invoke(charge), timeout=Duration.minutes(1))
            .retry(errors=["PaymentTimeout"], interval=Duration.seconds(2), max_attempts=3)
            .catch(declined, errors=["CardDeclined"]),
            Choice("Anything to ship?").when("{% $count($items) = 0 %}", Succeed("Nothing to ship")),
            InlineMap(
                "Ship items",
                items="{% $items %}",
                processor=Task("Ship item", call=Integration.lambda_invoke(ship)),
                max_concurrency=5,
            ),
            Flow.from_chainable(tell),
            Succeed("Shipped"),
        )
        StandardWorkflow(self, "OrderWorkflow", definition=order, timeout=Duration.days(1))

        quote = Flow.of(
            Pass("Add up", output={"total": "{% $sum($states.input.prices) %}"}),
            Task("Ask the bank", call=Integration.lambda_invoke(charge)),
        )
        ExpressWorkflow(self, "QuoteWorkflow", definition=quote)

    def _function(self, id: str) -> lambda_.IFunction:
        return lambda_.Function.from_function_arn(self, id, f"arn:aws:lambda:us-east-1:123456789012:function:{id}")

package example.orders;

import io.stepwright.CatchProps;
import io.stepwright.Choice;
import io.stepwright.ExpressWorkflow;
import io.stepwright.Fail;
import io.stepwright.FailProps;
import io.stepwright.Flow;
import io.stepwright.InlineMap;
import io.stepwright.InlineMapProps;
import io.stepwright.Integration;
import io.stepwright.Pass;
import io.stepwright.PassProps;
import io.stepwright.StandardWorkflow;
import io.stepwright.Succeed;
import io.stepwright.Task;
import io.stepwright.TaskProps;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.stepfunctions.RetryProps;
import software.amazon.awscdk.services.stepfunctions.TaskInput;
import software.amazon.awscdk.services.stepfunctions.tasks.SnsPublish;
import software.amazon.awscdk.services.stepfunctions.tasks.SnsPublishJsonataProps;
import software.constructs.Construct;

/** An order is reserved, paid and shipped; a quote is added up. */
public class OrderStack extends Stack {
  public OrderStack(Construct scope, String id) {
    super(scope, id, StackProps.builder().env(Environment.builder().account("123456789012").region("us-east-1").build()).build());
    IFunction reserve = function("ReserveStock");
    IFunction charge = function("ChargeCard");
    IFunction ship = function("ShipItem");
    Topic customers = new Topic(this, "Customers");

    Flow declined = new Fail("Declined", FailProps.builder()
        .error("CardDeclined").cause("{% 'order ' & $orderId & ' was not paid' %}").build());
    SnsPublish tell = SnsPublish.jsonata(this, "Tell the customer", SnsPublishJsonataProps.builder()
        .topic(customers).message(TaskInput.fromText("{% 'Your order ' & $orderId & ' is on its way' %}")).build());

    Flow order = Flow.of(
        new Task("Reserve stock", TaskProps.builder()
            .call(Integration.lambdaInvoke(reserve))
            .assign(new TreeMap<>(Map.of("items", "{% $states.input.items %}", "orderId", "{% $states.input.id %}"))).build()),
        new Task("Charge card", TaskProps.builder().call(Integration.lambdaInvoke(charge)).timeout(Duration.minutes(1)).build())
            .retry(RetryProps.builder().errors(List.of("PaymentTimeout")).interval(Duration.seconds(2)).maxAttempts(3).build())
            .doCatch(declined, CatchProps.builder().errors(List.of("CardDeclined")).build()),
        new Choice("Anything to ship?").when("{% $count($items) = 0 %}", new Succeed("Nothing to ship")),
        new InlineMap("Ship items", InlineMapProps.builder()
            .items("{% $items %}")
            .processor(new Task("Ship item", TaskProps.builder().call(Integration.lambdaInvoke(ship)).build()))
            .maxConcurrency(5).build()),
        Flow.fromChainable(tell),
        new Succeed("Shipped"));
    StandardWorkflow.Builder.create(this, "OrderWorkflow").definition(order).timeout(Duration.days(1)).build();

    Flow quote = Flow.of(
        new Pass("Add up", PassProps.builder().output(Map.of("total", "{% $sum($states.input.prices) %}")).build()),
        new Task("Ask the bank", TaskProps.builder().call(Integration.lambdaInvoke(charge)).build()));
    ExpressWorkflow.Builder.create(this, "QuoteWorkflow").definition(quote).build();
  }

  private IFunction function(String id) {
    return Function.fromFunctionArn(this, id, "arn:aws:lambda:us-east-1:123456789012:function:" + id);
  }
}

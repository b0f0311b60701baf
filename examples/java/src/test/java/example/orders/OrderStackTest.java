package example.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepwright.DeniedCall;
import io.stepwright.IMockFunction;
import io.stepwright.Integration;
import io.stepwright.LocalRun;
import io.stepwright.LocalRunOptions;
import io.stepwright.LocalRunResult;
import io.stepwright.Mock;
import io.stepwright.StandardWorkflow;
import io.stepwright.Task;
import io.stepwright.TaskCall;
import io.stepwright.TaskProps;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Function;

class OrderStackTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ORDER = "{\"id\": \"A1\", \"items\": [\"book\", \"lamp\"]}";
  private static final Map<String, Mock> MOCKS = Map.of(
      "Reserve stock", Mock.returnsPayload("{}"),
      "Charge card", Mock.returnsPayload("{}"),
      "Ship item", Mock.returnsPayload("{\"tracking\": \"T-1\"}"),
      "Tell the customer", Mock.returns("{\"MessageId\": \"m-1\"}"));

  private static OrderStack stack() {
    return new OrderStack(new App(AppProps.builder().analyticsReporting(false).build()), "Orders");
  }

  private static LocalRunResult run(LocalRun workflow, String input, Map<String, Mock> mocks) {
    return workflow.run(input, LocalRunOptions.builder().mocks(mocks).build());
  }

  @Test
  void anOrderIsShipped() {
    LocalRunResult run = run(LocalRun.fromStack(stack(), "OrderWorkflow"), ORDER, MOCKS);
    assertEquals("SUCCEEDED", run.getStatus());
    assertEquals(List.of("Reserve stock", "Charge card", "Anything to ship?", "Ship items", "Ship item", "Ship item", "Tell the customer", "Shipped"), run.getVisited());
    assertEquals(List.of(), run.getPermissions().getDenied());
  }

  @Test
  void aDeclinedCardEndsTheOrderAfterRetries() {
    Map<String, Mock> mocks = new HashMap<>(MOCKS);
    mocks.put("Charge card", Mock.sequence(List.of(Mock.fails("PaymentTimeout"), Mock.fails("CardDeclined", "no funds"))));
    LocalRunResult run = run(LocalRun.fromStack(stack(), "OrderWorkflow"), ORDER, mocks);
    assertEquals(List.of("FAILED", "CardDeclined", "order A1 was not paid"), List.of(run.getStatus(), run.getError(), run.getCause()));
    assertEquals(2, run.getDurationSeconds().intValue());
  }

  /** A mock function of the test. */
  static class Bank implements IMockFunction {
    final List<String> asked = new ArrayList<>();

    @Override
    public Mock answer(TaskCall call) {
      asked.add(call.getStateName());
      return Mock.returnsPayload("\"granted\"");
    }
  }

  @Test
  void aFunctionOfTheTestAnswersAQuote() {
    Bank bank = new Bank();
    LocalRunResult run = run(LocalRun.fromStack(stack(), "QuoteWorkflow"), "{\"prices\": [1, 2.5]}", Map.of("Ask the bank", Mock.fromFunction(bank)));
    assertEquals("\"granted\"", run.getOutputJson());
    assertEquals(List.of("Ask the bank"), bank.asked);
  }

  @Test
  void aCallThatTheRoleDoesNotAllowIsDenied() {
    Stack stack = new Stack(new App(), "Bare");
    Role role = Role.Builder.create(stack, "Role").assumedBy(new ServicePrincipal("states.amazonaws.com")).build();
    Task charge = new Task("Charge", TaskProps.builder()
        .call(Integration.lambdaInvoke(Function.fromFunctionArn(stack, "Fn", "arn:aws:lambda:us-east-1:123456789012:function:charge"))).build());
    StandardWorkflow.Builder.create(stack, "Order").role(role).definition(charge).build();
    LocalRunResult run = run(LocalRun.fromStack(stack), "{}", Map.of("Charge", Mock.returnsPayload("1")));
    assertEquals("FAILED", run.getStatus());
    assertEquals(List.of("lambda:InvokeFunction"), run.getPermissions().getDenied().stream().map(DeniedCall::getAction).toList());
  }

  @Test
  void theTemplateIsThatOfTypeScript() throws Exception {
    assertEquals(JSON.readTree(new File(System.getenv("STEPWRIGHT_TEMPLATE"))), JSON.readTree(JSON.writeValueAsString(Template.fromStack(stack()).toJSON())));
  }

  @Test
  void failsOnAMockForAnUnknownState() {
    LocalRun workflow = LocalRun.fromStack(stack(), "OrderWorkflow");
    RuntimeException refused = assertThrows(RuntimeException.class, () -> run(workflow, "{}", Map.of("Charge crd", Mock.pending())));
    assertTrue(refused.getMessage().contains("UNKNOWN_TASK") && refused.getMessage().contains("did you mean \"Charge card\"?"), refused.getMessage());
  }
}

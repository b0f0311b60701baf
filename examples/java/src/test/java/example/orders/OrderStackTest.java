package example.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepwright.ITaskHandler;
import io.stepwright.Integration;
import io.stepwright.LocalRun;
import io.stepwright.LocalRunProps;
import io.stepwright.LocalRunResult;
import io.stepwright.StandardWorkflow;
import io.stepwright.Task;
import io.stepwright.TaskBehaviour;
import io.stepwright.TaskProps;
import io.stepwright.TaskRequest;
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
  private static final Map<String, TaskBehaviour> TASKS = Map.of(
      "Reserve stock", TaskBehaviour.returnsPayloadJson("{}"),
      "Charge card", TaskBehaviour.returnsPayloadJson("{}"),
      "Ship item", TaskBehaviour.returnsPayloadJson("{\"tracking\": \"T-1\"}"),
      "Tell the customer", TaskBehaviour.returnsJson("{\"MessageId\": \"m-1\"}"));

  private static OrderStack stack() {
    return new OrderStack(new App(AppProps.builder().analyticsReporting(false).build()), "Orders");
  }

  private static LocalRunResult run(LocalRun workflow, String input, Map<String, TaskBehaviour> tasks) {
    return workflow.run(input, LocalRunProps.builder().tasks(tasks).build());
  }

  @Test
  void anOrderIsShipped() {
    LocalRunResult run = run(LocalRun.fromStack(stack(), "OrderWorkflow"), ORDER, TASKS);
    assertEquals("SUCCEEDED", run.getStatus());
    assertEquals(List.of("Reserve stock", "Charge card", "Anything to ship?", "Ship items", "Ship item", "Ship item", "Tell the customer", "Shipped"), run.getVisited());
    assertEquals(List.of(), run.getDeniedCalls());
  }

  @Test
  void aDeclinedCardEndsTheOrderAfterRetries() {
    Map<String, TaskBehaviour> tasks = new HashMap<>(TASKS);
    tasks.put("Charge card", TaskBehaviour.inSequence(List.of(TaskBehaviour.failsWith("PaymentTimeout"), TaskBehaviour.failsWith("CardDeclined", "no funds"))));
    LocalRunResult run = run(LocalRun.fromStack(stack(), "OrderWorkflow"), ORDER, tasks);
    assertEquals(List.of("FAILED", "CardDeclined", "order A1 was not paid"), List.of(run.getStatus(), run.getError(), run.getCause()));
    assertEquals(2, run.getDurationSeconds().intValue());
  }

  /** Answers with code of the test. */
  static class Bank implements ITaskHandler {
    final List<String> asked = new ArrayList<>();

    @Override
    public TaskBehaviour handle(TaskRequest request) {
      asked.add(request.getStateName());
      return TaskBehaviour.returnsPayloadJson("\"granted\"");
    }
  }

  @Test
  void aQuoteIsAnsweredByCodeOfTheTest() {
    Bank bank = new Bank();
    LocalRunResult run = run(LocalRun.fromStack(stack(), "QuoteWorkflow"), "{\"prices\": [1, 2.5]}", Map.of("Ask the bank", TaskBehaviour.handledBy(bank)));
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
    LocalRunResult run = run(LocalRun.fromStack(stack), "{}", Map.of("Charge", TaskBehaviour.returnsPayloadJson("1")));
    assertEquals("FAILED", run.getStatus());
    assertTrue(run.getDeniedCalls().get(0).contains("lambda:InvokeFunction"));
  }

  @Test
  void theTemplateIsThatOfTypeScript() throws Exception {
    assertEquals(JSON.readTree(new File(System.getenv("STEPWRIGHT_TEMPLATE"))), JSON.readTree(JSON.writeValueAsString(Template.fromStack(stack()).toJSON())));
  }

  @Test
  void failsOnABehaviourForAnUnknownState() {
    LocalRun workflow = LocalRun.fromStack(stack(), "OrderWorkflow");
    RuntimeException refused = assertThrows(RuntimeException.class, () -> run(workflow, "{}", Map.of("Charge crd", TaskBehaviour.neverAnswers())));
    assertTrue(refused.getMessage().contains("UNKNOWN_TASK") && refused.getMessage().contains("did you mean \"Charge card\"?"), refused.getMessage());
  }
}

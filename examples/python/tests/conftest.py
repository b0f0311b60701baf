"""Where the time goes from the start of pytest to the first finished local run; pytest prints it at its end."""

import gc
import time
from contextlib import contextmanager

# what the process computed until here
TIMES = {"Python and pytest, started": time.process_time()}
COLLECTOR = "Python's garbage collector"
OURS = "stepwright, loaded"


def _collects(phase, _):
    """The collector walks all objects there are, most of them aws-cdk-lib's, whoever happens to make the next one: it has a line of its own."""
    TIMES[COLLECTOR] = TIMES.get(COLLECTOR, 0) + time.perf_counter() * (1 if phase == "stop" else -1)


@contextmanager
def timed(what):
    started, collected = time.perf_counter(), TIMES.get(COLLECTOR, 0)
    yield
    TIMES[what] = time.perf_counter() - started - (TIMES.get(COLLECTOR, 0) - collected)


gc.callbacks.append(_collects)

with timed("the kernel, a process of Node.js, and constructs"):
    import jsii  # noqa: F401
    from constructs import Construct  # noqa: F401

with timed("aws-cdk-lib, loaded"):
    import aws_cdk

with timed("aws-cdk-lib, an empty app synthesized"):
    empty = aws_cdk.App(analytics_reporting=False)
    aws_cdk.Stack(empty, "Empty")
    empty.synth()

with timed(OURS):
    import stepwright  # noqa: F401

import pytest  # noqa: E402

from order.order_stack import OrderStack  # noqa: E402


@pytest.fixture(scope="session")
def stack():
    with timed("the stack, constructed"):
        return OrderStack(aws_cdk.App(analytics_reporting=False), "Orders")


def pytest_terminal_summary(terminalreporter):
    total = sum(TIMES.values())
    rows = list(TIMES)
    ours = sum(TIMES[what] for what in rows[rows.index(OURS):])
    terminalreporter.section("from the start to the first finished local run")
    for what, seconds in TIMES.items():
        terminalreporter.write_line(f"{seconds * 1000:8.0f} ms  {what}")
    terminalreporter.write_line(f"{total * 1000:8.0f} ms  altogether; from '{OURS}' on, constructs of aws-cdk-lib included, it is {100 * ours / total:.1f} %")

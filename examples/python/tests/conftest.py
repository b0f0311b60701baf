import time

STARTED = time.perf_counter()

import jsii  # noqa: E402, F401  starts the kernel: a process of Node
from constructs import Construct  # noqa: E402, F401

KERNEL = time.perf_counter()

import aws_cdk  # noqa: E402

CDK = time.perf_counter()

import stepwright  # noqa: E402, F401

OURS = time.perf_counter()

import pytest  # noqa: E402

from order.order_stack import OrderStack  # noqa: E402

TIMES = {"kernel and constructs": KERNEL - STARTED, "aws-cdk-lib": CDK - KERNEL, "stepwright, loaded": OURS - CDK}


@pytest.fixture(scope="session")
def stack():
    started = time.perf_counter()
    made = OrderStack(aws_cdk.App(analytics_reporting=False), "Orders")
    TIMES["the stack, constructed"] = time.perf_counter() - started
    return made


def pytest_terminal_summary(terminalreporter):
    total = sum(TIMES.values())
    ours = TIMES["stepwright, loaded"] + TIMES.get("the first local run", 0)
    terminalreporter.section("from the start to the first finished local run")
    for what, seconds in TIMES.items():
        terminalreporter.write_line(f"{seconds * 1000:8.0f} ms  {what}")
    terminalreporter.write_line(f"{total * 1000:8.0f} ms  altogether, of which stepwright's part is {100 * ours / total:.1f} %")

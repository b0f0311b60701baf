"""Tests the workflow of template.yaml with pytest, through the command."""

import json
import os
import shlex
import subprocess
from pathlib import Path

STEPWRIGHT = shlex.split(os.environ.get("STEPWRIGHT", "npx stepwright"))
TEMPLATE = Path(__file__).parent / "template.yaml"


def run(mocks):
    command = [*STEPWRIGHT, "run", str(TEMPLATE), "--input", '{"id": "A1"}']
    command += ["--mocks", json.dumps(mocks), "--format", "json"]
    return json.loads(subprocess.run(command, capture_output=True, text=True).stdout)


def test_an_order_is_charged_and_saved():
    result = run({"ChargeFunction": {"returns": {"paid": True}}, "Save": {"returns": {}}})
    assert result["status"] == "SUCCEEDED"
    assert result["output"] == {"id": "A1", "charge": {"paid": True}}


def test_a_busy_card_is_tried_again():
    busy = {"throws": {"name": "CardBusy", "message": "try later"}}
    charge = {"sequence": [busy, busy, {"returns": {"paid": True}}]}
    result = run({"ChargeFunction": charge, "Save": {"returns": {}}})
    assert result["status"] == "SUCCEEDED"
    assert result["durationSeconds"] == 6


def test_a_declined_card_fails_the_order():
    declined = {"throws": {"name": "CardDeclined", "message": "no funds"}}
    result = run({"ChargeFunction": declined})
    assert (result["status"], result["error"]) == ("FAILED", "CardDeclined")

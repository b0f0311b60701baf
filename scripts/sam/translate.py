"""Translates SAM templates with aws-sam-translator: one JSON template a line on standard input, one result a line on standard output."""

import json
import os
import sys

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
from samtranslator.translator.transform import transform  # noqa: E402


class NoManagedPolicies:
    """The bundled managed policies are enough."""

    def load(self):
        return {}


for line in sys.stdin:
    try:
        result = {"resources": transform(json.loads(line), {}, NoManagedPolicies())["Resources"]}
    except Exception as error:  # every rejection counts, whatever its class
        result = {"error": str(getattr(error, "message", error))}
    print(json.dumps(result))

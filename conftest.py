"""What must hold for every test and every notebook kernel: offline, and no key in sight.

It stands at the root because `pytest notebooks/` does not load tests/conftest.py. Notebook kernels
are processes of their own; they see these settings through the environment.
"""

import os

for name in [name for name in os.environ if name.startswith("OPENAI_")]:
    del os.environ[name]
os.environ.pop("TUTORIAL_MODEL", None)
os.environ["TUTORIAL_OFFLINE"] = "1"

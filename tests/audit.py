"""Ask pip-audit for known vulnerabilities of what is installed, and say how much it could look at.

Exits with 1 if there is one. Where its data cannot be reached, nothing is audited, and that is said.
"""

import json
import subprocess
import sys


def main() -> int:
    command = [sys.executable, "-m", "pip_audit", "--format", "json", "--progress-spinner", "off"]
    done = subprocess.run(command, capture_output=True, text=True)
    try:
        packages = json.loads(done.stdout)["dependencies"]
    except ValueError:
        print(f"pip-audit could not reach its data, so nothing was audited: {done.stderr.strip()[-300:]}")
        return 0
    audited = [package for package in packages if "skip_reason" not in package]
    found = [f"{package['name']} {package['version']}: {known['id']}" for package in audited for known in package["vulns"]]
    print(f"pip-audit looked at {len(audited)} of {len(packages)} packages; for the others it could reach no data.")
    if audited:
        print("\n".join(found) or "It found no known vulnerability in these.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

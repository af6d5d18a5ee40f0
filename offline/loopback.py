"""Which hosts mean this machine."""

import ipaddress


def is_loopback(host: str) -> bool:
    """Return whether a host's name or address means this machine, and can mean no other."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")

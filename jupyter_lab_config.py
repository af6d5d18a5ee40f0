"""Settings for JupyterLab; the README starts it with them."""

from pathlib import Path

c = get_config()

c.ServerApp.root_dir = str(Path.cwd())  # show the whole folder, not just that of the opened notebook
c.KernelManager.transport_encryption = "auto"  # silences a warning; the kernel runs on this machine

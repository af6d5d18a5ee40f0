"""Settings that JupyterLab reads when it is started in this folder, as the README does it."""

c = get_config()

c.LabApp.news_url = None  # no question about news, and nothing fetched
c.LabApp.check_for_updates_class = "jupyterlab.NeverCheckForUpdate"
c.KernelManager.transport_encryption = "auto"  # silences a warning; the kernel runs on this machine

"""Settings of IPython in the browser; IPython finds them under `sys.prefix`."""

c = get_config()

c.InteractiveShellApp.extensions = ["course_kernel"]

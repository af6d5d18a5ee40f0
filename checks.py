"""check_setup() and the checks of the exercises."""

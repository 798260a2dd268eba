"""The command line: options in, text out. One module per command, imported when it is called."""

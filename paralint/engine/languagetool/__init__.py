"""LanguageTool as an optional layer: its findings beside ours, under LTL codes (https://languagetool.org).

One server per run, or one that the user names, speaks HTTP with all worker processes. Nothing here is imported unless
the layer is on, except the small tables of ``options`` and ``rules``.
"""

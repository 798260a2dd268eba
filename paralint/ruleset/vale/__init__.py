"""Vale's dialect: the rules of existing packs load unchanged.

A YAML file that has no key ``paralint`` and extends one of Vale's points is a Vale rule. Its id is the name of its
folder and of its file, ``Google.Passive``. What the points mean follows the source of Vale 3.7:
https://github.com/errata-ai/vale.
"""

"""Runs the cells of a notebook one after the other in the folder it is called in. Argument: the notebook; `without=NAME` hides a package."""

import json
import sys

path, *rest = sys.argv[1:]
for word in rest:
    sys.modules[word.removeprefix("without=")] = None
with open(path, encoding="utf-8") as file:
    book = json.load(file)
names = {"__name__": "__main__"}
for cell in book["cells"]:
    if cell["cell_type"] == "code":
        exec(compile("".join(cell["source"]), f"cell {cell['id']}", "exec"), names)

# The pages that Python-Markdown makes of posts, as MkDocs has it: a list in JSON to a list in JSON.
import json
import sys

import markdown

extensions = ["toc", "tables", "fenced_code", *sys.argv[1:]]
configs = {"pymdownx.arithmatex": {"generic": True}}
pages = []
for post in json.load(sys.stdin):
    pages.append(markdown.markdown(post, extensions=extensions, extension_configs=configs))
json.dump(pages, sys.stdout)

"""Named parameters written `:name`, as Datasette's users write them, in the `$name` that DuckDB knows."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"""'(?:''|[^'])*'            # string
      | "(?:""|[^"])*"            # identifier
      | \$(\w*)\$.*?\$\1\$        # dollar-quoted string
      | --[^\n]*                  # comment to the end of the line
      | /\*.*?\*/                 # comment
      | ::                        # cast
      | (?P<param>:[^\W\d]\w*)    # a parameter
    """,
    re.VERBOSE | re.DOTALL,
)


def dollar_parameters(sql: str) -> str:
    """Return `sql` with every `:name` outside strings, comments and casts written `$name`."""
    return _TOKEN.sub(lambda match: "$" + match["param"][1:] if match["param"] else match[0], sql)

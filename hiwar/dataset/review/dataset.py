"""The whole hand-checked dataset: proposals of all tables and the review folder → published rows."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from hiwar.builders import ids
from hiwar.builders.text.spans import innermost
from hiwar.dataset.review.apply import Open, Reviewed, Rows, apply
from hiwar.dataset.review.columns import KEYS
from hiwar.dataset.review.files import Decision, ReviewError, read_decisions, read_toml

Tables = dict[str, list[dict[str, Any]]]


@dataclass
class Published:
    """The rows of every table after review, and what no live decision covers."""

    tables: Tables
    open: list[Open] = field(default_factory=list)


def review(proposals: Tables, texts: dict[str, str], folder: Path) -> Published:
    """Return the published rows: `proposals` as the decisions under `folder` leave them.

    `texts` are the raw texts by file name. Raises ReviewError for a review file that cannot be read.
    """
    proposals = dict(proposals)
    decisions = read_decisions(folder)
    outcomes: dict[str, Reviewed] = {}
    run = partial(_run, proposals, decisions, outcomes)
    run("articles", lambda row: row)
    raw = {row["article_id"]: texts[row["raw_file"]] for row in outcomes["articles"].rows.values()}
    by_stem = {ids.file_stem(name): (name, text) for name, text in texts.items()}
    run("passages", partial(_passage, by_stem))
    passages = _by_article(outcomes["passages"].rows)
    run("statements", partial(_statement, raw, passages))
    statements = outcomes["statements"].rows
    _drop_orphans(proposals, statements)
    run("attributions", partial(_attribution, raw))
    run("figures", partial(_figure, raw, passages))
    _settle_figures(outcomes["figures"].rows, statements)
    roles = _by_hand(folder / "speaker_roles.toml", "role", partial(_role, raw))
    used = {row["speaker_id"] for row in outcomes["attributions"].rows.values()}
    used |= {role[name] for role in roles for name in ("speaker_id", "organization_id") if role[name]}
    proposals |= {"speakers": [row for row in proposals["speakers"] if row["speaker_id"] in used]}
    live = [decision for decision in decisions if decision.table != "speakers" or decision.id in used]
    _run(proposals, live, outcomes, "speakers", lambda row: row)
    return _published(proposals, decisions, outcomes, roles, _by_hand(folder / "measures.toml", "measure"))


def _run(
    proposals: Tables,
    decisions: list[Decision],
    outcomes: dict[str, Reviewed],
    table: str,
    complete: Any,
) -> None:
    rows = {row[KEYS[table]]: row for row in proposals[table]}
    outcomes[table] = apply(table, rows, decisions, complete)


def _published(
    proposals: Tables,
    decisions: list[Decision],
    outcomes: dict[str, Reviewed],
    roles: list[dict[str, Any]],
    measures: list[dict[str, Any]],
) -> Published:
    tables: Tables = {name: list(outcome.rows.values()) for name, outcome in outcomes.items()}
    _number_passages(tables["passages"])
    for row in tables["passages"]:
        del row["review"]  # decided like the others, but the table has no column for it
    tables["speaker_names"] = _names(proposals, decisions, outcomes["speakers"].rows)
    tables["speaker_roles"] = roles
    tables["measures"] = measures
    tables["reviews"] = [row for outcome in outcomes.values() for row in outcome.reviews]
    return Published(tables, [row for outcome in outcomes.values() for row in outcome.open])


def _names(proposals: Tables, decisions: Iterable[Decision], speakers: Rows) -> list[dict[str, Any]]:
    """A decided speaker has the names that its decision lists; any other those that the builder found."""
    listed = {d.id: d.values["names"] for d in decisions if d.table == "speakers" and "names" in d.values}
    found: dict[str, list[str]] = {}
    for row in proposals["speaker_names"]:
        found.setdefault(row["speaker_id"], []).append(row["name"])
    return [
        {"speaker_id": speaker, "name": name}
        for speaker, row in speakers.items()
        for name in sorted({row["name_ar"], *(listed.get(speaker) or found.get(speaker, []))})
    ]


def _by_hand(path: Path, key: str, complete: Any = lambda row: row) -> list[dict[str, Any]]:
    """Return the rows of a table that is wholly written by hand."""
    if not path.exists():
        return []
    try:
        return [complete(entry) for entry in read_toml(path).get(key, [])]
    except KeyError as missing:
        raise ReviewError(
            f"{path}: an entry has no {missing}, or names an article that is not there"
        ) from None


def _role(raw: dict[str, str], entry: dict[str, Any]) -> dict[str, Any]:
    start = raw[entry["article_id"]].find(entry["role_ar"])
    if start < 0:
        raise ReviewError(f"speaker_roles.toml: «{entry['role_ar']}» does not stand in {entry['article_id']}")
    return {
        "role_id": ids.role_id(entry["article_id"], start),
        "speaker_id": entry["speaker_id"],
        "article_id": entry["article_id"],
        "role_ar": entry["role_ar"],
        "role_en": entry.get("role_en"),
        "organization_id": entry.get("organization_id"),
    }


def _by_article(passages: Rows) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in passages.values():
        found.setdefault(row["article_id"], []).append(row)
    return found


def _holding(passages: dict[str, list[dict[str, Any]]], article: str, at: int) -> str | None:
    return next((p["passage_id"] for p in passages.get(article, []) if p["start"] <= at < p["end"]), None)


def _passage(by_stem: dict[str, tuple[str, str]], row: dict[str, Any]) -> dict[str, Any]:
    raw_file, text = by_stem[row["passage_id"].rpartition(".p")[0]]
    return {"position": 0} | row | {"raw_file": raw_file, "text": text[row["start"] : row["end"]]}


def _statement(
    raw: dict[str, str], passages: dict[str, list[dict[str, Any]]], row: dict[str, Any]
) -> dict[str, Any]:
    article = row["statement_id"].rpartition(".s")[0]
    text = raw[article]
    return row | {
        "article_id": article,
        "passage_id": _holding(passages, article, row["cue_start"]),
        "cue": text[row["cue_start"] : row["cue_end"]],
        "text": text[row["start"] : row["end"]],
    }


def _attribution(raw: dict[str, str], row: dict[str, Any]) -> dict[str, Any]:
    statement = row["attribution_id"].rpartition(".")[0]
    start, end = row["mention_start"], row["mention_end"]
    mention = None if start is None else raw[statement.rpartition(".s")[0]][start:end]
    return row | {"statement_id": statement, "mention": mention}


def _figure(
    raw: dict[str, str], passages: dict[str, list[dict[str, Any]]], row: dict[str, Any]
) -> dict[str, Any]:
    article = row["figure_id"].rpartition(".f")[0]
    text = raw[article]
    return (
        {"statement_id": None}
        | row
        | {
            "article_id": article,
            "passage_id": _holding(passages, article, row["number_start"]),
            "text": text[row["start"] : row["end"]],
            "number": text[row["number_start"] : row["number_end"]],
        }
    )


def _settle_figures(figures: Rows, statements: Rows) -> None:
    """Give each figure the innermost published statement that holds it."""
    spans: dict[str, list[tuple[int, int, str]]] = {}
    for row in statements.values():
        spans.setdefault(row["article_id"], []).append((row["start"], row["end"], row["statement_id"]))
    for row in figures.values():
        held = spans.get(row["article_id"], [])
        row["statement_id"] = innermost(row["number_start"], row["number_end"], held)


def _drop_orphans(proposals: Tables, statements: Rows) -> None:
    """A rejected statement takes its proposed attributions with it."""
    proposals["attributions"] = [
        row for row in proposals["attributions"] if row["statement_id"] in statements
    ]


def _number_passages(passages: list[dict[str, Any]]) -> None:
    passages.sort(key=lambda row: (row["raw_file"], row["start"]))
    place = 0
    for before, row in zip([None, *passages], passages, strict=False):
        place = place + 1 if before and before["raw_file"] == row["raw_file"] else 1
        row["position"] = place

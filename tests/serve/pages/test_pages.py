"""What the pages answer, without a browser."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import duckdb
import pytest
from datasette.app import Datasette

ARTICLE = "001_08b63b4514a026e0.1"
PAGES = (
    "/",
    f"/hiwar/-/article/{ARTICLE}",
    "/hiwar/-/speaker/p.mHmd_cyAE_AlswdAny",
    "/hiwar/-/measure/us_troops_in_iraq",
    "/hiwar/-/speakers",
    "/hiwar/-/measures",
)


async def html(site: Datasette, address: str, status: int = 200) -> str:
    """Return the page at an address."""
    response = await site.client.get(address)
    assert response.status_code == status, address
    return str(response.text)


async def test_every_page_answers(site: Datasette) -> None:
    for address in PAGES:
        assert "<h1" in await html(site, address), address


async def test_every_address_on_our_pages_answers(site: Datasette) -> None:
    found = {
        address.replace("&amp;", "&")
        for page in PAGES
        for address in re.findall(r'href="(/[^"#]*)', await html(site, page))
    }
    assert len(found) > 100
    broken = [address for address in sorted(found) if (await site.client.get(address)).status_code != 200]
    assert not broken


async def test_what_is_unknown_is_not_found(site: Datasette) -> None:
    for kind in ("article", "speaker", "measure"):
        await html(site, f"/hiwar/-/{kind}/no~2Fsuch", 404)
    await html(site, "/nowhere/-/speakers", 404)


async def test_the_five_questions_have_answers(site: Datasette) -> None:
    home = await html(site, "/")
    links = re.findall(r'<li><a href="(/hiwar/[^"]+)" title', home)
    assert len(links) == 5
    for link in links:
        name, _, query = link.replace("&amp;", "&").partition("?")
        response = await site.client.get(f"{name}.json?{query}&_shape=array")
        assert response.json(), link


async def test_spelling_variants_find_the_same(site: Datasette) -> None:
    async def found(word: str) -> list[str]:
        response = await site.client.get(
            "/hiwar/who_said_what.json", params={"about": word, "_shape": "array"}
        )
        return [row["statement_id"] for row in response.json()]

    plain = await found("الاتفاق")
    assert plain == await found("الإتفاق") == await found("الاتّفاق")
    assert any(
        "بهذا الاتفاق" in row or "بھذا الاتفاق" in row
        for row in [await html(site, "/hiwar/who_said_what?about=الإتفاق")]
    )


async def test_robots_stay_out_unless_let_in(serve: Any, published: Path) -> None:
    for metadata, rule in (({}, "Disallow: /"), ({"plugins": {"hiwar": {"robots": "allow"}}}, "Allow: /")):
        async with serve(published, metadata=metadata) as site:
            assert rule in (await site.client.get("/robots.txt")).text.splitlines()
            header = (await site.client.get("/hiwar/statements.json")).headers.get("x-robots-tag")
            assert (header is not None) == (rule == "Disallow: /")


async def test_metadata_has_labels_in_both_languages_and_the_licences(site: Datasette) -> None:
    whole = (await site.client.get("/-/metadata.json")).json()
    table = whole["databases"]["hiwar"]["tables"]["statements"]
    assert table["title"] == "Statements | التصريحات"
    assert table["columns"]["act"].startswith("act | الفعل الكلامي.")
    assert "publishers" in table["license"]
    assert whole["databases"]["hiwar"]["tables"]["raw_texts"]["hidden"]


async def test_a_row_leads_to_its_place_in_the_text(site: Datasette) -> None:
    place = f'href="/hiwar/-/article/{ARTICLE}#s749'
    for table in ("statements", "attributions"):
        assert f'class="in-text" {place}' in await html(site, f"/hiwar/{table}?_size=max"), table
    assert f'{place}"' in await html(site, f"/hiwar/statements/{ARTICLE.replace('.', '~2E')}~2Es749")


async def test_another_database_shows_nothing_of_ours(serve: Any, tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path), config={"storage_compatibility_version": "v1.2.0"}) as con:
        con.execute(
            "CREATE TABLE statements (statement_id VARCHAR PRIMARY KEY); INSERT INTO statements VALUES ('a.s1')"
        )
    async with serve(path) as site:
        for address in ("/", "/other/statements", "/other/statements/a~2Es1"):
            page = await html(site, address)
            assert "static-plugins" not in page
            assert "/-/article" not in page
            assert "<html>" in page
        for address in ("/other/-/speakers", "/robots.txt", "/other/who_said_what"):
            await html(site, address, 404)
        assert "x-robots-tag" not in (await site.client.get("/")).headers


async def test_whoever_may_not_see_a_table_may_not_see_its_page(serve: Any, published: Path) -> None:
    metadata: dict[str, Any] = {"databases": {"hiwar": {"tables": {"passages": {"allow": False}}}}}
    async with serve(published, metadata=metadata) as site:
        await html(site, f"/hiwar/-/article/{ARTICLE}", 403)
        await html(site, "/hiwar/-/measures")


@pytest.mark.parametrize("page", ["0", "-1", "x", "٣", "9999999999999999999999"])
async def test_any_page_number_is_answered(site: Datasette, page: str) -> None:
    for address in PAGES[2:]:
        await html(site, f"{address}?page={page}")


def test_a_plain_datasette_shows_them(published: Path) -> None:
    declared = {point.value for point in entry_points(group="datasette")}
    if "hiwar.serve.pages" not in declared:
        pytest.skip("the package was installed before the pages were declared: install it again")
    for address in (
        "/",
        f"/hiwar/-/article/{ARTICLE}",
        "/-/static-plugins/hiwar/noto-naskh-arabic.LICENSE.txt",
    ):
        command = [sys.executable, "-m", "datasette", "--get", address, str(published)]
        result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert result.returncode == 0, result.stderr
        assert "حوار" in result.stdout or "السوداني" in result.stdout or "SIL OPEN FONT" in result.stdout


async def test_the_search_box_of_a_table_finds_spelling_variants(site: Datasette) -> None:
    async def found(word: str) -> set[str]:
        response = await site.client.get(
            "/hiwar/statements.json", params={"_search": word, "_shape": "array"}
        )
        return {row["statement_id"] for row in response.json()}

    assert await found("الإتفاق") == await found("اتفاق")
    assert "000_55083fa5e2494864.1.s1733" in await found("الإتفاق")


async def test_a_speaker_is_found_by_part_of_a_name(site: Datasette) -> None:
    for words in ("السوداني", "سوداني", "sudani"):
        assert "p.mHmd_cyAE_AlswdAny" in await html(site, f"/hiwar/-/speakers?q={words}")
    assert (
        "<li><a"
        not in (await html(site, "/hiwar/-/speakers?q=%25")).split("<main", 1)[1].split("</main", 1)[0]
    )


async def test_what_a_visitor_writes_is_text(site: Datasette) -> None:
    for words in ("' OR 1=1 --", "<script>", "{{ 7*7 }}", "\\", "%"):
        response = await site.client.get("/hiwar/-/speakers", params={"q": words, "kind": words})
        assert response.status_code == 200
        assert "<script>'" not in response.text
        assert "No speaker" in response.text


async def test_an_error_has_the_style_sheets_and_a_way_home(site: Datasette) -> None:
    for path in ("/hiwar/nosuch", "/hiwar/-/speaker/nosuch"):
        page = await site.client.get(path)
        assert page.status_code == 404
        assert "datasette.css" in page.text
        assert '<a href="/">home</a>' in page.text
    bare = Datasette([], memory=True)
    page = await bare.client.get("/nosuch")
    assert (page.status_code, "datasette.css" in page.text) == (404, False)


async def test_numbers_are_written_as_people_write_them(site: Datasette) -> None:
    page = (await site.client.get("/hiwar/figures_by_source?what=us_troops_in_iraq")).text
    assert "2,500" in page
    assert "2500.0" not in page
    rows = (await site.client.get("/hiwar/figures.json?value=2500&_shape=array&_size=1")).json()
    assert rows[0]["value"] == 2500

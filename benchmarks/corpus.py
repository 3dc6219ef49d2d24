"""A corpus of any size to measure on: the passages of the five texts, recombined.

    python -m benchmarks.corpus FOLDER --articles 1000 [--jsonl]

Public texts are not part of the project, so the measured text is made of the dataset's own: each article is a headline
and passages drawn at random from all five, under a number that no other has. Every other command under `benchmarks/`
also takes any folder of news in its place.
"""

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

RAW = Path(__file__).parents[1] / "dataset" / "raw"
PASSAGES = 9  # body passages an article, on average


def passages() -> tuple[list[str], list[str]]:
    """Return the headlines and the longer lines of the five texts."""
    lines = [
        line.strip() for path in sorted(RAW.glob("*.txt")) for line in path.read_text("utf-8").split("\n")
    ]
    return [line for line in lines if 30 <= len(line) < 120], [line for line in lines if len(line) >= 120]


def articles(count: int, seed: int = 7) -> Iterator[str]:
    """Yield `count` texts, no two alike."""
    chance = random.Random(seed)
    headlines, bodies = passages()
    for number in range(count):
        chosen = chance.choices(bodies, k=chance.randint(PASSAGES - 5, PASSAGES + 5))
        yield "\n".join(
            [chance.choice(headlines), *chosen, f"وقال مصدر إن عدد السفن بلغ {number + 10} سفينة."]
        )


def write(folder: Path, count: int, *, jsonl: bool = False, seed: int = 7) -> int:
    """Write `count` articles into `folder`, as files or as one file of JSON lines; return the bytes of text."""
    folder.mkdir(parents=True, exist_ok=True)
    size = 0
    if jsonl:
        with (folder / "articles.jsonl").open("w", encoding="utf-8") as file:
            for text in articles(count, seed):
                size += len(text.encode())
                file.write(json.dumps({"text": text}, ensure_ascii=False) + "\n")
        return size
    for number, text in enumerate(articles(count, seed)):
        size += (folder / f"article{number:07}.txt").write_bytes(text.encode())
    return size


def main() -> None:
    """Write the corpus and print its size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--jsonl", action="store_true")
    given = parser.parse_args()
    size = write(given.folder, given.articles, jsonl=given.jsonl)
    print(f"{given.articles:,} articles, {size / 1e6:.1f} MB in {given.folder}")


if __name__ == "__main__":
    main()

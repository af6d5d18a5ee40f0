"""What a search costs as a collection grows: python tests/bench_search.py

For 1,000 to 100,000 random vectors of 1,536 numbers: the memory of a numpy matrix, a search in it, the size of an SQLite file
with sqlite-vec, how long it takes to write, and a search in that. Wants a Python whose sqlite3 can load extensions, 2 GB of
memory and 1 GB of disk.
"""

import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import sqlite_vec

SIZE, NEAREST, ROUNDS = 1536, 5, 5
COUNTS = (1_000, 10_000, 100_000)


def main() -> None:
    generator = np.random.default_rng(12)
    print("vectors | numpy MB | numpy ms | file MB | written s | sqlite-vec ms | the same five")
    for count in COUNTS:
        vectors = generator.standard_normal((count, SIZE), dtype=np.float32)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        query = vectors[count // 2] + 0.5 * vectors[0]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "vectors.db"
            started = time.perf_counter()
            db = written(path, vectors)
            writing = time.perf_counter() - started
            in_memory, first = timed(lambda: np.argsort(-(vectors @ query))[:NEAREST])  # noqa: B023
            in_file, second = timed(lambda: nearest(db, query))  # noqa: B023
            size = path.stat().st_size / 1e6
            db.close()
        same = list(first) == second
        print(f"{count:,} | {vectors.nbytes / 1e6:.0f} | {in_memory:.1f} | {size:.0f} | {writing:.1f} | {in_file:.1f} | {same}")


def written(path: Path, vectors: np.ndarray) -> sqlite3.Connection:
    """Write vectors into a new database, and return it."""
    db = sqlite3.connect(path)
    db.enable_load_extension(True)
    sqlite_vec.load(db)
    db.enable_load_extension(False)
    db.execute(f"create virtual table vectors using vec0(vector float[{SIZE}] distance_metric=cosine)")
    db.executemany("insert into vectors(rowid, vector) values (?, ?)", enumerate(vectors))
    db.commit()
    return db


def nearest(db: sqlite3.Connection, query: np.ndarray) -> list[int]:
    """Return the numbers of the nearest vectors, the nearest first."""
    found = db.execute("select rowid from vectors where vector match ? and k = ? order by distance", [query, NEAREST])
    return [number for (number,) in found]


def timed(search: Callable) -> tuple[float, list]:
    """Return how many milliseconds the fastest of some rounds takes, and what it finds."""
    seconds, found = [], []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        found = search()
        seconds.append(time.perf_counter() - started)
    return min(seconds) * 1000, found


if __name__ == "__main__":
    main()

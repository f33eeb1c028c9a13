"""What numpy makes of the same figures: scores, ranks and weight draws, computed and timed the vectorised way.

Usage: engine.py compute DIR CASE    writes scores and ranks beside the figures of a case
       engine.py time DIR CASE       prints a line a way and round: way, seconds
Where numpy has several ways to do it, all are timed and the fastest one counts.
"""
import json
import pathlib
import sys
import time

import numpy as np

SEED = 20211115


def read(folder, case):
    shape = json.loads((folder / f"{case}.json").read_text())
    figures = np.fromfile(folder / f"{case}.values", dtype="<f8")
    values = figures.reshape(shape["points"], shape["targets"])
    weights = np.fromfile(folder / f"{case}.weights", dtype="<f8")
    return values, weights, shape


# --- scoring and ranking: min-max to 0..100, weighted mean with the weights of missing values rescaled, ranks 1 2 2 4 ---


def score_nan(values, weights):
    """Rows are targets; NaN-aware reductions."""
    low = np.nanmin(values, axis=0)
    normal = (values - low) * (100.0 / (np.nanmax(values, axis=0) - low))
    there = ~np.isnan(normal)
    return np.where(there, normal, 0.0) @ weights / (there @ weights)


def score_fmin(values, weights):
    """Rows are points; reductions that pass over NaN, then in place."""
    low = np.fmin.reduce(values, axis=1, keepdims=True)
    high = np.fmax.reduce(values, axis=1, keepdims=True)
    normal = values - low
    normal *= 100.0 / (high - low)
    absent = np.isnan(normal)
    np.copyto(normal, 0.0, where=absent)
    return weights @ normal / (weights.sum() - weights @ absent)


def score_mask(values, weights):
    """Rows are points; the presence as a matrix of doubles, so that both products are BLAS."""
    low = np.fmin.reduce(values, axis=1, keepdims=True)
    high = np.fmax.reduce(values, axis=1, keepdims=True)
    there = values == values
    normal = np.where(there, (values - low) * (100.0 / (high - low)), 0.0)
    return weights @ normal / (weights @ there.astype(np.float64))


def ranks(scores):
    """Competition ranks of canonical scores, best first."""
    keys = -np.round(scores, 9)
    return np.searchsorted(np.sort(keys), keys, side="left") + 1


# --- weight draws: every weight ±25 %, scores and ranks of every draw, 5/50/95 % and mean of the ranks ---


def drawn(values, weights, draws):
    noisy = weights * np.random.default_rng(SEED).uniform(0.75, 1.25, (draws, len(weights)))
    noisy /= noisy.sum(axis=1, keepdims=True)
    return noisy @ values


def ranks_by_two_sorts(scores):
    return (-scores).argsort(axis=1).argsort(axis=1) + 1


def ranks_by_one_sort(scores):
    order = np.argsort(-scores, axis=1)
    places = np.empty_like(order)
    np.put_along_axis(places, order, np.arange(1, scores.shape[1] + 1)[None, :], axis=1)
    return places


def ranks_by_column_sort(scores):
    turned = np.ascontiguousarray(-scores.T)
    return turned.argsort(axis=0).argsort(axis=0).T + 1


def ways(values, weights, shape):
    if "draws" in shape:
        for rank in (ranks_by_two_sorts, ranks_by_one_sort, ranks_by_column_sort):
            yield f"draws and {rank.__name__}", lambda rank=rank: rank(drawn(values, weights, shape["draws"]))
        return
    rows = np.ascontiguousarray(values.T)
    yield score_nan.__name__, lambda: ranks(score_nan(rows, weights))
    yield score_fmin.__name__, lambda: ranks(score_fmin(values, weights))
    yield score_mask.__name__, lambda: ranks(score_mask(values, weights))


def compute(folder, case):
    values, weights, shape = read(folder, case)
    if "draws" in shape:
        scores = weights @ values / weights.sum()
        places = ranks_by_one_sort(drawn(values, weights, shape["draws"]))
        places.mean(axis=0).astype("<f8").tofile(folder / f"{case}.mean-ranks")
    else:
        scores = score_fmin(values, weights)
        others = (score_nan(np.ascontiguousarray(values.T), weights), score_mask(values, weights))
        assert all(np.allclose(scores, other, rtol=0, atol=1e-9) for other in others)
    scores.astype("<f8").tofile(folder / f"{case}.scores")
    ranks(scores).astype("<i4").tofile(folder / f"{case}.ranks")


def timed(folder, case, seconds=1.0, rounds=3):
    values, weights, shape = read(folder, case)
    for way, work in ways(values, weights, shape):
        work()
        for _ in range(rounds):
            started, times = time.perf_counter(), 0
            while time.perf_counter() - started < seconds:
                work()
                times += 1
            print(f"{way}\t{(time.perf_counter() - started) / times:.9f}", flush=True)


if __name__ == "__main__":
    {"compute": compute, "time": timed}[sys.argv[1]](pathlib.Path(sys.argv[2]), sys.argv[3])

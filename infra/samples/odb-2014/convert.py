#!/usr/bin/env python3
"""Turns the published tables of the Open Data Barometer, 2nd edition (2014), into the files of this folder.

usage: convert.py FOLDER      FOLDER holds observations_2014.csv, expected_indicator_2014.csv and ODB-2014-Rankings.csv

Needs Python 3 and nothing else. Writes targets.csv, observations.ndjson, values.csv, expected-entries.csv,
expected-places.csv and expected-figures.csv beside this script; the same input gives the same bytes.
"""

import csv
import json
import sys
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

HERE = Path(__file__).parent
DATASETS = {
    "ODB.2013.D1": "map",
    "ODB.2013.D9": "timetables",
    "ODB.2013.D10": "trade",
    "ODB.2013.D13": "crime",
    "ODB.2013.D16": "contracts",
    "ODB.2013.D4": "census",
    "ODB.2013.D11": "health",
    "ODB.2013.D12": "education",
    "ODB.2013.D14": "environment",
    "ODB.2013.D2": "land",
    "ODB.2013.D5": "budget",
    "ODB.2013.D6": "spending",
    "ODB.2013.D7": "companies",
    "ODB.2013.D8": "legislation",
    "ODB.2013.D15": "elections",
}
CHECKS = {
    "aExists": ("exists", 5),
    "bAvailable": ("online", 10),
    "cMachineReadable": ("machinereadable", 15),
    "dBulk": ("bulk", 15),
    "eFree": ("free", 15),
    "fLicense": ("openlicense", 15),
    "gUpdated": ("uptodate", 10),
    "hSustainable": ("sustainable", 5),
    "iDiscoverable": ("discoverable", 5),
    "jLinked": ("linked", 5),
}
STALE = ("stale", -5)
MEASURES = {
    "readiness.government": "Readiness_Government",
    "readiness.citizens": "Readiness_Citizens",
    "readiness.entrepreneurs": "Readiness_Entrepreneurs",
    "impact.political": "Impact_Political",
    "impact.social": "Impact_Social",
    "impact.economic": "Impact_Economic",
}
NODES = {"readiness": "Readiness", "implementation": "Implementation", "impact": "Impact"}
THEMES = {"innovation": "Datasets_Innovation", "social-policy": "Datasets_Social_Policy", "accountability": "Datasets_Accountability"}
FIGURES = {
    "odb-scaled": "ODB-Scaled",
    "readiness-scaled": "Readiness-Scaled",
    "implementation-scaled": "Implementation-Scaled",
    "impact-scaled": "Impact-Scaled",
}
OBSERVED = "2014-12-31T00:00:00Z"
COLLECTOR = {"id": "odb-2014-expert-survey", "kind": "PERSON"}


def read(folder, name):
    with open(Path(folder) / name, encoding="latin-1", newline="") as file:
        return list(csv.DictReader(file))


def write_csv(name, header, rows):
    with open(HERE / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def canonical(written):
    """The published figure at the nine decimals at which the platform compares."""
    rounded = Decimal(written).quantize(Decimal("1e-9"), ROUND_HALF_UP).normalize()
    return f"{rounded:f}" if rounded else "0"


def answers(row):
    """The points of a published check point as answers: the stale-data penalty is a point of its own."""
    dataset, points = DATASETS[row["Variable"]], int(row["points"])
    check, most = CHECKS[row["check_id"]]
    if points not in (0, most) and (check, points) != ("uptodate", STALE[1]):
        raise ValueError(f"unexpected points: {row}")
    yield f"{dataset}.{check}", "MET" if points == most else "NOT_MET"
    if check == "uptodate":
        yield f"{dataset}.{STALE[0]}", "MET" if points == STALE[1] else "NOT_MET"


def main(folder):
    ranked = sorted(read(folder, "ODB-2014-Rankings.csv"), key=lambda row: (int(row["ODB-Rank"]), row["Country"]))
    # "NA" is Namibia; the ranking table lost it, the observations have it.
    iso2 = {row["Country"]: row["ISO2"].lower() or "na" for row in ranked}
    chinese = {row["id"]: row["name"] for row in csv.DictReader(open(HERE / "names-zh.csv", encoding="utf-8", newline=""))}
    ids = list(iso2.values())

    cells = {place: {} for place in ids}
    for row in read(folder, "observations_2014.csv"):
        cells[iso2[row["Country"]]].update(answers(row))
    for row in ranked:
        cells[iso2[row["Country"]]].update({node: row[column] for node, column in MEASURES.items()})
    columns = list(MEASURES) + [
        f"{dataset}.{check}"
        for dataset in DATASETS.values()
        for name in CHECKS
        for check in ([CHECKS[name][0], STALE[0]] if name == "gUpdated" else [CHECKS[name][0]])
    ]

    write_csv(
        "targets.csv",
        ["id", "name", "name_en", "division_code", "group", "marks", "channels"],
        ([place, chinese[place], country, "", "places", "", ""] for country, place in iso2.items()),
    )
    words = {"MET": "1", "NOT_MET": "0"}
    write_csv(
        "values.csv",
        ["target", *columns],
        ([place, *(words.get(cells[place][column], cells[place][column]) for column in columns)] for place in ids),
    )
    with open(HERE / "observations.ndjson", "w", encoding="utf-8", newline="\n") as file:
        for place in ids:
            for column in columns:
                value = cells[place][column]
                row = {
                    "target": place,
                    "checkPoint": column,
                    "value": value if value in words else json.loads(value),
                    "collector": COLLECTOR,
                    "observedAt": OBSERVED,
                }
                file.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")

    published = [(iso2[row["Country"]], DATASETS[row["Variable"]], row["CalculatedScore"]) for row in read(folder, "expected_indicator_2014.csv")]
    order = {place: position for position, place in enumerate(ids)}
    write_csv("expected-entries.csv", ["target", "node", "score"], sorted(published, key=lambda row: (order[row[0]], row[1])))
    write_csv(
        "expected-places.csv",
        ["target", "score", "rank"],
        ([iso2[row["Country"]], canonical(row["ODB-Score"]), row["ODB-Rank"]] for row in ranked),
    )
    write_csv(
        "expected-figures.csv",
        ["target", "node", "score"],
        (
            [iso2[row["Country"]], node, canonical(row[column])]
            for node, column in {**NODES, **THEMES, **FIGURES}.items()
            for row in ranked
        ),
    )


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])

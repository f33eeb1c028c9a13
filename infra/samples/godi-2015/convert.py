#!/usr/bin/env python3
"""Turns the published tables of the Global Open Data Index 2015 into the files of this folder.

usage: convert.py FOLDER      FOLDER holds targets.csv, observations.csv, expected_*.csv as published

Needs Python 3 and nothing else. Writes targets.csv, observations.ndjson, values.csv, expected-entries.csv and
expected-places.csv beside this script; the same input gives the same bytes.
"""

import csv
import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
VALUES = {"Yes": "MET", "No": "NOT_MET", "Unsure": "UNDETERMINED"}
URL = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?([/?#]([A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?")


def read(folder, name):
    with open(Path(folder) / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_csv(name, header, rows):
    with open(HERE / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def evidence(row):
    """The address when it is one; everything else that the submitter wrote goes into the note."""
    written = row["evidence_url"].strip()
    is_url = URL.fullmatch(written) is not None
    note = [f"source: {written}"] if written and not is_url else []
    note += [f"{label}: {row[key].strip()}" for label, key in (("licence", "licenseurl"), ("format", "format")) if row[key].strip()]
    found = {"url": written} if is_url else {}
    if note:
        found["note"] = "; ".join(note)
    return [found] if found else []


def observation(row):
    result = {
        "target": row["target_id"],
        "checkPoint": f"{row['indicator_id']}.{row['check_id']}",
        "value": VALUES[row["answer"]],
        "collector": {"id": row["submitters"].strip() or "anonymous", "kind": "PERSON"},
        "observedAt": row["timestamp"] + "Z",
    }
    found = evidence(row)
    return result | {"evidence": found} if found else result


def main(folder):
    places = read(folder, "expected_target_scores.csv")
    order = {row["target_id"]: position for position, row in enumerate(places)}
    chinese = {row["id"]: row["name"] for row in read(HERE, "names-zh.csv")}
    english = {row["id"]: row["name"].strip() for row in read(folder, "targets.csv")}

    write_csv(
        "targets.csv",
        ["id", "name", "name_en", "division_code", "group", "marks", "channels"],
        ([place, chinese[place], english[place], "", "places", "", ""] for place in order),
    )
    write_csv(
        "expected-places.csv", ["target", "score", "rank"], ([row["target_id"], row["score"], row["rank"]] for row in places)
    )
    entries = read(folder, "expected_indicator_scores.csv")
    entries.sort(key=lambda row: (order[row["target_id"]], row["indicator_id"]))
    write_csv(
        "expected-entries.csv",
        ["target", "node", "score"],
        ([row["target_id"], row["indicator_id"], row["score"]] for row in entries),
    )
    answers = read(folder, "observations.csv")
    answers.sort(key=lambda row: (order[row["target_id"]], row["indicator_id"], row["check_id"]))
    with open(HERE / "observations.ndjson", "w", encoding="utf-8", newline="\n") as file:
        for row in answers:
            file.write(json.dumps(observation(row), ensure_ascii=False, separators=(",", ":")) + "\n")
    write_csv(
        "values.csv",
        ["target", "checkPoint", "value"],
        ([row["target_id"], f"{row['indicator_id']}.{row['check_id']}", VALUES[row["answer"]]] for row in answers),
    )


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])

#!/usr/bin/python3
"""Compares the spacings that a rival printed with Vernier's, series by series.

usage: agree.py KIND RIVAL_OUTPUT SERIES_CSV

KIND says how to read the rival's output: tsv, csv, unique (a line a series), dcmdump, gdcm, found=SPACING (paths)
or dcm2niix.
Prints one JSON object: of how many series the values agree, differ, are known to one side only, and why.

A series has the pair of PixelSpacing that most of its files have, as Vernier's rules say; where the rival says all there are, any of
them. Ties may go either way. Equal is what differs by no more than 0.0001 of the value.
"""
import collections
import csv
import json
import os
import re
import sys

TOLERANCE = 1e-4
EXAMPLES = 3


def number(text):
    try:
        value = float(text)
    except ValueError:
        return None
    return value if 0 < value < float("inf") else None


def pairs(text):
    """The pairs (row spacing, column spacing) that a PixelSpacing, or several behind each other, makes."""
    numbers = [number(part) for part in text.split("\\")]
    found = list(zip(numbers[::2], numbers[1::2]))
    return [pair for pair in found if None not in pair]


def read_tsv(file):
    for line in file:
        if not line.startswith("#"):
            uid, _, spacing = line.rstrip("\n").partition("\t")
            yield uid, spacing


def read_csv(file):
    for row in csv.DictReader(file):
        yield row["SeriesInstanceUID"], row["PixelSpacing"]


def read_dcmdump(file):
    """A line for each file, then its elements; those with a path in front of their tag are nested."""
    uid, spacing, begun = "", "", False
    for line in file:
        element = re.match(r"\(([0-9a-f]{4},[0-9a-f]{4})\) \S\S (?:\[(.*)\])?", line)
        if line.startswith("# dcmdump"):
            if begun:
                yield uid, spacing
            uid, spacing, begun = "", "", True
        elif element and element.group(1) == "0020,000e":
            uid = element.group(2) or ""
        elif element and element.group(1) == "0028,0030":
            spacing = element.group(2) or ""
    if begun:
        yield uid, spacing


def read_gdcm(file):
    uid, spacing, begun = "", "", False
    for line in file:
        element = re.match(r"\(([0-9a-f]{4},[0-9a-f]{4})\) -> \[(.*)\]", line)
        if line.startswith("Filename: "):
            if begun:
                yield uid, spacing
            uid, spacing, begun = "", "", True
        elif element and element.group(1) == "0020,000e":
            uid = element.group(2)
        elif element and element.group(1) == "0028,0030":
            spacing = element.group(2)
    if begun:
        yield uid, spacing


READERS = {"tsv": read_tsv, "csv": read_csv, "unique": read_csv, "dcmdump": read_dcmdump, "gdcm": read_gdcm}


def rivals_series(kind, path):
    """The pairs that a series may have by the rival's output: the most frequent ones, or all of them."""
    counts = collections.defaultdict(collections.Counter)
    with open(path, newline="", encoding="utf-8", errors="replace") as file:
        for uid, spacing in READERS[kind](file):
            uid = uid.strip(" \0")
            if uid:
                counts[uid].update(pairs(spacing))
    series = {}
    for uid, counter in counts.items():
        most = max(counter.values(), default=0)
        series[uid] = [pair for pair, count in counter.items() if kind == "unique" or count == most]
    return series


def same(a, b):
    return abs(a - b) <= TOLERANCE * max(a, b)


def compare(ours, theirs):
    result = {"agree": 0, "differ": 0, "oursOnly": 0, "theirsOnly": 0}
    why = collections.Counter()
    examples = []
    for uid, row in ours.items():
        x, y = number(row["x"] or ""), number(row["y"] or "")
        pairs_of_rival = theirs.pop(uid, [])
        if x is None and not pairs_of_rival:
            result["agree"] += 1
        elif x is None:
            result["theirsOnly"] += 1
            why["%s, in-plane spacing not accepted by Vernier" % row["status"]] += 1
        elif not pairs_of_rival:
            result["oursOnly"] += 1
            nested = int(row["frames"]) > int(row["instances"])
            why["multi-frame: the rival was asked for the top level only" if nested else "none at the top level"] += 1
        elif any(same(y, rows) and same(x, columns) for rows, columns in pairs_of_rival):
            result["agree"] += 1
        else:
            result["differ"] += 1
            why["values differ (%s)" % row["xy_source"]] += 1
            examples.append("%s: %s\\%s, rival %s" % (uid, row["y"], row["x"], pairs_of_rival[:2]))
    for uid, pairs_of_rival in theirs.items():
        if pairs_of_rival:
            result["theirsOnly"] += 1
            why["a series that Vernier does not have"] += 1
            examples.append(uid)
    result["why"] = "; ".join("%d %s" % (count, reason) for reason, count in why.most_common())
    for example in examples[:EXAMPLES]:
        print("  " + example, file=sys.stderr)
    return result


def compare_found(ours, path, value):
    """dicomfind prints paths only, of the files that have the spacing asked for: folders of the synthetic set are named by series."""
    with open(path, encoding="utf-8", errors="replace") as file:
        found = {os.path.basename(os.path.dirname(line)) for line in file}
    known = {uid for uid, row in ours.items() if any(same(number(row[axis] or "") or 0, value) for axis in "xy")}
    return {
        "agree": len(ours.keys() - (known ^ found)),
        "differ": 0,
        "oursOnly": len(known - found),
        "theirsOnly": len(found - known),
        "why": "prints paths, no values: asked for %s, it compares text (0.46875000 is another) at the top level only" % value,
    }


def compare_count(ours, path):
    """dcm2niix prints how many files it took for DICOM, no spacing."""
    with open(path, encoding="utf-8", errors="replace") as file:
        found = re.search(r"^Found (\d+) DICOM", file.read(), re.MULTILINE)
    files = sum(int(row["files"]) for row in ours.values())
    taken = int(found.group(1)) if found else 0
    why = "prints no values: took %d files for DICOM, Vernier has %d in series" % (taken, files)
    return {"agree": 0, "differ": 0, "oursOnly": 0, "theirsOnly": 0, "why": why}


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    kind, output, series_csv = sys.argv[1:]
    with open(series_csv, newline="", encoding="utf-8") as file:
        ours = {row["series_uid"]: row for row in csv.DictReader(file)}
    if kind.startswith("found="):
        result = compare_found(ours, output, float(kind[6:]))
    elif kind == "dcm2niix":
        result = compare_count(ours, output)
    else:
        result = compare(ours, rivals_series(kind, output))
    print(json.dumps(result))


if __name__ == "__main__":
    main()

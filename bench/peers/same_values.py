#!/usr/bin/python3
"""Compares the values that dicomtocsv printed with those of a Vernier index, instance by instance.

usage: same_values.py INDEX.csv RIVAL.csv FRAMES.csv

Prints one line and ends with 0 if all values of all instances that the rival has are the same, or with 1 and examples. Numbers are the same
if they are equal, other values if their text is, without padding. Two kinds are counted only: what the index has in its column unparsed is no
value; and of multi-frame files, which are those that have NumberOfFrames in FRAMES.csv, another index, the rival takes what is not at the top
level from the first frame.
"""
import collections
import csv
import sys

KEY = "SOPInstanceUID"
NUMBERS = {"InstanceNumber", "SliceThickness", "ImagePositionPatient", "Rows", "PixelSpacing"}
EXAMPLES = 5


def number(text):
    try:
        return float(text)
    except ValueError:
        return text.strip(" \0")


def value(tag, text):
    if tag in NUMBERS:
        return tuple(number(part) for part in text.split("\\")) if text.strip(" \0") else ()
    return text.strip(" \0").replace("-", "") if tag == "StudyDate" else text.strip(" \0")


def rows(path):
    """By UID, the rows of its files, and the columns."""
    found = collections.defaultdict(list)
    with open(path, newline="", encoding="utf-8", errors="replace") as file:
        reader = csv.DictReader(file)
        for row in reader:
            if row[KEY]:
                found[row[KEY].strip(" \0")].append(row)
    return found, reader.fieldnames


def differences(ours, theirs, tags, multi_frame):
    """Of one file: the tags whose values differ, and how many are counted only."""
    differ, counted = [], 0
    for tag in tags:
        if not ours[tag] and theirs[tag] and (multi_frame or tag + "=" in ours["unparsed"]):
            counted += 1
        elif value(tag, ours[tag]) != value(tag, theirs[tag]):
            differ.append("%s: %r, rival %r" % (tag, ours[tag], theirs[tag]))
    return differ, counted


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    theirs, tags = rows(sys.argv[2])
    ours, _ = rows(sys.argv[1])
    multi_frame = {uid for uid, files in rows(sys.argv[3])[0].items() if any(file["NumberOfFrames"] for file in files)}
    compared, counted, wrong = 0, 0, []
    for uid, files in theirs.items():
        candidates = ours.get(uid, [])
        if not candidates:
            wrong.append("%s is not in the index" % uid)
        for file in files if candidates else []:
            # Several files may have one UID: any of them will do.
            differ, none = min((differences(each, file, tags, uid in multi_frame) for each in candidates), key=lambda each: len(each[0]))
            compared += 1
            counted += none
            wrong.extend("%s, %s" % (uid, each) for each in differ)
    if wrong or not compared:
        print("%d files compared, %d differences" % (compared, len(wrong)))
        for each in wrong[:EXAMPLES]:
            print("  " + each, file=sys.stderr)
        sys.exit(1)
    only = sum(len(files) for uid, files in ours.items() if uid not in theirs)
    print(
        "%d values of %d files are the same; %d more are no values to the index, or of a first frame; %d files are in the index only"
        % (compared * len(tags) - counted, compared, counted, only)
    )


if __name__ == "__main__":
    main()

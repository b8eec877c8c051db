#!/usr/bin/python3
"""The scan that people write with pydicom. Prints SeriesInstanceUID and PixelSpacing of every DICOM file, with a tab between.

usage: pydicom_scan.py fast|notebook FOLDER

fast      header only and these tags only, on two processes
notebook  whole files, one after the other, as notebooks do it
"""
import multiprocessing
import os
import sys

import pydicom

TAGS = ["SeriesInstanceUID", "PixelSpacing", "ImagePositionPatient", "ImageOrientationPatient", "SliceThickness"]


def files(folder):
    for parent, _, names in os.walk(folder):
        for name in names:
            yield os.path.join(parent, name)


def line(dataset):
    spacing = dataset.get("PixelSpacing")
    dataset.get("ImagePositionPatient")  # a scan needs it as well: pydicom converts a value when it is asked for
    return "%s\t%s" % (dataset.get("SeriesInstanceUID", ""), "\\".join(str(x) for x in spacing or ()))


def fast(path):
    try:
        return line(pydicom.dcmread(path, stop_before_pixels=True, specific_tags=TAGS))
    except Exception:  # whatever pydicom throws at files that are no DICOM
        return None


def notebook(path):
    try:
        return line(pydicom.dcmread(path))
    except Exception:
        return None


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ("fast", "notebook"):
        sys.exit(__doc__)
    if sys.argv[1] == "fast":
        with multiprocessing.Pool(2) as pool:
            lines = pool.map(fast, list(files(sys.argv[2])), chunksize=32)
    else:
        lines = [notebook(path) for path in files(sys.argv[2])]
    for text in lines:
        if text is not None:
            print(text)


if __name__ == "__main__":
    main()

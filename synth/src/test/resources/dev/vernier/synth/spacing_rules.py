"""Finds the spacing of every series below a folder, by pydicom and spacing.md sections 2 to 5 alone.

Usage: spacing_rules.py SERIES_FOLDER; prints series_uid,x,y,z,status and then one line a DICOM file:
path,SOPInstanceUID,rows,columns,bytes before the pixels, bytes of pixels.
"""
import math
import os
import sys
from collections import Counter, defaultdict

import pydicom
from pydicom.errors import InvalidDicomError


def numbers(value):
    return None if value is None else tuple(float(v) for v in value)


def mode(values):
    values = [v for v in values if v is not None]
    if not values:
        return None
    counts = Counter(values)
    best = max(counts.values())
    return min(v for v in counts if counts[v] == best)


def image(sop, source, measures, position, orientation):
    """Geometry of one slice or frame; PixelSpacing is (y, x)."""
    return {
        "sop": sop,
        "size": (source.Rows, source.Columns),
        "spacing": numbers(measures.get("PixelSpacing")),
        "sbs": measures.get("SpacingBetweenSlices"),
        "st": measures.get("SliceThickness"),
        "position": numbers(position.ImagePositionPatient),
        "orientation": numbers(orientation.ImageOrientationPatient),
    }


def frames(ds):
    shared = ds.SharedFunctionalGroupsSequence[0]
    assert len(ds.PerFrameFunctionalGroupsSequence) == ds.NumberOfFrames
    for frame in ds.PerFrameFunctionalGroupsSequence:
        def group(name):
            return (frame if name in frame else shared)[name].value[0]

        yield image(ds.SOPInstanceUID, ds, group("PixelMeasuresSequence"), group("PlanePositionSequence"),
                    group("PlaneOrientationSequence"))


def winning_stack(images):
    stacks = defaultdict(list)
    for i in images:
        stacks[i["size"], i["orientation"], i["spacing"]].append(i)
    for key in [k for k in stacks if k[2] is None]:
        with_spacing = [k for k in stacks if k[:2] == key[:2] and k[2] is not None]
        if with_spacing:
            stacks[max(with_spacing, key=lambda k: len(stacks[k]))] += stacks.pop(key)
    return max(stacks.values(), key=lambda s: (len({i["position"] for i in s}), len(s)))


def gaps(stack):
    r = stack[0]["orientation"][:3]
    c = stack[0]["orientation"][3:]
    n = (r[1] * c[2] - r[2] * c[1], r[2] * c[0] - r[0] * c[2], r[0] * c[1] - r[1] * c[0])
    length = math.sqrt(sum(v * v for v in n))
    along = sorted(sum(p * v for p, v in zip(i["position"], n)) / length for i in stack)
    merged = along[:1]
    for d in along[1:]:
        if d - merged[-1] >= 1e-3:
            merged.append(d)
    return [b - a for a, b in zip(merged, merged[1:])]


def tolerance(gap):
    return max(0.01 * gap, 0.01)


def z_and_status(stack):
    found = gaps(stack)
    if not found:
        st = mode([i["st"] for i in stack])
        sbs = mode([i["sbs"] for i in stack])
        stated = sbs is not None and (st is None or st / 4 <= abs(sbs) <= 3 * st)
        return (abs(sbs) if stated else st), "SINGLE_SLICE"
    windows = [[h for h in sorted(found) if g <= h <= g + tolerance(g)] for g in sorted(found)]
    cluster = max(windows, key=len)
    middle = len(cluster) // 2
    z = cluster[middle] if len(cluster) % 2 else (cluster[middle - 1] + cluster[middle]) / 2
    z = round(z, 4)
    others = [g for g in found if not cluster[0] <= g <= cluster[-1]]
    if not others:
        return z, "REGULAR"
    missing = all(any(abs(g - k * z) <= tolerance(z) for k in range(2, 21)) for g in others)
    return z, "MISSING_SLICES" if missing else "OTHER"


def text(value):
    return "" if value is None else ("%.6f" % value).rstrip("0").rstrip(".")


def main(root):
    series = defaultdict(dict)
    files = []
    for folder, _, names in os.walk(root):
        for name in names:
            path = os.path.join(folder, name)
            try:
                ds = pydicom.dcmread(path, stop_before_pixels=True)
            except InvalidDicomError:
                continue
            multi = "PerFrameFunctionalGroupsSequence" in ds
            images = list(frames(ds)) if multi else [image(ds.SOPInstanceUID, ds, ds, ds, ds)]
            earlier = series[ds.SeriesInstanceUID].setdefault(ds.SOPInstanceUID, images)
            assert earlier == images, path
            assert ds.file_meta.MediaStorageSOPInstanceUID == ds.SOPInstanceUID
            files.append((os.path.relpath(path, root), ds.SOPInstanceUID))
    for uid in sorted(series):
        stack = winning_stack([i for images in series[uid].values() for i in images])
        spacing = mode([i["spacing"] for i in stack]) or (None, None)
        z, status = z_and_status(stack)
        print(",".join(["series", uid, text(spacing[1]), text(spacing[0]), text(z), status]))
    for path, sop in files:
        print(",".join(["file", path, sop]))


main(sys.argv[1])

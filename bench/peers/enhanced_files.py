#!/usr/bin/env python3
"""enhanced_files.py FOLDER COUNT axial|oblique FILES_A_SERIES: writes enhanced CT files of 100 frames each, 1,000 to a folder.

For measuring what a scan keeps of frames. The files differ in their UIDs only.
"""
import os
import struct
import sys

FRAMES = 100
GAP_MM = 1.25
ENHANCED_CT = "1.2.840.10008.5.1.4.1.1.2.1"
EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1"
SERIES = "1.2.826.0.1.3680043.8.498.9.%012d"
INSTANCE = "1.2.826.0.1.3680043.8.498.8.%012d"


def element(group, number, vr, value):
    if isinstance(value, str):
        value = value.encode("ascii")
    if len(value) % 2:
        value += b"\0" if vr == "UI" else b" "
    tag = struct.pack("<HH2s", group, number, vr.encode("ascii"))
    if vr in ("SQ", "OW"):
        return tag + struct.pack("<HI", 0, len(value)) + value
    return tag + struct.pack("<H", len(value)) + value


def sequence(group, number, items):
    return element(group, number, "SQ", b"".join(struct.pack("<HHI", 0xFFFE, 0xE000, len(each)) + each for each in items))


def frame(index, oblique):
    d = index * GAP_MM
    position = (-100 - 0.17 * d, -90 + 0.06 * d, -50 + 0.98 * d) if oblique else (-100, -90, -50 + d)
    return sequence(0x0020, 0x9113, [element(0x0020, 0x0032, "DS", "%.6f\\%.6f\\%.6f" % position)])


def enhanced_ct(oblique):
    orientation = r"0.98\0.1\0.17\-0.09\0.99\-0.07" if oblique else r"1\0\0\0\1\0"
    shared = sequence(0x0020, 0x9116, [element(0x0020, 0x0037, "DS", orientation)]) + sequence(
        0x0028, 0x9110, [element(0x0018, 0x0050, "DS", "1.5") + element(0x0028, 0x0030, "DS", r"0.7\0.5")]
    )
    data_set = b"".join(
        [
            element(0x0008, 0x0016, "UI", ENHANCED_CT),
            element(0x0008, 0x0018, "UI", INSTANCE % 0),
            element(0x0008, 0x0060, "CS", "CT"),
            element(0x0020, 0x000E, "UI", SERIES % 0),
            element(0x0028, 0x0008, "IS", str(FRAMES)),
            element(0x0028, 0x0010, "US", struct.pack("<H", 512)),
            element(0x0028, 0x0011, "US", struct.pack("<H", 512)),
            sequence(0x5200, 0x9229, [shared]),
            sequence(0x5200, 0x9230, [frame(i, oblique) for i in range(FRAMES)]),
            element(0x7FE0, 0x0010, "OW", b"\0\0"),
        ]
    )
    meta = element(0x0002, 0x0002, "UI", ENHANCED_CT) + element(0x0002, 0x0010, "UI", EXPLICIT_LITTLE_ENDIAN)
    return b"\0" * 128 + b"DICM" + element(0x0002, 0x0000, "UL", struct.pack("<I", len(meta))) + meta + data_set


def main():
    folder, count, shape, files_a_series = sys.argv[1], int(sys.argv[2]), sys.argv[3], int(sys.argv[4])
    template = enhanced_ct(shape == "oblique")
    for i in range(count):
        below = os.path.join(folder, "%03d" % (i // 1000))
        os.makedirs(below, exist_ok=True)
        data = template.replace((INSTANCE % 0).encode(), (INSTANCE % i).encode())
        data = data.replace((SERIES % 0).encode(), (SERIES % (i // files_a_series)).encode())
        with open(os.path.join(below, "%06d.dcm" % i), "wb") as file:
            file.write(data)


if __name__ == "__main__":
    main()

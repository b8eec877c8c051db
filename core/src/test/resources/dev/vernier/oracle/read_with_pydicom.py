"""Reads attributes of many files with pydicom.

usage: read_with_pydicom.py ATTRIBUTES FILES | --version

ATTRIBUTES: lines "52009229/00289110/00280030 NUMBER"; FILES: one path a line. Prints, file by file,
"value INDEX HEX" for each occurrence of an attribute (HEX: UTF-8), "damaged" if pydicom complained, and "end INDEX".
"""
import math
import sys

import pydicom
from pydicom.multival import MultiValue


def occurrences(dataset, path):
    """The values of a path, in the order of the file."""
    if path[0] not in dataset:
        return
    value = dataset[path[0]].value
    if len(path) == 1:
        yield value
    elif isinstance(value, pydicom.Sequence):
        for item in value:
            yield from occurrences(item, path[1:])


def text(value, kind):
    """One value in the spelling of the protocol: components joined by backslashes."""
    if value is None:
        return ''
    components = value if isinstance(value, (MultiValue, list)) else [value]
    if kind != 'NUMBER':
        return '\\'.join(str(component) for component in components)
    return '\\'.join('' if component is None or component == '' else spelled(component) for component in components)


def spelled(component):
    """A number as Java reads it; what pydicom takes for no number, as the file has it."""
    try:
        number = float(component)
        return repr(number) if math.isfinite(number) else str(component)
    except (TypeError, ValueError):
        return str(component)


def read(file, attributes):
    try:
        dataset = pydicom.dcmread(file, stop_before_pixels=True, force=True)
    except Exception:
        print('damaged')
        return
    for index, (path, kind) in enumerate(attributes):
        source = dataset.file_meta if path[0] >> 16 == 2 else dataset
        try:
            for value in occurrences(source, path):
                print('value', index, text(value, kind).encode('utf-8', 'surrogateescape').hex())
        except Exception as refused:
            print('value', index, ('?' + type(refused).__name__).encode().hex())


def main():
    if sys.argv[1] == '--version':
        print(pydicom.__version__)
        return
    with open(sys.argv[1]) as lines:
        attributes = [([int(tag, 16) for tag in line.split()[0].split('/')], line.split()[1]) for line in lines]
    with open(sys.argv[2]) as lines:
        files = lines.read().splitlines()
    for index, file in enumerate(files):
        read(file, attributes)
        print('end', index, flush=True)


main()

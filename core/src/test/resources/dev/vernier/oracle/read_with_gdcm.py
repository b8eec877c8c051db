"""Reads attributes of many files with gdcm.

usage: read_with_gdcm.py ATTRIBUTES FILES | --version

ATTRIBUTES: lines "52009229/00289110/00280030 NUMBER"; FILES: one path a line. Prints, file by file,
"value INDEX HEX" for each occurrence of an attribute (HEX: ISO 8859-1), "damaged" if gdcm complained, and "end INDEX".
"""
import struct
import sys

import gdcm

BINARY = {'US': 'H', 'SS': 'h', 'UL': 'I', 'SL': 'i', 'FL': 'f', 'FD': 'd'}


def tag(number):
    return gdcm.Tag(number >> 16, number & 0xFFFF)


def occurrences(dataset, path):
    """The elements of a path, in the order of the file."""
    if not dataset.FindDataElement(tag(path[0])):
        return
    element = dataset.GetDataElement(tag(path[0]))
    if len(path) == 1:
        yield element
        return
    if element.IsEmpty():
        return
    items = element.GetValueAsSQ()
    for number in range(items.GetNumberOfItems() if items else 0):
        yield from occurrences(items.GetItem(number + 1).GetNestedDataSet(), path[1:])


def text(element, number):
    """One value in the spelling of the protocol: components joined by backslashes."""
    value = element.GetByteValue()
    if value is None:
        return b''
    data = value.GetBuffer().encode('utf-8', 'surrogateescape')
    stated = str(element.GetVR())
    vr = stated if stated != 'UN' and stated != '??' else dictionary_vr(number)
    if vr not in BINARY:
        return data
    count = len(data) // struct.calcsize(BINARY[vr])
    numbers = struct.unpack_from('<%d%s' % (count, BINARY[vr]), data)
    return '\\'.join(repr(float(number)) for number in numbers).encode()


def dictionary_vr(number):
    return str(gdcm.Global.GetInstance().GetDicts().GetDictEntry(tag(number)).GetVR())


def read(file, attributes):
    reader = gdcm.Reader()
    reader.SetFileName(file)
    whole = reader.ReadUpToTag(gdcm.Tag(0x7FE0, 0x0000))
    for index, (path, kind) in enumerate(attributes):
        meta = path[0] >> 16 == 2
        source = reader.GetFile().GetHeader() if meta else reader.GetFile().GetDataSet()
        for element in occurrences(source, path):
            print('value', index, text(element, path[-1]).hex())
    if not whole:
        print('damaged')


def main():
    if sys.argv[1] == '--version':
        print(gdcm.Version.GetVersion())
        return
    gdcm.Trace.WarningOff()
    gdcm.Trace.ErrorOff()
    with open(sys.argv[1]) as lines:
        attributes = [([int(tag, 16) for tag in line.split()[0].split('/')], line.split()[1]) for line in lines]
    with open(sys.argv[2]) as lines:
        files = lines.read().splitlines()
    for index, file in enumerate(files):
        read(file, attributes)
        print('end', index, flush=True)


main()

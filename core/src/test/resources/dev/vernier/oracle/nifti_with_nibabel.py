"""Writes NIfTI and Analyze files with nibabel, then says what nibabel reads in them and in all others of a folder.

usage: nifti_with_nibabel.py FOLDER SEED

Prints "NAME CLASS columns rows slices x y z UNIT" for each header; UNIT is that of the header, spacings are as the header has them.
"""
import os
import sys

import nibabel
import numpy

KINDS = [
    (nibabel.Nifti1Image, '.nii'),
    (nibabel.Nifti1Image, '.nii.gz'),
    (nibabel.Nifti1Pair, '.hdr'),
    (nibabel.Nifti2Image, '.nii'),
    (nibabel.Nifti2Image, '.nii.gz'),
    (nibabel.Nifti2Pair, '.hdr'),
    (nibabel.Spm99AnalyzeImage, '.hdr'),
]


def write(folder, random):
    for number in range(70):
        kind, ending = KINDS[number % len(KINDS)]
        shape = tuple(random.integers(2, 9, size=random.integers(2, 6)))
        zooms = random.choice([0.46875, 0.8, 1.2, 5.0, 0.410156, 2.5e-3], size=len(shape))
        data = random.integers(0, 99, size=shape).astype(numpy.int16)
        header = kind.header_class(endianness=random.choice(['<', '>']))
        image = kind(data, None, header)
        image.header.set_zooms(zooms)
        if 'Nifti' in kind.__name__:
            image.header.set_xyzt_units(random.choice(['meter', 'mm', 'micron', 'unknown']), 'sec')
            if number % 3 == 0:
                spacings = (list(zooms) + [1.0])[:3]
                image.set_sform(nibabel.affines.from_matvec(numpy.diag(spacings), [-10.0, 20.0, 30.5]), 1)
                image.header.set_zooms(zooms)
        nibabel.save(image, os.path.join(folder, 'nibabel%02d%s' % (number, ending)))


def say(folder):
    for name in sorted(os.listdir(folder)):
        if not name.endswith(('.nii', '.nii.gz', '.hdr')):
            continue
        image = nibabel.load(os.path.join(folder, name))
        shape = (list(image.shape) + [1, 1])[:3]
        zooms = (list(image.header.get_zooms()) + [float('nan')] * 2)[:3]
        nifti = 'Nifti' in type(image).__name__
        unit = image.header.get_xyzt_units()[0] if nifti else 'none'
        print(name, 'nifti' if nifti else 'analyze', *shape, *['%.9g' % zoom for zoom in zooms], unit)


write(sys.argv[1], numpy.random.default_rng(int(sys.argv[2])))
say(sys.argv[1])

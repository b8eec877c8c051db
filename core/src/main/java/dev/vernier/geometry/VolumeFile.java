package dev.vernier.geometry;

import dev.vernier.nifti.NiftiHeader;

/**
 * A file of several frames as a scan keeps it until the series is judged: what it says once, and its planes. Immutable.
 *
 * @param header what it says once
 * @param planes at least one: a frame each, or one for the whole file where its frames are not told apart
 */
record VolumeFile(VolumeHeader header, ImagePlanes planes) {

    private static final int X = 0;
    private static final int Y = 1;
    private static final int Z = 2;
    private static final int AXES = 3;

    /** The volume that a file is, null if it is a slice. Its planes must be resolved. */
    static VolumeFile of(GeometryElements file) {
        VolumeKind kind = kindOf(file);
        if (kind == null) {
            return null;
        }
        ImagePlanes planes = new ImagePlanes();
        if (file.frames() == 1) {
            planes.add(file, file.plane);
        } else if (kind == VolumeKind.DOSE_GRID) {
            addOffsets(file, planes);
        } else if (file.groups.present()) {
            addFrames(file, planes);
        } else {
            planes.add(file, file.plane);
        }
        planes.trim();
        boolean toPatient = kind != VolumeKind.SLIDE;
        VolumeHeader header =
                new VolumeHeader(kind, file.frames(), slices(file, kind), file.concatenation, toPatient, null);
        return new VolumeFile(header, planes);
    }

    /** Null for a slice, or a mosaic of slices. */
    private static VolumeKind kindOf(GeometryElements file) {
        SopClass kind = file.kind();
        boolean grouped = file.groups.present();
        if (file.slide || kind == SopClass.SLIDE) {
            return VolumeKind.SLIDE;
        }
        boolean nuclear = kind == SopClass.NUCLEAR_MEDICINE
                || kind == SopClass.UNKNOWN && file.modality == SopClass.NUCLEAR_MEDICINE;
        if (nuclear && !grouped && file.nmFrames.areProjections()) {
            return VolumeKind.NM_PROJECTIONS; // those of one frame as well
        }
        if (file.frames() == 1 && file.concatenation == 0) {
            return null;
        }
        if (kind == SopClass.RT_DOSE || kind == SopClass.UNKNOWN && file.gridOffsetCount > 0) {
            return VolumeKind.DOSE_GRID;
        }
        if (kind == SopClass.ULTRASOUND || !grouped && file.modality == SopClass.ULTRASOUND) {
            boolean slices = !Double.isNaN(file.plane.spacingBetweenSlicesMm) && !file.timed;
            return slices ? VolumeKind.ATTRIBUTES_ONLY : VolumeKind.CINE;
        }
        if (kind == SopClass.CINE || !grouped && file.modality == SopClass.CINE) {
            return VolumeKind.CINE;
        }
        if (grouped) {
            return VolumeKind.FRAMES;
        }
        return nuclear && file.nmFrames.areReconstructed() ? VolumeKind.NM_RECONSTRUCTION : VolumeKind.ATTRIBUTES_ONLY;
    }

    private static int slices(GeometryElements file, VolumeKind kind) {
        if (kind != VolumeKind.NM_RECONSTRUCTION) {
            return StackSpacing.UNKNOWN_COUNT;
        }
        if (file.statedSlices > 0) {
            return file.statedSlices;
        }
        // Frames of a gated reconstruction are slices times moments.
        return file.nmFrames == NmFrames.RECON_TOMO ? file.frames() : StackSpacing.UNKNOWN_COUNT;
    }

    private static void addFrames(GeometryElements file, ImagePlanes planes) {
        for (int i = 0; i < file.groups.frames(); i++) {
            planes.add(file, file.groups.frame(i));
        }
        if (file.groups.frames() == 0) {
            Plane shared = new Plane();
            shared.fallBackToAllButPlace(file.groups.shared()); // no frame has a place of its own
            planes.add(file, shared);
        }
    }

    private static void addOffsets(GeometryElements file, ImagePlanes planes) {
        for (int i = 0; i < file.gridOffsetCount; i++) {
            file.plane.sliceLocationMm = file.gridOffsetsMm()[i];
            planes.add(file, file.plane);
        }
        if (file.gridOffsetCount == 0) {
            file.plane.sliceLocationMm = Double.NaN;
            planes.add(file, file.plane);
        }
    }

    /** A NIfTI file: x, y and z are pixdim's (spacing.md §7), z as SpacingBetweenSlices of its only plane. */
    static VolumeFile of(NiftiHeader header) {
        Plane plane = new Plane();
        if (!Double.isNaN(header.spacingMm(X)) && !Double.isNaN(header.spacingMm(Y))) {
            plane.spacing(header.spacingMm(Y), header.spacingMm(X), XySource.NIFTI_PIXDIM);
        }
        plane.spacingBetweenSlices(header.spacingMm(Z));
        plane.orientation(header.directions(), Plane.COSINES);
        ImagePlanes planes = new ImagePlanes();
        planes.add(new Grid(header.size(Y), header.size(X)), plane);
        VolumeHeader.Nifti nifti = new VolumeHeader.Nifti(
                header.moments(), header.dimensions() > Z, header.isUnitStated(), affineDifference(header));
        int frames = (int) Math.min((long) header.size(Z) * header.moments(), Integer.MAX_VALUE);
        return new VolumeFile(new VolumeHeader(VolumeKind.NIFTI, frames, header.size(Z), 0, true, nifti), planes);
    }

    /** The largest difference of an axis, as a fraction of what pixdim says. */
    private static double affineDifference(NiftiHeader header) {
        double largest = 0;
        for (int axis = 0; axis < AXES; axis++) {
            double stated = header.spacingMm(axis);
            double difference = Math.abs(header.affineSpacingMm(axis) - stated) / stated; // NaN where one is not known
            largest = difference > largest ? difference : largest;
        }
        return largest;
    }

    private record Grid(int rows, int columns) implements PlaneShape.FileTraits {

        @Override
        public boolean localizer() {
            return false;
        }

        @Override
        public boolean segmentation() {
            return false;
        }

        @Override
        public boolean toPatient() {
            return true;
        }

        @Override
        public int mosaicImages() {
            return PlaneShape.NO_MOSAIC;
        }
    }
}

package dev.vernier.oracle;

import dev.vernier.dicom.Dictionary;
import dev.vernier.dicom.Tag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** One attribute that all readers are asked for: those of geometry, of labels, and of every VR that stores numbers. */
record Attribute(String path, Kind kind) {

    enum Kind {
        /** Character strings of the default repertoire. */
        TEXT,
        /** Text that SpecificCharacterSet (0008,0005) governs. */
        LOCALISED,
        /** Decimal or integer strings, and binary numbers. */
        NUMBER
    }

    private static final String SHARED = "SharedFunctionalGroupsSequence/";
    private static final String FRAME = "PerFrameFunctionalGroupsSequence/";

    static final List<Attribute> ALL = all();

    private static List<Attribute> all() {
        List<Attribute> all = new ArrayList<>();
        add(all, Kind.TEXT, "TransferSyntaxUID", "MediaStorageSOPClassUID", "SpecificCharacterSet", "ImageType");
        add(all, Kind.TEXT, "SOPClassUID", "SOPInstanceUID", "Modality", "StudyInstanceUID", "SeriesInstanceUID");
        add(all, Kind.TEXT, "FrameOfReferenceUID", "PhotometricInterpretation", "AcquisitionDate");
        add(all, Kind.TEXT, "ReferencedImageSequence/ReferencedSOPInstanceUID");
        add(all, Kind.LOCALISED, "Manufacturer", "ManufacturerModelName", "PatientName", "SeriesDescription");
        add(all, Kind.NUMBER, "Rows", "Columns", "NumberOfFrames", "BitsAllocated", "InstanceNumber");
        add(all, Kind.NUMBER, "PixelSpacing", "ImagerPixelSpacing", "SliceThickness", "SpacingBetweenSlices");
        add(all, Kind.NUMBER, "ImagePositionPatient", "ImageOrientationPatient", "SliceLocation");
        add(all, Kind.NUMBER, "WindowCenter", "RescaleSlope", "AcquisitionMatrix", "SpiralPitchFactor");
        add(all, Kind.NUMBER, "GridFrameOffsetVector", "TotalPixelMatrixColumns");
        for (String groups : List.of(SHARED, FRAME)) {
            add(all, Kind.NUMBER, groups + "PixelMeasuresSequence/PixelSpacing");
            add(all, Kind.NUMBER, groups + "PixelMeasuresSequence/SliceThickness");
            add(all, Kind.NUMBER, groups + "PixelMeasuresSequence/SpacingBetweenSlices");
            add(all, Kind.NUMBER, groups + "PlaneOrientationSequence/ImageOrientationPatient");
            add(all, Kind.NUMBER, groups + "PlanePositionSequence/ImagePositionPatient");
        }
        add(all, Kind.TEXT, FRAME + "FrameContentSequence/StackID");
        add(all, Kind.NUMBER, FRAME + "FrameContentSequence/InStackPositionNumber");
        return List.copyOf(all);
    }

    private static void add(List<Attribute> all, Kind kind, String... paths) {
        for (String path : paths) {
            all.add(new Attribute(path, kind));
        }
    }

    /** The tags from the outermost sequence to the attribute itself. */
    int[] tags() {
        return Arrays.stream(path.split("/"))
                .mapToInt(name -> Dictionary.tag(name).orElseThrow())
                .toArray();
    }

    /** The value representation that PS3.6 gives it. */
    int vr() {
        int[] tags = tags();
        return Dictionary.vr(tags[tags.length - 1]);
    }

    /** The tags in hexadecimal, joined by slashes: {@code 52009229/00289110/00280030}. */
    String numericPath() {
        return Arrays.stream(tags())
                .mapToObj(tag -> Tag.toString(tag).replaceAll("[(),]", ""))
                .collect(Collectors.joining("/"));
    }
}

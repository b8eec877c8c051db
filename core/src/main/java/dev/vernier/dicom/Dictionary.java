package dev.vernier.dicom;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2IntMap;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keywords and value representations of attributes (PS3.6 §6). Those that the rules of this project read, and that
 * users of voxel spacings name, are listed here; the others are read from a resource when the first of them is asked
 * for, so that a scan starts without it. Any tag can be named by its number. Thread-safe.
 */
public final class Dictionary {

    private static final String ATTRIBUTES = """
            00020002 UI MediaStorageSOPClassUID
            00020003 UI MediaStorageSOPInstanceUID
            00020010 UI TransferSyntaxUID
            00020012 UI ImplementationClassUID
            00020013 SH ImplementationVersionName
            00080005 CS SpecificCharacterSet
            00080008 CS ImageType
            00080016 UI SOPClassUID
            00080018 UI SOPInstanceUID
            00080020 DA StudyDate
            00080021 DA SeriesDate
            00080022 DA AcquisitionDate
            00080023 DA ContentDate
            0008002A DT AcquisitionDateTime
            00080030 TM StudyTime
            00080031 TM SeriesTime
            00080032 TM AcquisitionTime
            00080033 TM ContentTime
            00080050 SH AccessionNumber
            00080060 CS Modality
            00080064 CS ConversionType
            00080068 CS PresentationIntentType
            00080070 LO Manufacturer
            00080080 LO InstitutionName
            00080090 PN ReferringPhysicianName
            00081010 SH StationName
            00081030 LO StudyDescription
            0008103E LO SeriesDescription
            00081040 LO InstitutionalDepartmentName
            00081090 LO ManufacturerModelName
            00081115 SQ ReferencedSeriesSequence
            00081140 SQ ReferencedImageSequence
            00081155 UI ReferencedSOPInstanceUID
            00082112 SQ SourceImageSequence
            00089007 CS FrameType
            00089205 CS PixelPresentation
            00089206 CS VolumetricProperties
            00100010 PN PatientName
            00100020 LO PatientID
            00100030 DA PatientBirthDate
            00100040 CS PatientSex
            00101010 AS PatientAge
            00101020 DS PatientSize
            00101030 DS PatientWeight
            00120062 CS PatientIdentityRemoved
            00180010 LO ContrastBolusAgent
            00180015 CS BodyPartExamined
            00180020 CS ScanningSequence
            00180021 CS SequenceVariant
            00180022 CS ScanOptions
            00180023 CS MRAcquisitionType
            00180024 SH SequenceName
            00180040 IS CineRate
            00180050 DS SliceThickness
            00180060 DS KVP
            00180080 DS RepetitionTime
            00180081 DS EchoTime
            00180082 DS InversionTime
            00180083 DS NumberOfAverages
            00180086 IS EchoNumbers
            00180087 DS MagneticFieldStrength
            00180088 DS SpacingBetweenSlices
            00180090 DS DataCollectionDiameter
            00181000 LO DeviceSerialNumber
            00181020 LO SoftwareVersions
            00181030 LO ProtocolName
            00181063 DS FrameTime
            00181065 DS FrameTimeVector
            00181100 DS ReconstructionDiameter
            00181120 DS GantryDetectorTilt
            00181150 IS ExposureTime
            00181151 IS XRayTubeCurrent
            00181152 IS Exposure
            00181164 DS ImagerPixelSpacing
            00181210 SH ConvolutionKernel
            00181250 SH ReceiveCoilName
            00181310 US AcquisitionMatrix
            00181314 DS FlipAngle
            00182010 DS NominalScannedPixelSpacing
            00185100 CS PatientPosition
            00189005 SH PulseSequenceName
            00189306 FD SingleCollimationWidth
            00189307 FD TotalCollimationWidth
            00189311 FD SpiralPitchFactor
            0019100A US NumberOfImagesInMosaic
            0020000D UI StudyInstanceUID
            0020000E UI SeriesInstanceUID
            00200010 SH StudyID
            00200011 IS SeriesNumber
            00200012 IS AcquisitionNumber
            00200013 IS InstanceNumber
            00200032 DS ImagePositionPatient
            00200037 DS ImageOrientationPatient
            00200052 UI FrameOfReferenceUID
            00200100 IS TemporalPositionIdentifier
            00201041 DS SliceLocation
            00204000 LT ImageComments
            00209056 SH StackID
            00209057 UL InStackPositionNumber
            00209111 SQ FrameContentSequence
            00209113 SQ PlanePositionSequence
            00209116 SQ PlaneOrientationSequence
            00209128 UL TemporalPositionIndex
            00209156 US FrameAcquisitionNumber
            00209161 UI ConcatenationUID
            00209301 FD ImagePositionVolume
            00209302 FD ImageOrientationVolume
            0020930E SQ PlanePositionVolumeSequence
            0020930F SQ PlaneOrientationVolumeSequence
            00280002 US SamplesPerPixel
            00280004 CS PhotometricInterpretation
            00280008 IS NumberOfFrames
            00280010 US Rows
            00280011 US Columns
            00280030 DS PixelSpacing
            00280034 IS PixelAspectRatio
            00280100 US BitsAllocated
            00280101 US BitsStored
            00280102 US HighBit
            00280103 US PixelRepresentation
            00280301 CS BurnedInAnnotation
            00281050 DS WindowCenter
            00281051 DS WindowWidth
            00281052 DS RescaleIntercept
            00281053 DS RescaleSlope
            00281054 LO RescaleType
            00282110 CS LossyImageCompression
            00289110 SQ PixelMeasuresSequence
            00321060 LO RequestedProcedureDescription
            00400254 LO PerformedProcedureStepDescription
            00400275 SQ RequestAttributesSequence
            00480006 UL TotalPixelMatrixColumns
            00480007 UL TotalPixelMatrixRows
            0048021A SQ PlanePositionSlideSequence
            00540081 US NumberOfSlices
            3004000C DS GridFrameOffsetVector
            52009229 SQ SharedFunctionalGroupsSequence
            52009230 SQ PerFrameFunctionalGroupsSequence
            """;

    private static final Pattern NUMERIC = Pattern.compile("\\(?([0-9A-Fa-f]{4}),?([0-9A-Fa-f]{4})\\)?");

    private static final Object2IntMap<String> TAGS = new Object2IntOpenHashMap<>();
    private static final Int2IntMap VRS = new Int2IntOpenHashMap();
    private static final Int2ObjectMap<String> KEYWORDS = new Int2ObjectOpenHashMap<>();

    static {
        ATTRIBUTES.lines().forEach(line -> {
            int tag = Integer.parseUnsignedInt(line, 0, 8, 16);
            String keyword = line.substring(12);
            TAGS.put(keyword, tag);
            VRS.put(tag, Vr.of(line.substring(9, 11)));
            KEYWORDS.put(tag, keyword);
        });
    }

    private Dictionary() {}

    /**
     * The tag of a keyword ({@code PixelSpacing}) or number ({@code (0028,0030)}, {@code 00280030}); empty if unknown.
     */
    public static OptionalInt tag(String name) {
        Matcher number = NUMERIC.matcher(name);
        if (number.matches()) {
            return OptionalInt.of(Integer.parseUnsignedInt(number.group(1) + number.group(2), 16));
        }
        if (TAGS.containsKey(name)) {
            return OptionalInt.of(TAGS.getInt(name));
        }
        Attribute attribute = StandardAttributes.of(name);
        return attribute == null ? OptionalInt.empty() : OptionalInt.of(attribute.tag());
    }

    /** The value representation to expect, {@link Vr#UNKNOWN} for a private tag and one that is not in the standard. */
    public static int vr(int tag) {
        int vr = VRS.getOrDefault(tag, Vr.UNKNOWN);
        return vr == Vr.UNKNOWN && !Tag.isPrivate(tag) ? StandardAttributes.vr(tag) : vr;
    }

    /** The keyword, or the tag's number where there is none. */
    public static String name(int tag) {
        String keyword = KEYWORDS.get(tag);
        if (keyword == null && !Tag.isPrivate(tag)) {
            Attribute attribute = StandardAttributes.of(tag);
            keyword = attribute == null ? null : attribute.keyword();
        }
        return keyword == null ? Tag.toString(tag) : keyword;
    }

    /** What the standard says of a tag. */
    public static Optional<Attribute> attribute(int tag) {
        return Optional.ofNullable(StandardAttributes.of(tag));
    }

    /** All keywords of the standard, in no order. */
    public static Collection<String> keywords() {
        return StandardAttributes.keywords();
    }
}

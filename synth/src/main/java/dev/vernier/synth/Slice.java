package dev.vernier.synth;

/**
 * One image of a stack: what differs from its neighbours.
 *
 * @param place in the stack, from 0
 * @param temporalIndex which pass over the stack, from 1
 * @param instanceNumber from 1, in the order of acquisition
 * @param positionPatient ImagePositionPatient
 * @param location SliceLocation
 * @param pixelSpacing PixelSpacing, or {@code null} where it is left out
 */
record Slice(
        int place,
        int temporalIndex,
        int instanceNumber,
        String sopInstanceUid,
        String positionPatient,
        String location,
        String pixelSpacing) {}

/**
 * Bytes to header: walks the element chain of a DICOM file (PS3.5 §7, PS3.10 §7) and hands out the wanted elements.
 *
 * <p>Knows the JDK and FastUtil only. Bytes come through the port {@link dev.vernier.dicom.ByteWindow}, which callers
 * implement over files, mapped memory or network ranges; nothing here opens a file.
 */
package dev.vernier.dicom;

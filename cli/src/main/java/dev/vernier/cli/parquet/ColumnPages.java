package dev.vernier.cli.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.statistics.geospatial.GeospatialStatistics;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.PrimitiveType;

/** Gathers the pages of one column of one row group, as they will stand in the file: uncompressed, since the encodings compress. */
final class ColumnPages implements PageWriter {

    private final ByteArrayOutputStream dictionary = new ByteArrayOutputStream();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final Set<Encoding> encodings = EnumSet.noneOf(Encoding.class);
    private final Statistics<?> statistics;
    private long values;

    ColumnPages(PrimitiveType type) {
        this.statistics = Statistics.createStats(type);
    }

    @Override
    public void writePageV2(
            int rowCount,
            int nullCount,
            int valueCount,
            BytesInput repetitionLevels,
            BytesInput definitionLevels,
            Encoding encoding,
            BytesInput content,
            Statistics<?> pageStatistics,
            SizeStatistics sizes,
            GeospatialStatistics places)
            throws IOException {
        writePageV2(
                rowCount, nullCount, valueCount, repetitionLevels, definitionLevels, encoding, content, pageStatistics);
    }

    @Override
    public void writePageV2(
            int rowCount,
            int nullCount,
            int valueCount,
            BytesInput repetitionLevels,
            BytesInput definitionLevels,
            Encoding encoding,
            BytesInput content,
            Statistics<?> pageStatistics)
            throws IOException {
        int levelBytes = Math.toIntExact(repetitionLevels.size() + definitionLevels.size());
        int bytes = Math.toIntExact(levelBytes + content.size());
        DataPageHeaderV2 details = new DataPageHeaderV2(
                valueCount,
                nullCount,
                rowCount,
                formatOf(encoding),
                Math.toIntExact(definitionLevels.size()),
                Math.toIntExact(repetitionLevels.size()));
        details.setIs_compressed(false);
        PageHeader header = new PageHeader(PageType.DATA_PAGE_V2, bytes, bytes);
        header.setData_page_header_v2(details);
        Util.writePageHeader(header, data);
        repetitionLevels.writeAllTo(data);
        definitionLevels.writeAllTo(data);
        content.writeAllTo(data);
        values += valueCount;
        encodings.add(encoding);
        encodings.add(Encoding.RLE); // of the levels
        statistics.mergeStatistics(pageStatistics);
    }

    @Override
    public void writeDictionaryPage(DictionaryPage page) throws IOException {
        int bytes = Math.toIntExact(page.getBytes().size());
        PageHeader header = new PageHeader(PageType.DICTIONARY_PAGE, bytes, bytes);
        header.setDictionary_page_header(
                new DictionaryPageHeader(page.getDictionarySize(), formatOf(page.getEncoding())));
        Util.writePageHeader(header, dictionary);
        page.getBytes().writeAllTo(dictionary);
        encodings.add(page.getEncoding());
    }

    /** The metadata's word for an encoding. */
    static org.apache.parquet.format.Encoding formatOf(Encoding encoding) {
        return org.apache.parquet.format.Encoding.valueOf(encoding.name());
    }

    ByteArrayOutputStream dictionary() {
        return dictionary;
    }

    ByteArrayOutputStream data() {
        return data;
    }

    /** In an order of their own. */
    Set<Encoding> encodings() {
        return encodings;
    }

    Statistics<?> statistics() {
        return statistics;
    }

    /** Values, missing ones included. */
    long values() {
        return values;
    }

    @Override
    @Deprecated // as it is there
    public void writePage(
            BytesInput content, int valueCount, Statistics<?> s, Encoding r, Encoding d, Encoding valuesEncoding) {
        throw notUsed();
    }

    @Override
    public void writePage(
            BytesInput content,
            int valueCount,
            int rowCount,
            Statistics<?> s,
            Encoding r,
            Encoding d,
            Encoding valuesEncoding) {
        throw notUsed();
    }

    private static UnsupportedOperationException notUsed() {
        return new UnsupportedOperationException("pages are of version 2");
    }

    @Override
    public long getMemSize() {
        return dictionary.size() + data.size();
    }

    @Override
    public long allocatedSize() {
        return getMemSize();
    }

    @Override
    public String memUsageString(String prefix) {
        return prefix + getMemSize() + " bytes of pages";
    }
}

package cn.lingpao.datacollection.adapter.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The merged cells of a sheet, which stand in the file behind all rows. */
record MergedCells(List<Range> ranges) {

    private static final Pattern REF = Pattern.compile("([A-Z]{1,3})(\\d{1,7}):[A-Z]{1,3}(\\d{1,7})");
    private static final int MOST = 10_000;

    /** Cells that are one; rows count from 1, columns from 0. */
    record Range(String ref, int column, int from, int to) {}

    /** @param index of the sheet in the workbook, from 0 */
    static MergedCells of(Path workbook, int index) throws IOException {
        List<Range> ranges = new ArrayList<>();
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            ZipEntry sheet = zip.getEntry("xl/worksheets/sheet" + (index + 1) + ".xml");
            if (sheet != null) {
                try (InputStream xml = zip.getInputStream(sheet)) {
                    read(xml, ranges);
                }
            }
        } catch (XMLStreamException broken) {
            throw new IOException(broken.getMessage(), broken);
        }
        return new MergedCells(ranges);
    }

    private static void read(InputStream xml, List<Range> ranges) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(xml);
        while (reader.hasNext() && ranges.size() < MOST) {
            if (reader.next() == XMLStreamReader.START_ELEMENT
                    && reader.getLocalName().equals("mergeCell")) {
                Matcher ref = REF.matcher(String.valueOf(reader.getAttributeValue(null, "ref")));
                if (ref.matches()) {
                    ranges.add(new Range(
                            ref.group(),
                            column(ref.group(1)),
                            Integer.parseInt(ref.group(2)),
                            Integer.parseInt(ref.group(3))));
                }
            }
        }
    }

    private static int column(String letters) {
        int column = 0;
        for (char letter : letters.toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    /** The merged cells that a row is part of. */
    Optional<Range> at(int row) {
        return ranges.stream()
                .filter(range -> range.from() <= row && row <= range.to())
                .findFirst();
    }
}

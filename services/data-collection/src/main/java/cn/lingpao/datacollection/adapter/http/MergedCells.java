package cn.lingpao.datacollection.adapter.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The merged cells of a sheet, which stand in the file behind all rows. */
record MergedCells(List<Range> ranges) {

    private static final Pattern REF = Pattern.compile("([A-Z]{1,3})(\\d{1,7}):[A-Z]{1,3}(\\d{1,7})");
    private static final int MOST = 10_000;

    /** Cells that are one; rows count from 1, columns from 0. */
    record Range(String ref, int column, int from, int to) {}

    /** @param relation by which the workbook names the sheet, like {@code rId1}: its file may have any number */
    static MergedCells of(Path workbook, String relation) throws IOException {
        List<Range> ranges = new ArrayList<>();
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            List<String> files = new ArrayList<>();
            read(zip, "xl/_rels/workbook.xml.rels", "Relationship", element -> {
                if (relation.equals(element.getAttributeValue(null, "Id"))) {
                    files.add(inside(element.getAttributeValue(null, "Target")));
                }
            });
            for (String file : files) {
                read(zip, file, "mergeCell", element -> add(element.getAttributeValue(null, "ref"), ranges));
            }
        } catch (XMLStreamException broken) {
            throw new IOException(broken.getMessage(), broken);
        }
        return new MergedCells(ranges);
    }

    /** The name of a part in the file: a target is given from the root, or from where the workbook lies. */
    private static String inside(String target) {
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    private static void add(@Nullable String text, List<Range> ranges) {
        Matcher ref = REF.matcher(String.valueOf(text));
        if (ref.matches() && ranges.size() < MOST) {
            ranges.add(new Range(
                    ref.group(), column(ref.group(1)), Integer.parseInt(ref.group(2)), Integer.parseInt(ref.group(3))));
        }
    }

    /** Shows each element of this name; a part that is not there has none. */
    private static void read(ZipFile zip, String part, String name, Consumer<XMLStreamReader> taker)
            throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            return;
        }
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream xml = zip.getInputStream(entry)) {
            XMLStreamReader reader = factory.createXMLStreamReader(xml);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT
                        && reader.getLocalName().equals(name)) {
                    taker.accept(reader);
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

package cn.lingpao.embedded;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** Documents in the file are BSON, as on the wire. */
final class BsonDocuments extends BasicDataType<Document> {

    private static final int OBJECT = 48;
    private static final int ROOM = 4096;

    @Override
    public int getMemory(Document document) {
        return size(document);
    }

    @Override
    public void write(WriteBuffer buffer, Document document) {
        write(buffer, document, Unpooled.buffer(ROOM));
    }

    /** The documents of a page share what they are encoded in. */
    @Override
    public void write(WriteBuffer buffer, Object documents, int count) {
        ByteBuf bytes = Unpooled.buffer(ROOM);
        for (int each = 0; each < count; each++) {
            write(buffer, ((Document[]) documents)[each], bytes.clear());
        }
    }

    private static void write(WriteBuffer buffer, Document document, ByteBuf bytes) {
        BsonEncoder.encodeDocument(document, bytes);
        buffer.put(bytes.nioBuffer());
    }

    @Override
    public Document read(ByteBuffer buffer) {
        var bytes = Unpooled.wrappedBuffer(buffer);
        Document document = BsonDecoder.decodeBson(bytes);
        buffer.position(buffer.position() + bytes.readerIndex());
        return document;
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }

    static int size(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case String text -> OBJECT + text.length();
            case BinData bytes -> OBJECT + bytes.getData().length;
            case Map<?, ?> map -> {
                int size = 2 * OBJECT;
                for (var entry : map.entrySet()) {
                    size += OBJECT + size(entry.getValue());
                }
                yield size;
            }
            case Collection<?> values -> {
                int size = OBJECT;
                for (Object each : values) {
                    size += size(each);
                }
                yield size;
            }
            default -> OBJECT;
        };
    }
}

package cn.lingpao.targetregistry.adapter.http;

import cn.lingpao.servicesupport.Fault;
import cn.lingpao.servicesupport.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Reads a body as UTF-8 text and takes nothing else for it. */
final class TextBody {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextBody() {}

    static String read(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            String reason = "The file is not UTF-8; save it as UTF-8 and send it again.";
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "wrong-encoding",
                    reason,
                    List.of(Fault.of("wrong-encoding", reason)));
        }
    }
}

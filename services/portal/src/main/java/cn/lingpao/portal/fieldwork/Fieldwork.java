package cn.lingpao.portal.fieldwork;

import cn.lingpao.methodology.framework.Framework;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;

/**
 * The running collection as the services tell it to the member of staff whose token is used. What they refuse is a {@link
 * Refused}; when they are away it is a {@link cn.lingpao.portal.results.Results.Unavailable}.
 */
public interface Fieldwork {

    /** The causes that an UNDETERMINED may have, in the order of the fixed list. */
    List<String> causes();

    List<Campaign> campaigns();

    Campaign campaign(String id);

    List<Matrix.Heading> targets(String campaign);

    Framework framework(String ref);

    Matrix matrix(String campaign);

    /** @param by {@code target}, {@code indicator}, {@code collector} or {@code day} */
    Progress progress(String campaign, String by);

    /** How the results of programs did when people looked again, a row a program and check point. */
    List<Sampled> sampling(String campaign);

    /** @param query of the API: {@code target}, {@code node}, {@code state}, {@code page}, {@code size} */
    Slice<Point> points(String campaign, Map<String, String> query);

    /** @param query of the API: {@code state}, {@code holder}, {@code escalated}, {@code target}, {@code node}, … */
    Slice<Task> tasks(String campaign, Map<String, String> query);

    Task claim(String campaign, String target, String checkPoint);

    Task giveBack(String campaign, String target, String checkPoint, String reason);

    /** @param query of the API: {@code target}, {@code checkPoint}, {@code page}, {@code size} */
    Slice<Observation> observations(String campaign, Map<String, String> query);

    /** @param query of the API: {@code sha256}, {@code url}, {@code target}, {@code page}, {@code size} */
    Slice<Capture> captures(String campaign, Map<String, String> query);

    Piece piece(String campaign, String sha256);

    Verification verification(String campaign, String sha256);

    /** Every capture of an address, oldest first. */
    List<Capture> history(String campaign, String url);

    /**
     * Bytes below {@code evidence/}, read while they come.
     *
     * @param path for example the hash, {@code <hash>/thumbnail} or {@code export}
     */
    <T> T bytes(String campaign, String path, Map<String, String> query, Function<Download, T> reader);

    /** Bytes on their way, and what was said about them. */
    record Download(HttpHeaders headers, InputStream bytes) {

        /** At most so many bytes from the beginning. */
        public byte[] first(int most) throws IOException {
            return bytes.readNBytes(most);
        }
    }
}

package cn.lingpao.datacollection.application.evidence;

import cn.lingpao.datacollection.application.Page;
import cn.lingpao.datacollection.application.Paging;
import cn.lingpao.datacollection.domain.Observation;
import cn.lingpao.datacollection.domain.evidence.Capture;
import cn.lingpao.datacollection.domain.evidence.Content;
import cn.lingpao.datacollection.domain.evidence.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Captured bytes, each stored once under their SHA-256, and the captures and observations that speak of them. */
public interface EvidenceStore {

    /** Keeps bytes that may be there already; what is there stays. Returns whether they were new. */
    boolean keep(Content content, byte @Nullable [] thumbnail, InputStream bytes) throws IOException;

    Optional<Content> content(Sha256 sha256);

    Map<Sha256, Content> contents(Collection<Sha256> hashes);

    /** The stored bytes as they are now; empty when there are none of this name. The caller closes the stream. */
    Optional<InputStream> open(Sha256 sha256);

    /** A PNG. */
    Optional<byte[]> thumbnail(Sha256 sha256);

    /** Adds a capture whose bytes are kept; one that is there changes nothing. Returns whether it was new. */
    boolean add(Capture capture);

    /** Captures, newest first. */
    Page<Capture> captures(CaptureFilter filter, Paging paging);

    /** Captures of an address that was asked for, oldest first, at most {@code most} of the newest. */
    List<Capture> history(String campaignId, String url, int most);

    /** Notes which evidence these observations name; a second time changes nothing. */
    void named(List<Observation> observations);

    /** What is known of one piece of evidence in a campaign; empty when neither brought nor named. */
    Optional<Standing> standing(String campaignId, Sha256 sha256);

    /** Pieces of a campaign that were brought, or that were only named, in the order of their hashes. */
    Page<Standing> standings(String campaignId, @Nullable String targetId, boolean brought, Paging paging);
}

package cn.lingpao.inspection.check;

import cn.lingpao.inspection.Subject;
import cn.lingpao.inspection.browser.Browser;
import cn.lingpao.inspection.reading.ChinaDates;
import cn.lingpao.inspection.site.Site;
import cn.lingpao.inspection.web.Web;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a check works with: one channel of a target, and a way to the target's other channels. */
public final class Inspection {

    private final Subject subject;
    private final Tools tools;
    private final Map<String, Inspection> channels;
    private final boolean again;
    private @Nullable Site site;
    private @Nullable Inspection second;

    /**
     * What all inspections of a run share.
     *
     * @param clock the time that counts for freshness
     * @param probes of earlier runs
     */
    public record Tools(Web web, Clock clock, Parameters parameters, Optional<Browser> browser, ProbeLog probes) {

        /** Without earlier runs. */
        public Tools(Web web, Clock clock, Parameters parameters, Optional<Browser> browser) {
            this(web, clock, parameters, browser, ProbeLog.inMemory());
        }

        /** The same with the probes of earlier runs. */
        public Tools with(ProbeLog earlier) {
            return new Tools(web, clock, parameters, browser, earlier);
        }
    }

    private Inspection(Subject subject, Tools tools, Map<String, Inspection> channels, boolean again) {
        this.again = again;
        this.subject = subject;
        this.tools = tools;
        this.channels = channels;
    }

    /** The inspections of all channels of one target, in their order; they know each other. */
    public static List<Inspection> of(List<Subject> channels, Tools tools) {
        Map<String, Inspection> inspections = new LinkedHashMap<>();
        channels.forEach(
                channel -> inspections.put(channel.channelId(), new Inspection(channel, tools, inspections, false)));
        return List.copyOf(inspections.values());
    }

    public Subject subject() {
        return subject;
    }

    /** The target's other channels. */
    public List<Inspection> others() {
        return channels.values().stream()
                .filter(other -> !other.subject.channelId().equals(subject.channelId()))
                .toList();
    }

    public Web web() {
        return tools.web();
    }

    public Clock clock() {
        return tools.clock();
    }

    public Parameters parameters() {
        return tools.parameters();
    }

    public Optional<Browser> browser() {
        return tools.browser();
    }

    /** The probes of this channel and of all runs before. */
    public ProbeLog probes() {
        return tools.probes();
    }

    /** The China date that counts for freshness. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock().instant(), ChinaDates.ZONE);
    }

    /** A second look with fresh pages, by the browser where there is one; all checks of this channel share it. */
    public synchronized Inspection afresh() {
        if (second == null) {
            second = new Inspection(subject, tools, channels, true);
        }
        return second;
    }

    /** The pages of this channel; what one check has fetched the others find here. */
    public synchronized Site site() {
        if (site == null) {
            site = new Site(
                    subject.url(), web(), browser(), today(), parameters().pages(), again);
        }
        return site;
    }
}

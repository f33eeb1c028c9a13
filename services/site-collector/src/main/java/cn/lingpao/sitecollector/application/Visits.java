package cn.lingpao.sitecollector.application;

import cn.lingpao.sitecollector.domain.Errand;
import cn.lingpao.sitecollector.domain.Found;
import cn.lingpao.sitecollector.domain.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Visits channels; what is finished stays finished over a kill. */
public interface Visits {

    /**
     * Makes the visits of a run, or what is left of them. Interrupted it returns with what it has, and the thread stays
     * interrupted. What it returned whole it returns again.
     *
     * @throws IOException when results or evidence cannot be kept
     */
    List<Found> make(Run run, List<Errand> errands, Watcher watcher) throws IOException;

    /** Every exchange of a run as a web archive. */
    Path archive(Run run);

    /**
     * Lets later runs of the campaign add to the series of probes that this one has made or continued; its evidence has been
     * delivered. A second time changes nothing.
     */
    void keepSeries(Run run) throws IOException;

    /** Drops what was kept of a run whose results have been delivered. */
    void forget(Run run) throws IOException;

    /** The same of a run that was broken off; what cannot be dropped yet is only told in the log. */
    void drop(Run run);

    /** Hears how far a run is; from several threads. */
    interface Watcher {

        void started(int cells, int finished);

        void decided();

        /** Something that a person should know about these visits. */
        void noticed(String sentence);
    }
}

package cn.lingpao.inspection.check;

import cn.lingpao.inspection.reading.ColumnKind;
import java.util.List;
import java.util.stream.Stream;

/** Every check there is, in the order they are run and listed. */
public final class Checks {

    private Checks() {}

    public static List<Check> all() {
        return Stream.concat(measured(), read().<Check>map(SecondLook::new)).toList();
    }

    /** Series and hints; they repeat what they must by themselves. */
    private static Stream<Check> measured() {
        return Stream.of(new Reachability(), new LoadTime(), new DeadLinks(), new ElderMode(), new Accessibility());
    }

    private static Stream<Check> read() {
        return Stream.of(
                new HomeFreshness(),
                new ColumnFreshness(ColumnKind.NEWS),
                new ColumnFreshness(ColumnKind.NOTICE),
                new EmptyColumns(),
                new PageMetaTags(),
                new SiteIdentity(),
                new FooterBlock(),
                new GovCnHost(),
                new PublicationTimeFormat(),
                new SiteSearch(),
                new Ipv6(),
                new Https(),
                new ServiceGuides(),
                new FiveGrades(),
                new SameSource());
    }
}

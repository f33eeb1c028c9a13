package cn.lingpao.inspection.check;

import cn.lingpao.inspection.reading.ColumnKind;
import java.util.List;
import java.util.stream.Stream;

/** Every check there is, in the order they are run and listed. */
public final class Checks {

    private Checks() {}

    public static List<Check> all() {
        return Stream.<Check>of(
                        new HomeFreshness(),
                        new ColumnFreshness(ColumnKind.NEWS),
                        new ColumnFreshness(ColumnKind.NOTICE),
                        new EmptyColumns(),
                        new PageMetaTags(),
                        new SiteIdentity(),
                        new FooterBlock(),
                        new GovCnHost())
                .<Check>map(SecondLook::new)
                .toList();
    }
}

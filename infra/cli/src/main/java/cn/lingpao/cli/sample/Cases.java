package cn.lingpao.cli.sample;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A few made-up innovation cases in the form of 优秀创新案例推荐表, and the awards of most of them. */
final class Cases {

    private static final Instant FIRST_SUBMISSION = Instant.parse("2021-10-08T02:00:00Z");
    private static final Instant FIRST_AWARD = Instant.parse("2021-11-18T02:00:00Z");

    private record Idea(int place, String type, String title, String points) {}

    /** Two awards of one place exceed the cap together; one case is awarded nothing. */
    private static final List<Idea> IDEAS = List.of(
            new Idea(2, "integrated-service", "企业开办“一件事”一窗联办", "6"),
            new Idea(2, "data-sharing", "跨部门证照数据共享应用", "5.5"),
            new Idea(6, "new-infrastructure", "物联感知底座助力城市运行", "4"),
            new Idea(11, "mobile-service", "掌上办事大厅与移动办公融合", "3.5"),
            new Idea(19, "elderly-friendly", "长者专区与亲友代办", "2"),
            new Idea(34, "new-technology", "区块链电子证照核验", "4.5"),
            new Idea(40, "open-data-use", "公共数据开放利用典型场景征集", "3"),
            new Idea(47, "elderly-friendly", "无障碍阅读与语音导办", ""),
            new Idea(55, "integrated-service", "新生儿出生“一件事”联办", "2.5"));

    private final List<Place> places;

    Cases(List<Place> places) {
        this.places = places;
    }

    List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Idea idea : IDEAS) {
            rows.add(form(idea, FIRST_SUBMISSION.plus(Duration.ofDays(rows.size()))));
        }
        return rows;
    }

    /** {@code case} is the line of the case in its file, from 1. */
    List<Map<String, Object>> awards() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < IDEAS.size(); i++) {
            Idea idea = IDEAS.get(i);
            if (!idea.points().isEmpty()) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("case", i + 1);
                row.put("target", place(idea).id());
                row.put("type", idea.type());
                row.put("points", new BigDecimal(idea.points()));
                row.put("note", DemoCampaign.INVENTED);
                row.put("at", FIRST_AWARD.plus(Duration.ofHours(i)).toString());
                rows.add(row);
            }
        }
        return rows;
    }

    private Map<String, Object> form(Idea idea, Instant at) {
        Place place = place(idea);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("target", place.id());
        row.put("recommender", place.name() + "数字政府办公室");
        row.put("recommendedOn", LocalDate.ofInstant(at, DemoCampaign.CHINA).toString());
        row.put("unit", unit(place));
        row.put("contact", contact(place));
        row.put("type", idea.type());
        row.put("title", "虚构案例：" + idea.title());
        row.put("url", place.url("portal") + "cases/" + idea.type());
        row.put("reason", DemoCampaign.INVENTED + "。" + idea.title() + "：优化业务流程，减少材料和跑动次数，形成可推广的做法与制度机制。");
        row.put("at", at.toString());
        return row;
    }

    private static Map<String, Object> unit(Place place) {
        Map<String, Object> unit = new LinkedHashMap<>();
        unit.put("name", place.name() + "数字政府办公室");
        unit.put("url", place.url("portal"));
        return unit;
    }

    private static Map<String, Object> contact(Place place) {
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("name", "虚构联系人");
        contact.put("phone", "000-00000000");
        contact.put("email", "contact@" + place.id() + ".example");
        contact.put("address", place.name() + "虚构路1号");
        return contact;
    }

    private Place place(Idea idea) {
        return places.get(idea.place());
    }
}

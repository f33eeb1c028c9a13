package cn.lingpao.portal.workbench;

import java.util.List;

/** Which roles open which part of the workbench, for those who have none of them. */
final class Needed {

    private Needed() {}

    static List<String> by(String path) {
        if (path.endsWith("/claim")) {
            return List.of("collector", "reviewer");
        }
        if (path.endsWith("/observe")) {
            return List.of("collector");
        }
        if (path.endsWith("/return")) {
            return List.of("collector", "reviewer", "administrator");
        }
        if (path.endsWith("/evidence/export")) {
            return List.of("reviewer", "arbiter", "auditor", "administrator");
        }
        return path.contains("/evidence")
                ? List.of("collector", "reviewer", "arbiter", "auditor", "administrator")
                : List.of("collector", "reviewer", "auditor", "administrator");
    }
}

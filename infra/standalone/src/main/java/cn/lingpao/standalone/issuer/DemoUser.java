package cn.lingpao.standalone.issuer;

/** The users anybody may log in as; the password is the name. */
enum DemoUser {
    ADMINISTRATOR("administrator", "administrator", "管理员"),
    COLLECTOR("collector", "collector", "采集员"),
    REVIEWER_1("reviewer-1", "reviewer", "审核员一"),
    REVIEWER_2("reviewer-2", "reviewer", "审核员二"),
    ARBITER("arbiter", "arbiter", "仲裁员"),
    JUDGE("judge", "judge", "案例评委"),
    PUBLISHER("publisher", "publisher", "发布员"),
    AUDITOR("auditor", "auditor", "审计员"),
    REPRESENTATIVE("representative", "target-representative", "评估对象代表");

    private final String login;
    private final String role;
    private final String title;

    DemoUser(String login, String role, String title) {
        this.login = login;
        this.role = role;
        this.title = title;
    }

    String login() {
        return login;
    }

    String role() {
        return role;
    }

    String title() {
        return title;
    }
}

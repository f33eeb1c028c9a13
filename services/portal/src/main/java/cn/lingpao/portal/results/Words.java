package cn.lingpao.portal.results;

/** A text in both languages of the site. */
public record Words(String zh, String en) {

    /** The text in a language of the site; Chinese unless it is English. */
    public String in(String language) {
        return language.equals("en") ? en : zh;
    }

    /** The text in the other language, to stand beside; empty when there is no difference. */
    public String beside(String language) {
        return zh.equals(en) ? "" : in(language.equals("en") ? "zh" : "en");
    }
}

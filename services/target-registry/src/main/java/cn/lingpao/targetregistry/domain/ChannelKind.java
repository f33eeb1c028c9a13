package cn.lingpao.targetregistry.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The channels of the deck (数据采集来源). */
public enum ChannelKind {
    PORTAL(true),
    SERVICE_PLATFORM(true),
    APP_IOS(false),
    APP_ANDROID(false),
    WECHAT_ACCOUNT(false),
    MINI_PROGRAM_WECHAT(false),
    MINI_PROGRAM_ALIPAY(false),
    DEPARTMENT_SITE(true),
    SPECIAL_SITE(true),
    OPEN_DATA_PLATFORM(true),
    HOTLINE_SITE(true);

    private final boolean site;

    ChannelKind(boolean site) {
        this.site = site;
    }

    /** Whether it is reached by a web address; apps and accounts need not have one. */
    public boolean isSite() {
        return site;
    }

    /** The name in files and addresses, for example {@code service-platform}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ChannelKind> named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}

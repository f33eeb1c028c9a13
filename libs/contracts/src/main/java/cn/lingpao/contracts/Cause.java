package cn.lingpao.contracts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a value is {@link ObservedValue.Kind#UNDETERMINED}: the fixed list, each with what a person does about it. */
public enum Cause {
    DNS("核对域名与解析，换一个网络再试", "check the name and its resolution, try from another network"),
    REFUSED("确认端口与服务是否开放，稍后再试", "find out whether the port is open, try again later"),
    TIMEOUT("稍后再试；仍然超时则人工打开核对", "try again later; if it stays slow, open it by hand"),
    RESET("稍后再试；可能被中间设备切断", "try again later; a device on the way may cut the connection"),
    TLS("在浏览器中查看证书与协议错误", "look at the certificate and protocol error in a browser"),
    REDIRECT("人工打开，记录跳转过程", "open it by hand and note where the redirects lead"),
    INTERNAL_ADDRESS(
            "该地址指向内部网络；确需访问时用 --allow-network 开放该网段",
            "the address is of an internal network; where it is meant, open its range with --allow-network"),
    FIREWALL("防火墙拦截，由人用浏览器核对", "a firewall answered; look with a browser"),
    CAPTCHA("需要验证码，由人核对", "a captcha is asked for; a person looks"),
    JS_CHALLENGE("脚本质询，由人用浏览器核对", "a script challenge was answered; look with a browser"),
    ROBOTS("robots.txt 不允许，由人核对", "robots.txt forbids it; a person looks"),
    RATE_LIMITED("访问过频，放慢后再试", "the site asks for slower requests; try again more slowly"),
    SERVER_ERROR("服务器出错，稍后再试", "the server failed; try again later"),
    TOO_LARGE("页面过大，人工打开核对", "the answer is larger than the limit; open it by hand"),
    DECODE("内容无法解压，人工打开核对", "the content cannot be decompressed; open it by hand"),
    ENCODING("字符编码无法确定，人工打开核对", "the characters cannot be decoded; open it by hand"),
    NOT_FOUND("页面不存在，核对网址", "there is no such page; check the address"),
    NEEDS_BROWSER("内容由脚本生成，用浏览器核对", "a script makes the content; look with a browser"),
    PARSE("页面结构无法识别，人工核对", "the page was not understood; a person looks"),
    AMBIGUOUS_DATE("日期有歧义，人工核对", "the date reads two ways; a person looks"),
    REGION_MISMATCH("区划代码与对象不符，人工核对", "the region code is not the target's; a person looks"),
    SHORT_SERIES("探测次数不足，继续探测", "too few probes so far; go on probing"),
    NO_IPV6("本机没有 IPv6，换有 IPv6 的网络再试", "this machine has no IPv6; try from one that has"),
    HINT_ONLY("机器只能提示，由人判断", "a machine sees hints only; a person decides"),
    NOT_TRIED("尚未检查，重新运行采集", "it was not tried; run the collection again");

    private final Text remedy;

    Cause(String chinese, String english) {
        this.remedy = new Text(chinese, english);
    }

    /** The word of the published list, for example {@code internal-address}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What to do about it. */
    public Text remedy() {
        return remedy;
    }

    /** The cause of this word. */
    public static Optional<Cause> named(String id) {
        return Arrays.stream(values()).filter(cause -> cause.id().equals(id)).findFirst();
    }

    /** Every word, in the order of the published list. */
    public static String listed() {
        return Arrays.stream(values()).map(Cause::id).collect(Collectors.joining(", "));
    }
}

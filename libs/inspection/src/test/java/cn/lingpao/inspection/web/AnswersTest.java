package cn.lingpao.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lingpao.inspection.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent in place of a page. */
class AnswersTest {

    private static Cause cause(int status, String html) {
        return Answers.judged(status, html).map(Answers.Judgement::cause).orElse(null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>404 Not Found</title>",
                "<title>页面不存在</title>",
                "<title>出错了</title><p>您访问的页面不存在或已删除",
                "<title>市政府</title><div>抱歉，找不到您要访问的页面</div><a href='/'>返回首页</a>",
                "<title>提示</title><body>404 - File or directory not found.",
                "<title>系统提示</title><p>您所访问的栏目已被删除</p>",
                "<h1>404</h1><p>对不起，页面走丢了</p>",
                "<title>错误</title>栏目不存在",
                "<title>提示</title><p>该链接已失效，请返回首页</p>"
            })
    void soft_404s_are_told(String html) {
        assertThat(cause(200, html)).isEqualTo(Cause.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>市人民政府门户网站</title><a href=/a>新闻</a>",
                "<title>关于第404号提案的答复</title><p>2026-01-02 10:00 您提出的问题已收悉，现答复如下。</p>",
                "<title>关于不存在违规行为的公告</title><p>经查，不存在上述情况。</p>",
                "<title>登录</title><form><input name=u><input name=p>验证码<input name=c></form>",
                "<html><body><div id=app></div><script src=/app.js></script></body></html>",
                "<title>搜索</title><p>没有找到相关结果",
                "<title>通报</title><p>经核查，该信息不存在失实情况。</p>",
                "<title>政府信息不存在告知书</title><meta name='ArticleTitle' content='政府信息不存在告知书'><p>经查，您申请的信息不存在。</p>",
                "<title>登录</title><form><input type=password>请输入验证码<input name=c></form>",
                "<title>通知</title><p>申请被拒绝的，可以依法申请复议。</p>"
            })
    void pages_are_pages(String html) {
        assertThat(cause(200, html)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "202 # <script>var $_ts=window['$_ts'];if(!$_ts)$_ts={};</script><script src='/4QbVtADbnLVIc/c.js'></script>",
                "200 # <script>document.cookie='__jsl_clearance_s=1';location.href=location.pathname</script>",
                "200 # <html><script>var arg1='A1';function setCookie(n,v){document.cookie=n+'='+v}setCookie('acw_sc__v2','1');document.location.reload()</script></html>",
                "200 # <script>var _0x1=['cookie','reload'];document[_0x1[0]]='x=1';location[_0x1[1]]();</script>",
                "503 # <title>Just a moment...</title><script src='/cdn-cgi/challenge-platform/h.js'></script>"
            })
    void script_challenges_are_told(int status, String html) {
        assertThat(cause(status, html)).isEqualTo(Cause.JS_CHALLENGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><head><title>云岚</title></head><body> </body></html>",
                "<title>系统维护</title><p>网站正在升级维护，请稍后访问。</p>",
                "<p>本站因系统升级暂停服务</p>"
            })
    void pages_without_anything_and_of_closed_sites_prove_nothing(String html) {
        assertThat(cause(200, html)).isEqualTo(Cause.PARSE);
    }

    @Test
    void a_page_of_more_tags_than_anybody_reads_is_too_large() {
        assertThat(cause(200, "<p>x".repeat(200_001))).isEqualTo(Cause.TOO_LARGE);
        assertThat(cause(200, "<p>政务要闻".repeat(1_000))).isNull();
    }

    @Test
    void unchanged_is_no_answer_to_who_knows_nothing_yet() {
        assertThat(cause(304, "")).isEqualTo(Cause.PARSE);
    }

    @Test
    void captchas_and_walls_are_told() {
        assertThat(cause(200, "<title>安全验证</title><p>请完成验证后继续访问</p><canvas></canvas>"))
                .isEqualTo(Cause.CAPTCHA);
        assertThat(cause(200, "<p>请输入验证码</p><img src=/captcha.jpg><form><input></form>"))
                .isEqualTo(Cause.CAPTCHA);
        assertThat(cause(200, "<title>拦截</title><p>您的请求已被网站防火墙拦截，事件编号 123</p>")).isEqualTo(Cause.FIREWALL);
        assertThat(cause(200, "<title>访问拦截</title><h2>您的请求可能存在威胁，已被拦截！</h2>")).isEqualTo(Cause.FIREWALL);
        assertThat(cause(200, "<p>您的IP存在异常，已被系统封禁</p>")).isEqualTo(Cause.FIREWALL);
        assertThat(cause(200, "<p>访问过于频繁，请稍后再试</p>")).isEqualTo(Cause.FIREWALL);
        assertThat(cause(200, "<h1>Sorry, you have been blocked</h1><p>You are unable to access this site"))
                .isEqualTo(Cause.FIREWALL);
        assertThat(
                        cause(
                                200,
                                "<script src='/_Incapsula_Resource?a=1'></script><iframe src='/_Incapsula_Resource?b=2'></iframe>"))
                .isEqualTo(Cause.JS_CHALLENGE);
        assertThat(cause(403, "<p>anything")).isEqualTo(Cause.FIREWALL);
        assertThat(cause(521, "<script>document.cookie='a';location.reload()</script>"))
                .isEqualTo(Cause.FIREWALL);
    }
}

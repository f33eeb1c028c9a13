package cn.lingpao.standalone.issuer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The login page, Chinese first; it says that its users are for demonstration and lists them. */
@RestController
final class LoginPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>登录 · 领跑 Lingpao</title>
            <style>
            :root { color-scheme: light dark; --ink: #1b2a41; --paper: #f5f7fa; --card: #fff; --line: #cdd5e0; --accent: #b3261e }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e8edf4; --paper: #10161f; --card: #1a2330; --line: #3a475a; --accent: #ff8a80 }
            }
            body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper); color: var(--ink);
              font: 16px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
            main { box-sizing: border-box; width: min(30rem, 92vw); background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 2rem }
            h1 { margin: 0 0 .25rem; font-size: 1.5rem }
            p { margin: .25rem 0 1rem }
            label { display: block; margin: .75rem 0 .25rem }
            input { width: 100%; box-sizing: border-box; padding: .6rem; font: inherit; border: 1px solid var(--line);
              border-radius: 6px; background: var(--paper); color: inherit }
            button { margin-top: 1.25rem; width: 100%; padding: .7rem; font: inherit; border: 0; border-radius: 6px;
              background: #1d4ed8; color: #fff; cursor: pointer }
            .demo, .error { border-left: 4px solid var(--accent); padding-left: .75rem }
            table { width: 100%; border-collapse: collapse; font-size: .9rem }
            td { padding: .15rem 0; border-top: 1px solid var(--line) }
            </style>
            </head>
            <body>
            <main>
            <h1>领跑 Lingpao</h1>
            <p>登录 <span lang="en">Sign in</span></p>
            %ERROR%
            <form method="post" action="/login">
            <input type="hidden" name="%CSRF_NAME%" value="%CSRF_VALUE%">
            <label for="username">用户名 <span lang="en">User name</span></label>
            <input id="username" name="username" autocomplete="username" required autofocus>
            <label for="password">密码 <span lang="en">Password</span></label>
            <input id="password" name="password" type="password" autocomplete="current-password" required>
            <button type="submit">登录 <span lang="en">Sign in</span></button>
            </form>
            <p class="demo" style="margin-top:1.5rem">演示用户，密码与用户名相同，请勿用于生产。<br>
            <span lang="en">Demo users; the password is the user name. Not for production.</span></p>
            <table>%USERS%</table>
            </main>
            </body>
            </html>
            """;

    private static final String ERROR = """
            <p class="error" role="alert">用户名或密码不正确。<br><span lang="en">Wrong user name or password.</span></p>""";

    @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String page(HttpServletRequest request, CsrfToken csrf) {
        return PAGE.replace("%ERROR%", request.getParameter("error") == null ? "" : ERROR)
                .replace("%CSRF_NAME%", HtmlUtils.htmlEscape(csrf.getParameterName()))
                .replace("%CSRF_VALUE%", HtmlUtils.htmlEscape(csrf.getToken()))
                .replace("%USERS%", users());
    }

    private static String users() {
        return Arrays.stream(DemoUser.values())
                .map(user -> "<tr><td><code>" + user.login() + "</code></td><td>" + user.title() + "</td></tr>")
                .collect(Collectors.joining());
    }
}

package cn.lingpao.portal.workbench;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.HandlerInterceptor;

/** What every page of the workbench knows, those that tell of a failure too: who looks at it. */
public final class EveryDesk implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute("person", Person.of((Authentication) request.getUserPrincipal()));
        return true;
    }
}

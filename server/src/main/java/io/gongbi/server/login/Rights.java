package io.gongbi.server.login;

import io.gongbi.access.User;
import io.gongbi.access.Viewer;
import io.gongbi.fault.Fault;
import io.gongbi.fault.FaultException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds each call to what its method needs, and hands methods their viewer. */
public final class Rights implements HandlerInterceptor, HandlerMethodArgumentResolver {
  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method)
        || method.hasMethodAnnotation(Needs.Open.class)
        || method.hasMethodAnnotation(Needs.SignedIn.class)) return true;
    var needs = method.getMethodAnnotation(Needs.class);
    if (needs == null) throw new IllegalStateException("no rights are said for " + method);
    var viewer = viewer(request);
    viewer.must(needs.value());
    if (!needs.overAll().isEmpty()) viewer.mustSeeEverybody(needs.overAll());
    return true;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Viewer.class
        || parameter.getParameterType() == User.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory factory) {
    var user = user(request.getNativeRequest(HttpServletRequest.class));
    return parameter.getParameterType() == User.class ? user : user.viewer();
  }

  private static Viewer viewer(HttpServletRequest request) {
    return user(request).viewer();
  }

  private static User user(@Nullable HttpServletRequest request) {
    if (request == null) throw new IllegalStateException("not a call over HTTP");
    return Doorkeeper.user(request)
        .orElseThrow(
            () -> new FaultException(new Fault.Forbidden("server.not-signed-in", "", Map.of())));
  }
}

package io.gongbi.server.wiring;

import io.gongbi.server.login.Rights;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * The app of module {@code web}: files whose name carries a hash are kept for a year, everything
 * else for a minute, and every address of the app answers with its first page.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {
  private static final String APP = "classpath:/META-INF/resources/";

  private final Rights rights = new Rights();

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(rights);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(rights);
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations(APP + "assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    registry
        .addResourceHandler("/**")
        .addResourceLocations(APP)
        .setCacheControl(CacheControl.maxAge(Duration.ofMinutes(1)))
        .resourceChain(true)
        .addResolver(new FirstPage());
  }

  /**
   * {@code /customers/17} is a place in the app, {@code /logo.svg} a file, {@code /api/x} neither.
   */
  private static final class FirstPage extends PathResourceResolver {
    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      var file = super.getResource(path, location);
      if (file != null && !path.isEmpty()) return file;
      boolean page =
          !path.startsWith("api/") && !path.substring(path.lastIndexOf('/') + 1).contains(".");
      return page ? super.getResource("index.html", location) : null;
    }
  }
}

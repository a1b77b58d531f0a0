package io.gongbi.server.wiring;

import io.gongbi.Gongbi;
import io.gongbi.server.Server;
import io.gongbi.server.http.Problems;
import io.gongbi.server.login.Doorkeeper;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The chain in front of everything. The app's files are for everyone, its data for who is logged
 * in; what changes something carries the CSRF token; no script runs that did not come as a file
 * from here.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class Security {
  /** Styles may stand in the page: the component library writes them there. */
  private static final String CONTENT =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self';"
          + " worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  /** Providers have no login: the secret in the address stands for one. */
  private static final String RECEIPTS = "/api/receipts/*/*";

  @Bean
  CsrfTokenRepository csrfTokens() {
    return CookieCsrfTokenRepository.withHttpOnlyFalse();
  }

  @Bean
  Doorkeeper doorkeeper(Gongbi gongbi, Server.Settings settings) {
    return new Doorkeeper(gongbi.users(), settings.token());
  }

  @Bean
  SecurityFilterChain chain(
      HttpSecurity http, CsrfTokenRepository csrfTokens, Doorkeeper doorkeeper, Problems problems)
      throws Exception {
    return http.formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .securityContext(c -> c.securityContextRepository(new NullSecurityContextRepository()))
        .csrf(
            c ->
                c.spa()
                    .csrfTokenRepository(csrfTokens)
                    .ignoringRequestMatchers(Doorkeeper::showsToken)
                    .ignoringRequestMatchers(RECEIPTS))
        .addFilterBefore(doorkeeper, AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(
            a ->
                a.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers("/api/setup")
                    .permitAll()
                    .requestMatchers(HttpMethod.POST, "/api/session", "/api/session/link")
                    .permitAll()
                    .requestMatchers(HttpMethod.DELETE, "/api/session")
                    .permitAll()
                    .requestMatchers(RECEIPTS)
                    .permitAll()
                    .requestMatchers("/api/**", "/openapi.json")
                    .authenticated()
                    .anyRequest()
                    .permitAll())
        .exceptionHandling(
            e ->
                e.authenticationEntryPoint(
                        (request, response, failure) ->
                            problems.write(
                                HttpStatus.UNAUTHORIZED, "not-signed-in", request, response))
                    .accessDeniedHandler(
                        (request, response, denied) ->
                            problems.write(
                                HttpStatus.FORBIDDEN,
                                denied instanceof CsrfException ? "csrf" : "refused",
                                request,
                                response)))
        .headers(
            h ->
                h.contentSecurityPolicy(c -> c.policyDirectives(CONTENT))
                    .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER))
                    .permissionsPolicyHeader(
                        p -> p.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                    .crossOriginOpenerPolicy(c -> c.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                    .crossOriginResourcePolicy(c -> c.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                    // Data must not stay in caches; files say for themselves how long they may.
                    .cacheControl(c -> {}))
        .build();
  }
}

package io.gongbi.server.wiring;

import io.gongbi.access.Passwords;
import io.gongbi.server.http.AccessResource;
import io.gongbi.server.http.CallbackResource;
import io.gongbi.server.http.CampaignCostResource;
import io.gongbi.server.http.CampaignLaunchResource;
import io.gongbi.server.http.CampaignLedgerResource;
import io.gongbi.server.http.CampaignResource;
import io.gongbi.server.http.CardResource;
import io.gongbi.server.http.ChannelResource;
import io.gongbi.server.http.CompanyResource;
import io.gongbi.server.http.CompletionResource;
import io.gongbi.server.http.CorrectionResource;
import io.gongbi.server.http.DashboardResource;
import io.gongbi.server.http.DecisionResource;
import io.gongbi.server.http.DeliveryResource;
import io.gongbi.server.http.DiagnosisResource;
import io.gongbi.server.http.DismissalResource;
import io.gongbi.server.http.FallResource;
import io.gongbi.server.http.HomeResource;
import io.gongbi.server.http.IdRuleResource;
import io.gongbi.server.http.IdentityResource;
import io.gongbi.server.http.ImportResource;
import io.gongbi.server.http.ImputationResource;
import io.gongbi.server.http.InsightResource;
import io.gongbi.server.http.ListViewResource;
import io.gongbi.server.http.MappingResource;
import io.gongbi.server.http.MatchQualityResource;
import io.gongbi.server.http.OutboundResource;
import io.gongbi.server.http.PortraitResource;
import io.gongbi.server.http.Problems;
import io.gongbi.server.http.ProcedureResource;
import io.gongbi.server.http.ProfileResource;
import io.gongbi.server.http.QualityResource;
import io.gongbi.server.http.RepairResource;
import io.gongbi.server.http.ReportResource;
import io.gongbi.server.http.ReviewResource;
import io.gongbi.server.http.RuleResource;
import io.gongbi.server.http.RunResource;
import io.gongbi.server.http.ScoreResource;
import io.gongbi.server.http.SegmentResource;
import io.gongbi.server.http.SessionResource;
import io.gongbi.server.http.SourceResource;
import io.gongbi.server.http.StandardResource;
import io.gongbi.server.http.SurvivorshipResource;
import io.gongbi.server.http.TagResource;
import io.gongbi.server.http.UpkeepResource;
import io.gongbi.server.http.UploadResource;
import io.gongbi.server.http.openapi.OpenApiResource;
import io.gongbi.server.login.Bcrypt;
import io.gongbi.server.login.Throttle;
import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The beans, by name rather than by scanning. The open {@link io.gongbi.Gongbi}, the clock and the
 * settings are put in from outside by {@link io.gongbi.server.Server}.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  ConfigurationPropertiesAutoConfiguration.class,
  LifecycleAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  HttpEncodingAutoConfiguration.class,
  MultipartAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class
})
@Import({
  Security.class,
  StaticFiles.class,
  Json.class,
  Problems.class,
  SessionResource.class,
  AccessResource.class,
  ChannelResource.class,
  CompanyResource.class,
  RunResource.class,
  IdentityResource.class,
  IdRuleResource.class,
  OutboundResource.class,
  ProfileResource.class,
  PortraitResource.class,
  ListViewResource.class,
  ScoreResource.class,
  SegmentResource.class,
  InsightResource.class,
  DashboardResource.class,
  DeliveryResource.class,
  DiagnosisResource.class,
  DecisionResource.class,
  DismissalResource.class,
  FallResource.class,
  RepairResource.class,
  CompletionResource.class,
  ProcedureResource.class,
  UpkeepResource.class,
  ReportResource.class,
  TagResource.class,
  CallbackResource.class,
  CampaignResource.class,
  CampaignLaunchResource.class,
  CampaignCostResource.class,
  CampaignLedgerResource.class,
  CorrectionResource.class,
  StandardResource.class,
  CardResource.class,
  ImputationResource.class,
  SurvivorshipResource.class,
  SourceResource.class,
  UploadResource.class,
  MappingResource.class,
  MatchQualityResource.class,
  ImportResource.class,
  QualityResource.class,
  ReviewResource.class,
  RuleResource.class,
  HomeResource.class,
  OpenApiResource.class
})
public class Application {
  @Bean
  Passwords passwords() {
    return new Bcrypt();
  }

  @Bean
  Throttle throttle(Clock clock) {
    return new Throttle(clock);
  }
}

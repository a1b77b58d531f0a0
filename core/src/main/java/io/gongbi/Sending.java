package io.gongbi;

import io.gongbi.campaign.Campaigns;
import io.gongbi.campaign.Forecast;
import io.gongbi.campaign.Launches;
import io.gongbi.catalog.SealingKey;
import io.gongbi.catalog.Secrets;
import io.gongbi.channel.Channel;
import io.gongbi.channel.Connections;
import io.gongbi.delivery.Callbacks;
import io.gongbi.delivery.ChannelDays;
import io.gongbi.delivery.Deliveries;
import io.gongbi.delivery.OptOuts;
import io.gongbi.delivery.Replies;
import io.gongbi.delivery.SendingSettings;
import io.gongbi.delivery.TrialMessages;
import io.gongbi.refresh.Refresher;
import io.gongbi.source.Outbound;
import io.gongbi.source.OutboundSettings;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** What is done with it: channels, the promises and receipts of messages, campaigns. */
final class Sending {
  final OutboundSettings outbound;
  final Connections connections;
  final Deliveries deliveries;
  final OptOuts optOuts;
  final Replies replies;
  final TrialMessages trialMessages;
  final Callbacks callbacks;
  final ChannelDays channelDays;
  final Forecast forecast;
  final Launches launches;
  final Campaigns campaigns;

  Sending(Path path, Foundation on, Customers who, Statements said, Refresher refresher) {
    outbound = new OutboundSettings(on.catalog, on.definitions, on.authors);
    connections =
        new Connections(
            on.catalog,
            on.definitions,
            on.authors,
            new Secrets(on.catalog, SealingKey.of(path, System.getenv())),
            new Outbound(outbound::hosts),
            ServiceLoader.load(Channel.class).stream().map(ServiceLoader.Provider::get).toList());
    var settings = new SendingSettings(on.catalog, on.definitions, on.company);
    deliveries = new Deliveries(on.catalog, settings, path.resolve("outbox"), connections);
    optOuts = new OptOuts(on.catalog, on.audit, on.warehouse);
    replies = new Replies(on.catalog, on.warehouse, on.gate);
    refresher.afterwards(replies::hear);
    trialMessages = new TrialMessages(on.catalog, settings, connections, optOuts, on.audit);
    callbacks = new Callbacks(on.catalog, deliveries, on.company);
    channelDays = new ChannelDays(on.catalog, on.company);
    who.profiles.contribute(deliveries.panel());
    forecast =
        new Forecast(on.warehouse, on.definitions, on.gate, said.segments, deliveries, optOuts);
    launches =
        new Launches(
            on.warehouse,
            on.catalog,
            on.definitions,
            on.audit,
            on.gate,
            deliveries,
            on.runs,
            refresher,
            forecast);
    campaigns =
        new Campaigns(
            on.warehouse,
            on.catalog,
            on.definitions,
            on.authors,
            on.audit,
            on.gate,
            deliveries,
            launches);
  }
}

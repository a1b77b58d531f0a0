package io.gongbi.channel;

import io.gongbi.catalog.Settings;
import io.gongbi.source.Outbound;

/** What a channel sends over: what a person filled in, the door to other hosts, and its pace. */
public record Line(Settings settings, Outbound door, Pace pace) {}

/**
 * The customer: the records that make one, golden attributes and who said them, orders and returns
 * as money counts them, the timeline, and the 360 page made of panels that packages above
 * contribute. Cleaned rows and {@code identity.member} flow in; {@code profile.customer}, {@code
 * profile.order} and {@code profile.event} are what everything above reads ({@link
 * io.gongbi.profile.ProfileTables}). Start at {@link io.gongbi.profile.Profiles}.
 */
@NullMarked
package io.gongbi.profile;

import org.jspecify.annotations.NullMarked;

/**
 * The tag library, author of most traits: what each tag means, how it is computed, who holds it and
 * why. Definitions flow in from people, customers, orders, events and other traits from below;
 * values flow out through {@code trait.change}. RFM lives here. Start at {@link
 * io.gongbi.tag.Tags}, then {@link io.gongbi.tag.TagRule}.
 */
@NullMarked
package io.gongbi.tag;

import org.jspecify.annotations.NullMarked;

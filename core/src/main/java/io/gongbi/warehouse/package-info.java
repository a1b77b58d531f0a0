/**
 * Facts and what follows from them, in columns. A question is a {@link io.gongbi.warehouse.Sql}
 * whose tables are slots ({@code {profile.customer}}); a {@link io.gongbi.warehouse.View} says what
 * stands in each slot for this reading: everything, what a viewer may see, only the customers that
 * changed, a past day. One text, many worlds. Start at {@link io.gongbi.warehouse.Warehouse}.
 */
@NullMarked
package io.gongbi.warehouse;

import org.jspecify.annotations.NullMarked;

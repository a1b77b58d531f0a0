/**
 * How likely two records are one person, worked out from the data itself. A name becomes a {@link
 * io.gongbi.identity.match.NameForm}, a pair of records a pattern of levels ({@link
 * io.gongbi.identity.match.Comparison}), the patterns of all pairs a {@link
 * io.gongbi.identity.match.Model} that weighs them, and the weighed pairs {@link
 * io.gongbi.identity.match.Clusters}. Internal to identity; start reading at Model.
 */
@NullMarked
package io.gongbi.identity.match;

import org.jspecify.annotations.NullMarked;

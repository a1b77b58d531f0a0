/**
 * Work that makes one data set from others. A {@link io.gongbi.refresh.Step} runs over a {@link
 * io.gongbi.refresh.Delta}: everything, some landed batches, or some customers; full and
 * incremental differ only there. {@link io.gongbi.refresh.Plan} orders steps by what they read and
 * write; {@link io.gongbi.refresh.Runs} runs them in one transaction, with progress and cancel.
 */
@NullMarked
package io.gongbi.refresh;

import org.jspecify.annotations.NullMarked;

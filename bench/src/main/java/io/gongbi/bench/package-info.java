/**
 * How fast the product is, beside a reference that does the same in the same run: machines differ,
 * so a ratio says more than a time. Each side works in a process of its own, both take turns, and a
 * ratio is shown only when they come to the same answer. {@code make bench} runs everything; start
 * reading at {@link io.gongbi.bench.Bench}, then {@link io.gongbi.bench.Comparison}.
 */
@NullMarked
package io.gongbi.bench;

import org.jspecify.annotations.NullMarked;

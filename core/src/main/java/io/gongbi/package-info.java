/**
 * {@link io.gongbi.Gongbi} builds the product from plain constructors, in the order of the house:
 * room by room, from {@code Foundation} and {@code Intake} to {@code Sending}. The server, the
 * command line, tests and benchmarks only call it.
 */
@NullMarked
package io.gongbi;

import org.jspecify.annotations.NullMarked;

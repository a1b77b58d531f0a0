/**
 * {@link io.gongbi.Gongbi} builds the product from plain constructors, in the order of the house.
 * The server, the command line, tests and benchmarks only call it.
 */
@NullMarked
package io.gongbi;

import org.jspecify.annotations.NullMarked;

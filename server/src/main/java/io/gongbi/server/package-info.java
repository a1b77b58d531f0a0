/**
 * The product over HTTP and on the command line. Nothing is decided here: {@code http} turns JSON
 * into core's records and back, {@code login} knows who asks, {@code wiring} puts Spring around an
 * open {@link io.gongbi.Gongbi}, {@code command} is the terminal. Start at {@link
 * io.gongbi.server.Server}.
 */
@NullMarked
package io.gongbi.server;

import org.jspecify.annotations.NullMarked;

/**
 * Spring, in one place: beans, the security chain, static files, JSON. Only the pieces of Spring
 * Boot that are needed are named, which is why the server starts in a second or two.
 */
@NullMarked
package io.gongbi.server.wiring;

import org.jspecify.annotations.NullMarked;

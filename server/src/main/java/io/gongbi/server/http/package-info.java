/**
 * One resource a concept: JSON in, JSON out, no meaning of its own. What a person can act on
 * arrives as a fault and leaves as problem JSON through {@link io.gongbi.server.http.Problems}; who
 * may call what stands on the method as {@link io.gongbi.server.login.Needs}.
 */
@NullMarked
package io.gongbi.server.http;

import org.jspecify.annotations.NullMarked;

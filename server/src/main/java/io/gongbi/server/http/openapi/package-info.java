/**
 * The server described for programs: an OpenAPI 3.1 document made from the handlers themselves and
 * from the declared names of {@link io.gongbi.catalog.Codec}, on the first request for it. It is
 * made here and not by a library because no library knows our JSON: shapes, sealed families and
 * Optionals are the codec's, and guessing them from Jackson's defaults would describe another
 * server. Start at {@link io.gongbi.server.http.openapi.Description}.
 */
@NullMarked
package io.gongbi.server.http.openapi;

import org.jspecify.annotations.NullMarked;

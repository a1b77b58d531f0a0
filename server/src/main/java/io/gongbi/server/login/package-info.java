/**
 * Who asks: the session cookie of a browser or the token of the command line becomes a {@link
 * io.gongbi.access.User} for the time of one request. Password hashing, login throttling and the
 * rights of each address stand here. Start at {@link io.gongbi.server.login.Doorkeeper}.
 */
@NullMarked
package io.gongbi.server.login;

import org.jspecify.annotations.NullMarked;

/**
 * The terminal: {@code gongbi serve | demo | import | refresh | export}. Commands speak the same
 * REST as the browser, to the server that {@code server.json} in the data folder names; when none
 * runs, {@link io.gongbi.server.command.Office} opens the folder for the time of the command. Start
 * at {@link io.gongbi.server.command.Main}.
 */
@NullMarked
package io.gongbi.server.command;

import org.jspecify.annotations.NullMarked;

/** A list of whom to reach, written as a file for whoever does the sending. Internal to channel. */
@NullMarked
package io.gongbi.channel.file;

import org.jspecify.annotations.NullMarked;

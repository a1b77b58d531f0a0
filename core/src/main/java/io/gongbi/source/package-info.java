/**
 * Where facts come from. A file is looked at (a {@link io.gongbi.source.FileLook}), its columns are
 * mapped to the standard ({@link io.gongbi.source.Mapping}), and its rows land untouched and
 * numbered in {@code source.<source>_<feed>}. What they mean is for {@code quality} to find out.
 * Start at {@link io.gongbi.source.Mapping}.
 */
@NullMarked
package io.gongbi.source;

import org.jspecify.annotations.NullMarked;

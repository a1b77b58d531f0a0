/**
 * Who is looking and what may be seen. {@link io.gongbi.access.Gate} turns a {@link
 * io.gongbi.access.Viewer} into a warehouse View; there is no second way to read for a person.
 */
@NullMarked
package io.gongbi.access;

import org.jspecify.annotations.NullMarked;

/**
 * What can go wrong that a person can act on. Faults are values: they are collected and said all at
 * once. Anything else is a bug and is left to rise. Start at {@link io.gongbi.fault.Fault}.
 */
@NullMarked
package io.gongbi.fault;

import org.jspecify.annotations.NullMarked;

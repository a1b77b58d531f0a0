/**
 * Sets of customers that somebody named: dynamic ones follow a condition, fixed ones are a list of
 * one moment, which knows who its people are today. Membership is a trait, so tags, other segments
 * and campaigns ask for it like any other. Start at {@link io.gongbi.segment.Segments}.
 */
@NullMarked
package io.gongbi.segment;

import org.jspecify.annotations.NullMarked;

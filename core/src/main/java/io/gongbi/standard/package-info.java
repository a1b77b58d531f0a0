/**
 * The customer data standard (统一数据标准): entities, typed fields, code lists, sensitivity; and {@link
 * io.gongbi.standard.Where}, the language for "which rows". "Who" is {@code condition}. Start at
 * {@link io.gongbi.standard.Standard}.
 */
@NullMarked
package io.gongbi.standard;

import org.jspecify.annotations.NullMarked;

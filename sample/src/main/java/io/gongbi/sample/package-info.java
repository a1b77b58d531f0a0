/**
 * The demo company 宣和生活 (home, tea and stationery goods): a seed goes in; the files that its CRM,
 * its online shop and its SMS platform would export come out, with the dirt such files have, and,
 * apart, the truth behind them. Shares nothing with the product. Start at {@link
 * io.gongbi.sample.SampleMall}.
 */
@NullMarked
package io.gongbi.sample;

import org.jspecify.annotations.NullMarked;

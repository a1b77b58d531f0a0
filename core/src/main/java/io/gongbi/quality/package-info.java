/**
 * From landed to clean. Rows are standardised, merged and superseded; what cannot be read goes to
 * quarantine with reason, source and line. The counts add up, always: landed = clean + quarantined
 * + merged + superseded. All of it follows from landed rows and mappings and can be made again;
 * only how good the data was at each run is kept ({@link io.gongbi.quality.Scores}). Start at
 * {@link io.gongbi.quality.CleanTables}.
 */
@NullMarked
package io.gongbi.quality;

import org.jspecify.annotations.NullMarked;

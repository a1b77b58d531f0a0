/**
 * The product as a new user meets it: the packaged server on an empty folder, the files of the demo
 * company, and a browser. {@code WalkTest} goes the way from two exported files to the effect of a
 * campaign; then every page it has made is looked at in both languages, at the desk and on the
 * phone. Pictures lie in {@code e2e/target/pictures}. Start reading at {@code WalkTest}, which
 * names the steps; they are told in the chapters, from {@code Arrival} to {@code Sending}.
 */
package io.gongbi.e2e;

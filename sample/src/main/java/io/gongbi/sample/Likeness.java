package io.gongbi.sample;

/** Somebody who is called like another person, and the trap in it. */
record Likeness(Person person, Trap trap) {}

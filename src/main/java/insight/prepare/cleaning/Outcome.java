package insight.prepare.cleaning;

/** What a rule made of one value. */
enum Outcome {
  /** It says nothing about this value. */
  SKIPPED,
  PASSED,
  /** Not sound; kept apart or counted, as the rule's severity says. */
  FAILED,
  /** Brought to another form that means the same. */
  CHANGED,
  /** Not sound, and replaced: what it was stays with the event. */
  MENDED,
  /** Not sound, and the event says so. */
  FLAGGED
}

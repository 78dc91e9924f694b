package insight.privacy;

/** Classes of personal columns, from harmless to direct. */
public enum Field {
  /** Pseudonymous behaviour: what a customer key did. */
  BEHAVIOUR,
  /** Where the customer is: country. */
  REGION,
  /** Direct identifiers: shop id, name, e-mail, phone; masked until revealed. */
  IDENTITY,
  /** What the customer wrote. */
  FREE_TEXT
}

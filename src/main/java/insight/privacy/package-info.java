/**
 * Floor 3: who may see and do what with personal data, and the proof of it.
 *
 * <p>Promises: every read of personal data takes a {@link insight.privacy.Grant}; direct
 * identifiers and free text are encrypted ({@link insight.privacy.Vault}) with keys outside the
 * database; customers go by keyed pseudonyms ({@link insight.privacy.Pseudonyms}); every stage with
 * personal rows is a {@link insight.privacy.Holder}, so that forgetting reaches them all; logins,
 * reveals, exports and changes are in a chained {@link insight.privacy.Audit}. Tables: {@code pv_};
 * the keyset and the erasure ledger lie in the data directory.
 */
@NullMarked
package insight.privacy;

import org.jspecify.annotations.NullMarked;

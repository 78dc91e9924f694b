/**
 * Who is who, deeper: which keys are one person, why, who said so, and back again.
 *
 * <p>Promises: equal identifiers are found by keyed hashes, no clear value is in a table; nothing
 * is merged through an identifier that many people use; likeness of names alone never merges by
 * itself; a pair that somebody rejected is not proposed again. A merge is a fact that can be undone
 * once, in any order: who is who follows from the merges that are not undone and from nothing else,
 * so that what is left is exactly what the other merges say. Events, consents and scores keep the
 * key they came with; the strictest consent of a person's keys counts.
 *
 * <p>Words: key: what an event came with; person: the key that stands for the human; kind of match:
 * {@link insight.prepare.identity.MatchKind}; shared: used by more people than the rule allows.
 * Tables: {@code pr_identity, pr_identifier, pr_shared, pr_pair, pr_merge, pr_match_rule,
 * pr_id_space}; it derives {@code pr_person}. Events: {@link
 * insight.prepare.identity.PersonsMerged}, {@link insight.prepare.identity.PersonsSeparated}.
 */
@NullMarked
package insight.prepare.identity;

import org.jspecify.annotations.NullMarked;

package insight.collect;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Where events come from: a shop's export, its web site, the portal itself.
 *
 * @param country ISO code of the market; empty when it has several
 * @param timeZone in which its local times are meant
 * @param currency ISO 4217; amounts without their own currency are in it
 * @param owner who made it
 * @param synthetic whether its events were generated, not lived
 */
public record Source(
    int id,
    String name,
    SourceKind kind,
    Optional<Preset> preset,
    Mapping mapping,
    Optional<String> country,
    ZoneId timeZone,
    String currency,
    String owner,
    boolean synthetic,
    Instant createdAt) {}

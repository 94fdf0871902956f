using IpMarket.Domain.Catalogue.Listings.Period;

namespace IpMarket.Adapters.Views.Catalogue;

/// <summary>A listing's period as desks list it; listings that never had one have no row.</summary>
public sealed class PeriodRow
{
    /// <summary>The listing's stream.</summary>
    public required string Id { get; init; }

    public PeriodPhase Phase { get; set; }

    /// <summary>Where it stood when an auction last took the listing.</summary>
    public PeriodPhase? BeforeAuction { get; set; }

    public int Notice { get; set; }

    /// <summary>Null of a listing that takes intents without an end.</summary>
    public DateTimeOffset? EndsAt { get; set; }

    /// <summary>Until when the contract is to be concluded, while one is due.</summary>
    public DateTimeOffset? ContractBy { get; set; }

    /// <summary>How many stood when it ended; null while it has not.</summary>
    public int? IntentsAtEnd { get; set; }

    /// <summary>How many stand now.</summary>
    public int Interested { get; set; }

    /// <summary>A change waits for a reviewer's word.</summary>
    public bool HasChange { get; set; }

    /// <summary>Somebody must act: seller, officer or reviewer.</summary>
    public bool IsDue { get; set; }

    /// <summary>Instant of the last change.</summary>
    public DateTimeOffset ChangedAt { get; set; }
}

/// <summary>A purchase intent as its party lists it.</summary>
public sealed class IntentRow
{
    public required string Listing { get; init; }

    public int Number { get; init; }

    public required string Party { get; init; }

    /// <summary>0 where it named no total.</summary>
    public long PriceFen { get; set; }

    public DateTimeOffset FiledAt { get; set; }

    /// <summary>The notice whose terms it accepted.</summary>
    public int Notice { get; set; }

    public bool IsWithdrawn { get; set; }

    public bool HasFailed { get; set; }

    /// <summary>A deal came of it.</summary>
    public bool IsConcluded { get; set; }

    /// <summary>The deposit it counts only with; null where none was demanded.</summary>
    public long? DepositFen { get; init; }

    /// <summary>Its deposit is in.</summary>
    public bool IsPaid { get; set; }

    /// <summary>It is over; what came for its deposit goes back.</summary>
    public bool IsReleased { get; set; }
}
